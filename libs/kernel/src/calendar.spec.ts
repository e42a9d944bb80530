import { describe, expect, it } from '@jest/globals';
import { calendar2026 } from './calendar-2026.fixture.js';
import { isDayOff, isProvisional, workingDayFrom, workingSpans } from './calendar.js';

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

describe('a week without holidays', () => {
  it('has Saturday and Sunday off, and the next or last working day is beside them', () => {
    const days = ['2026-08-21', '2026-08-22', '2026-08-23', '2026-08-24'];
    expect(days.map((day) => isDayOff(day, calendar2026))).toEqual([false, true, true, false]);
    expect(days.map((day) => workingDayFrom(day, calendar2026))).toEqual([days[0], days[3], days[3], days[3]]);
    expect(days.map((day) => workingDayFrom(day, calendar2026, -1))).toEqual([days[0], days[0], days[0], days[3]]);
  });
});

describe('a day that a decree may still change', () => {
  it('is of a year without one, no statutory holiday, and not named by the district', () => {
    const named = { ...calendar2026, days: { ...calendar2026.days, '2027-03-10': 'OFF' as const } };
    expect(isProvisional('2027-03-10', calendar2026)).toBe(true);
    for (const day of ['2026-03-10', '2027-03-08', '2027-03-10']) expect(isProvisional(day, named)).toBe(false);
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
    const late = { from: '09:00', to: '13:00', breaks: [{ from: '09:00', to: '09:30' }], shortenedBy: 0 };
    expect(workingSpans('2026-11-24', { ...calendar2026, workingDay: late })).toEqual([{ from: 570, to: 780 }]);
  });
});
