import { describe, expect, it } from '@jest/globals';
import { judged, type WaveMark } from './wave-marks.js';
import type { Wave } from './waves.js';

const wave: Wave = {
  topic: 'heating',
  settlement: null,
  began: '2026-11-20',
  last: '2026-11-26',
  week: 9,
  usual: { from: 0, to: 3 },
  weeks: [],
};
const mark = (version: number, kind: WaveMark['kind'], more: Partial<WaveMark> = {}): WaveMark => ({
  topic: 'heating',
  began: '2026-11-20',
  version,
  kind,
  until: null,
  by: 'official',
  at: '2026-11-26T03:00:00.000Z',
  ...more,
});
const on = (marks: readonly WaveMark[], waves: readonly Wave[] = [wave]) =>
  judged(waves, marks, { today: '2026-11-27', since: '2026-11-21' });

describe('what officials said of waves', () => {
  it('is nothing at first', () => {
    expect(on([])).toMatchObject({
      now: [{ topic: 'heating', version: 0, mark: undefined }],
      waves: 1,
      falseAlarms: 0,
    });
  });

  it('a wave that is none is warned of no more, and counted as a false alarm; a later one of its topic is warned of', () => {
    const none = [mark(1, 'NOT_A_WAVE', { began: '2026-11-19' })];
    expect(on(none)).toEqual({ now: [], waves: 1, falseAlarms: 1 });
    const later = { ...wave, began: '2026-11-25' };
    expect(on([mark(1, 'NOT_A_WAVE', { began: '2026-10-01' })], [later])).toMatchObject({
      now: [{ version: 1, mark: undefined }],
      falseAlarms: 0,
    });
  });

  it('silence lasts until its day, for all waves of the topic', () => {
    const silent = (until: string) => [mark(1, 'SILENCED', { began: '2026-09-01', until })];
    expect(on(silent('2026-11-27')).now[0]?.mark?.kind).toBe('SILENCED');
    expect(on(silent('2026-11-26')).now[0]?.mark).toBeUndefined();
    expect(on(silent('2026-12-31'), [{ ...wave, topic: 'water' }]).now[0]?.mark).toBeUndefined();
  });

  it('each may be taken back', () => {
    const silent = mark(1, 'SILENCED', { until: '2026-12-31' });
    expect(on([silent, mark(2, 'WATCHED')]).now[0]).toMatchObject({ version: 2, mark: undefined });
    expect(on([mark(2, 'WATCHED'), mark(1, 'NOT_A_WAVE')])).toMatchObject({ now: [{ version: 2 }], falseAlarms: 0 });
  });

  it('an alarm that ended is counted and not warned of', () => {
    expect(on([], [{ ...wave, last: '2026-11-20' }])).toMatchObject({ now: [], waves: 1 });
  });
});
