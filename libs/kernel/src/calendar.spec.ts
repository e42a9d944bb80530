import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  deadline,
  isDayOff,
  localDate,
  type DayKind,
  type DeadlineRule,
  type WorkingCalendar,
} from './calendar.js';

const off = (...days: string[]): Record<string, DayKind> => Object.fromEntries(days.map((day) => [day, 'OFF']));

/** 2026 as its decree has it, as far as these terms meet it; 2027 has none. */
const calendar: WorkingCalendar = {
  version: '2026.1 own.1',
  years: [2026],
  days: {
    ...off('2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'),
    ...off(
      '2026-02-23',
      '2026-03-09',
      '2026-05-01',
      '2026-05-09',
      '2026-05-11',
      '2026-06-12',
      '2026-11-04',
      '2026-12-31',
    ),
    '2026-05-08': 'SHORTENED',
    '2026-04-30': 'SHORTENED',
    '2026-08-15': 'WORKING',
  },
};

const rule = (given: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id: 'ANS',
  version: 1,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: '59-ФЗ, ст. 12 ч. 1',
  ...given,
});

describe('thirty days of 59-FZ, the day of registration not counted', () => {
  it.each([
    ['2026-11-24', 'NEXT', '2026-12-24', false],
    ['2026-04-09', 'NEXT', '2026-05-12', false],
    ['2026-04-09', 'PREVIOUS', '2026-05-08', false],
    // 1 January 2027 is off by the law itself, 31 December 2026 by the decree: nothing there can move any more.
    ['2026-12-02', 'PREVIOUS', '2026-12-30', false],
    // The 9th of January is a Saturday; whether the 11th is a working day, the decree of 2027 will say.
    ['2026-12-02', 'NEXT', '2027-01-11', true],
    ['2026-12-15', 'NEXT', '2027-01-14', true],
    // 8 January 2028 is a Saturday and a holiday by law.
    ['2027-12-09', 'PREVIOUS', '2027-12-31', true],
    // Of a leap year.
    ['2028-01-31', 'NEXT', '2028-03-01', true],
  ] as const)('from %s, %s: %s (provisional: %s)', (from, endOnDayOff, dueOn, provisional) => {
    expect(deadline(from, rule({ endOnDayOff }), calendar)).toEqual({ dueOn, provisional });
  });
});

describe('working days and hours', () => {
  it.each([
    ['2026-11-20', { term: 1, unit: 'WORKING_DAYS' }, '2026-11-23'],
    ['2026-05-08', { term: 1, unit: 'WORKING_DAYS' }, '2026-05-12'],
    ['2026-11-03', { term: 3, unit: 'WORKING_DAYS' }, '2026-11-09'],
    ['2026-08-14', { term: 1, unit: 'WORKING_DAYS' }, '2026-08-15'],
    ['2026-11-24', { term: 8, unit: 'WORKING_HOURS' }, '2026-11-25'],
    ['2026-11-24', { term: 9, unit: 'WORKING_HOURS' }, '2026-11-26'],
    ['2026-11-27', { term: 4, unit: 'WORKING_HOURS' }, '2026-11-30'],
  ] as const)('from %s, %o: %s', (from, given, dueOn) => {
    expect(deadline(from, rule(given), calendar)).toEqual({ dueOn, provisional: false });
  });

  it('that reach into a year without a decree are provisional', () => {
    expect(deadline('2026-12-28', rule({ term: 5, unit: 'WORKING_DAYS' }), calendar)).toEqual({
      dueOn: '2027-01-13',
      provisional: true,
    });
  });
});

describe('a day off', () => {
  it('is what the decree and the district say; else Saturday and Sunday; in an unknown year the statutory holidays too', () => {
    expect(isDayOff('2026-12-31', calendar)).toBe(true);
    expect(isDayOff('2026-05-08', calendar)).toBe(false);
    expect(isDayOff('2026-08-15', calendar)).toBe(false);
    expect(isDayOff('2026-08-16', calendar)).toBe(true);
    expect(isDayOff('2027-05-04', calendar)).toBe(false);
    expect(isDayOff('2027-06-12', calendar)).toBe(true);
    expect(isDayOff('2029-06-12', calendar)).toBe(true);
    // A known year's decree lists its holidays; what it does not list is a working day.
    expect(isDayOff('2026-06-12', { ...calendar, days: {} })).toBe(false);
  });
});

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

describe('every term', () => {
  const days = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2025-06-01', n));
  const rules = fc.record({
    term: fc.integer({ min: 1, max: 90 }),
    unit: fc.constantFrom('CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS'),
    endOnDayOff: fc.constantFrom('NEXT', 'PREVIOUS'),
  });
  const own: fc.Arbitrary<WorkingCalendar> = fc
    .dictionary(days, fc.constantFrom<DayKind>('OFF', 'WORKING', 'SHORTENED'), { maxKeys: 60 })
    .map((more) => ({ ...calendar, days: { ...calendar.days, ...more } }));

  it('ends on a working day, and never moves the wrong way', () =>
    fc.assert(
      fc.property(days, rules, own, (from, given, of) => {
        const { dueOn } = deadline(from, rule(given), of);
        expect(isDayOff(dueOn, of)).toBe(false);
        if (given.unit !== 'CALENDAR_DAYS') return expect(dueOn > from).toBe(true);
        const plain = addDays(from, given.term);
        return expect(given.endOnDayOff === 'NEXT' ? dueOn >= plain : dueOn <= plain).toBe(true);
      }),
    ));

  it('in working days passes exactly so many of them', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), own, (from, term, of) => {
        const { dueOn } = deadline(from, rule({ term, unit: 'WORKING_DAYS' }), of);
        let passed = 0;
        for (let day = addDays(from, 1); day <= dueOn; day = addDays(day, 1)) if (!isDayOff(day, of)) passed += 1;
        expect(passed).toBe(term);
      }),
    ));

  it('is no shorter for a longer one, and a later start never ends it earlier', () =>
    fc.assert(
      fc.property(days, rules, own, (from, given, of) => {
        const { dueOn } = deadline(from, rule(given), of);
        expect(deadline(from, rule({ ...given, term: given.term + 1 }), of).dueOn >= dueOn).toBe(true);
        expect(deadline(addDays(from, 1), rule(given), of).dueOn >= dueOn).toBe(true);
      }),
    ));

  it('that is not provisional stays as it is whatever the decree of the next year says', () =>
    fc.assert(
      fc.property(
        days,
        rules,
        fc.dictionary(days, fc.constantFrom<DayKind>('OFF', 'WORKING'), { maxKeys: 200 }),
        (from, given, decree) => {
          const term = deadline(from, rule(given), calendar);
          fc.pre(!term.provisional);
          const changed = Object.fromEntries(
            Object.entries(decree).filter(([day]) => !day.startsWith('2026') && !isStatutory(day)),
          );
          expect(deadline(from, rule(given), { ...calendar, days: { ...calendar.days, ...changed } }).dueOn).toBe(
            term.dueOn,
          );
        },
      ),
    ));
});

function isStatutory(day: string): boolean {
  return /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/.test(day);
}
