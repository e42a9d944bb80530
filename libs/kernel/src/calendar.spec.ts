import { describe, expect, it } from '@jest/globals';
import { calendar2026 } from './calendar-2026.fixture.js';
import { isDayOff, workingSpans } from './calendar.js';

describe('a day off', () => {
  it('is what the decree and the district say; else Saturday and Sunday; in an unknown year the statutory holidays too', () => {
    expect(isDayOff('2026-12-31', calendar2026)).toBe(true);
    expect(isDayOff('2026-05-08', calendar2026)).toBe(false);
    expect(isDayOff('2026-08-15', calendar2026)).toBe(false);
    expect(isDayOff('2026-08-16', calendar2026)).toBe(true);
    expect(isDayOff('2027-05-04', calendar2026)).toBe(false);
    expect(isDayOff('2027-06-12', calendar2026)).toBe(true);
    expect(isDayOff('2029-06-12', calendar2026)).toBe(true);
    // A known year's decree lists its holidays; what it does not list is a working day.
    expect(isDayOff('2026-06-12', { ...calendar2026, days: {} })).toBe(false);
  });
});

describe('the hours of a working day', () => {
  it('are those of the district without its breaks, an hour less on a shortened day, none on a day off', () => {
    expect(workingSpans('2026-11-24', calendar2026)).toEqual([
      { from: 540, to: 780 },
      { from: 840, to: 1080 },
    ]);
    expect(workingSpans('2026-05-08', calendar2026).at(-1)).toEqual({ from: 840, to: 1020 });
    expect(workingSpans('2026-05-09', calendar2026)).toEqual([]);
    const short = { from: '08:30', to: '13:30', breaks: [{ from: '13:00', to: '13:15' }], shortenedBy: 60 };
    expect(workingSpans('2026-05-08', { ...calendar2026, workingDay: short })).toEqual([{ from: 510, to: 750 }]);
  });
});
