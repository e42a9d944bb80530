import { describe, expect, it } from '@jest/globals';
import { codesMaySpeak, metCodes, placeAmong, proposedCodes } from './proposed-codes.js';

const learned = [
  { code: 'C', words: ['яма'] },
  { code: 'B', words: ['дорога'] },
  { code: 'D', words: [] },
];
const codes = (ofTopic: readonly string[], by = learned) => proposedCodes(ofTopic, by).map(({ code }) => code);

describe('proposed codes', () => {
  it('begin with the likeliest of the topic, whatever was learned', () => {
    expect(codes(['A', 'B'])).toEqual(['A', 'C', 'B']);
    expect(codes(['B'])).toEqual(['B', 'C', 'D']);
    expect(codes([])).toEqual(['C', 'B', 'D']);
  });

  it('are the codes of the topic where nothing was learned, each once, at most three', () => {
    expect(codes(['A', 'B', 'A', 'E', 'F'], [])).toEqual(['A', 'B', 'E']);
    expect(codes([], [])).toEqual([]);
  });

  it('say why: the topic, the words, or both', () => {
    expect(proposedCodes(['B', 'E'], learned)).toEqual([
      { code: 'B', isOfTopic: true, words: ['дорога'] },
      { code: 'C', isOfTopic: false, words: ['яма'] },
      { code: 'D', isOfTopic: false, words: [] },
    ]);
  });

  it('are judged by what officials chose, beside the codes of the topic alone', () => {
    const judged = [
      { chosen: 'A', ofTopic: ['A'], learned },
      { chosen: 'C', ofTopic: ['A'], learned },
      { chosen: 'F', ofTopic: ['A', 'B', 'E', 'F'], learned },
      { chosen: 'E', ofTopic: ['A', 'E'], learned: [] },
    ];
    expect(metCodes(judged)).toEqual({ judged: 4, first: 1, amongThree: 3, byTopic: 2 });
    expect([placeAmong('B', ['A', 'B']), placeAmong('Z', ['A'])]).toEqual([1, undefined]);
  });
});

describe('learned codes', () => {
  const met = { judged: 40, first: 0, amongThree: 20, byTopic: 19 };

  it('speak while one of three is chosen in half of the last choices, and oftener than by the topic alone', () => {
    expect(codesMaySpeak(met)).toBe(true);
    expect(codesMaySpeak({ ...met, amongThree: 19, byTopic: 0 })).toBe(false);
    expect(codesMaySpeak({ ...met, byTopic: 20 })).toBe(false);
  });

  it('are silent until enough was chosen', () => {
    expect(codesMaySpeak({ judged: 19, first: 19, amongThree: 19, byTopic: 0 })).toBe(false);
    expect(codesMaySpeak({ judged: 20, first: 20, amongThree: 20, byTopic: 0 })).toBe(true);
  });
});
