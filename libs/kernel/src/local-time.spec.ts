import { describe, expect, it } from '@jest/globals';
import { instantOf, localDate, localTime } from './local-time.js';

describe('the date of a place', () => {
  it.each([
    ['2026-11-23T14:59:59Z', 'Asia/Yakutsk', '2026-11-23'],
    ['2026-11-23T15:00:00Z', 'Asia/Yakutsk', '2026-11-24'],
    ['2026-11-23T14:59:59.999Z', 'Asia/Yakutsk', '2026-11-23'],
    // Its offset was 44 minutes and 30 seconds.
    ['1971-06-01T00:44:29Z', 'Africa/Monrovia', '1971-05-31'],
    ['1971-06-01T00:44:30Z', 'Africa/Monrovia', '1971-06-01'],
    ['2026-11-23T14:00:00Z', 'Asia/Vladivostok', '2026-11-24'],
    ['2026-12-31T13:00:00Z', 'Asia/Srednekolymsk', '2027-01-01'],
  ])('at %s in %s is %s', (at, zone, date) => expect(localDate(at, zone)).toBe(date));

  it('throws RangeError for an invalid instant or zone', () => {
    expect(() => localDate('yesterday', 'Asia/Yakutsk')).toThrow(RangeError);
    expect(() => localDate('2026-11-23T15:00:00Z', 'Asia/Aldan')).toThrow(RangeError);
  });
});

describe('the clock of a place', () => {
  it.each([
    ['2026-11-27T00:30:59Z', 'Asia/Yakutsk', '2026-11-27', 570],
    ['2026-11-27T00:30:00Z', 'Asia/Vladivostok', '2026-11-27', 630],
    ['2026-12-31T12:59:00Z', 'Asia/Srednekolymsk', '2026-12-31', 1439],
    ['2026-12-31T13:00:00Z', 'Asia/Srednekolymsk', '2027-01-01', 0],
  ])('at %s in %s shows %s and minute %d, and gives the instant back', (at, zone, on, minute) => {
    expect(localTime(at, zone)).toEqual({ on, minute });
    expect(Date.parse(instantOf({ on, minute }, zone))).toBe(Math.floor(Date.parse(at) / 60_000) * 60_000);
  });

  it('gives the instant also where clocks are put forward and back, and of the midnight after a date', () => {
    expect(instantOf({ on: '2026-03-29', minute: 240 }, 'Europe/Berlin')).toBe('2026-03-29T02:00:00.000Z');
    expect(instantOf({ on: '2026-10-25', minute: 240 }, 'Europe/Berlin')).toBe('2026-10-25T03:00:00.000Z');
    expect(instantOf({ on: '2026-12-31', minute: 1440 }, 'Asia/Yakutsk')).toBe('2026-12-31T15:00:00.000Z');
  });
});
