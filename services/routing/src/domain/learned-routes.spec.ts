import { describe, expect, it } from '@jest/globals';
import { maySpeak, metDecisions } from './learned-routes.js';

const met = { judged: 40, first: 21, amongThree: 30, commonest: 20 };

describe('proposals that were learned', () => {
  it('are judged by the newest decisions of officials', () => {
    const decisions = [
      { chosen: 'roads', proposed: ['roads', 'water', 'dogs'] },
      { chosen: 'water', proposed: ['roads', 'dogs', 'water'] },
      { chosen: 'heat', proposed: ['roads', 'dogs', 'water', 'heat'] },
      { chosen: 'dogs', proposed: [] },
    ];
    expect(metDecisions(decisions, 'water')).toEqual({ judged: 4, first: 1, amongThree: 2, commonest: 1 });
    expect(metDecisions([], undefined)).toEqual({ judged: 0, first: 0, amongThree: 0, commonest: 0 });
  });

  it('speak while officials choose one of them in half of the last decisions', () => {
    expect(maySpeak(met)).toBe(true);
    expect(maySpeak({ ...met, first: 20, amongThree: 20, commonest: 19 })).toBe(true);
    expect(maySpeak({ ...met, first: 19, amongThree: 19, commonest: 0 })).toBe(false);
  });

  it('retire where one and the same topic would be right as often', () => {
    expect(maySpeak({ ...met, commonest: 21 })).toBe(false);
  });

  it('are silent until enough was decided', () => {
    expect(maySpeak({ judged: 19, first: 19, amongThree: 19, commonest: 0 })).toBe(false);
    expect(maySpeak({ judged: 20, first: 20, amongThree: 20, commonest: 0 })).toBe(true);
  });
});
