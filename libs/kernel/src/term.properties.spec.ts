import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar2026 } from './calendar-2026.fixture.js';
import { isDayOff, usualDay, type DayKind, type WorkingCalendar, type WorkingDay } from './calendar.js';
import { addDays } from './local-time.js';
import { slowTerm } from './slow-term.fixture.js';
import { termOf, termUnits, type DeadlineRule } from './term.js';

const zones = { 'Asia/Yakutsk': 9, 'Asia/Vladivostok': 10, 'Asia/Srednekolymsk': 11 } as const;
const rule = (given: Partial<DeadlineRule>): DeadlineRule => ({
  id: 'ANS',
  version: 1,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  duty: 'ANSWER',
  source: 'law',
  ...given,
});
const days = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2025-06-01', n));
const inDays = fc.record({
  term: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('CALENDAR_DAYS', 'WORKING_DAYS'),
  endOnDayOff: fc.constantFrom('NEXT', 'PREVIOUS'),
});
const workingDays: fc.Arbitrary<WorkingDay> = fc.constantFrom(
  usualDay,
  { from: '08:30', to: '17:12', breaks: [{ from: '12:30', to: '13:18' }], shortenedBy: 60 },
  {
    from: '10:00',
    to: '19:00',
    shortenedBy: 75,
    breaks: [
      { from: '11:40', to: '11:50' },
      { from: '14:00', to: '15:00' },
      { from: '17:50', to: '18:10' },
    ],
  },
);
const own: fc.Arbitrary<WorkingCalendar> = fc
  .tuple(fc.dictionary(days, fc.constantFrom<DayKind>('OFF', 'WORKING', 'SHORTENED'), { maxKeys: 20 }), workingDays)
  .map(([more, workingDay]) => ({ ...calendar2026, days: { ...calendar2026.days, ...more }, workingDay }));

const RUNS = { CALENDAR_DAYS: 3_000, WORKING_DAYS: 3_000, HOURS: 1_500, WORKING_HOURS: 3_000 } as const;

describe('10,500 terms are as an independent counter, day by day and minute by minute, has them', () => {
  it.each(termUnits)('in %s', (unit) => {
    const terms = unit.endsWith('DAYS') ? fc.integer({ min: 0, max: 60 }) : fc.integer({ min: 1, max: 24 });
    const minute = fc.integer({ min: 0, max: 1_439 });
    const zone = fc.constantFrom('Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Srednekolymsk');
    fc.assert(
      fc.property(
        days,
        minute,
        zone,
        terms,
        own,
        fc.constantFrom('NEXT', 'PREVIOUS'),
        (on, at, place, term, of, to) => {
          const given = rule({ term, unit, endOnDayOff: to });
          const instant = new Date(Date.parse(`${on}T00:00:00Z`) + (at - zones[place] * 60) * 60_000).toISOString();
          const { dueOn, workBy, dueAt } = termOf({ on, zone: place, at: instant }, given, of);
          expect({ dueOn, workBy, dueAt }).toEqual(slowTerm({ on, minute: at, offset: zones[place] }, given, of));
        },
      ),
      { numRuns: RUNS[unit] },
    );
  });
});

describe('every term in days', () => {
  it('ends on a working day, and never moves the wrong way', () =>
    fc.assert(
      fc.property(days, inDays, own, (from, given, of) => {
        const { dueOn, workBy } = termOf({ on: from, zone: 'Asia/Yakutsk' }, rule(given), of);
        expect([isDayOff(dueOn, of), isDayOff(workBy, of)]).toEqual([false, false]);
        expect(workBy >= from && workBy <= dueOn).toBe(true);
      }),
    ));

  it('is no shorter for a longer one, and a later start never ends it earlier', () =>
    fc.assert(
      fc.property(days, inDays, own, (on, given, of) => {
        const zone = 'Asia/Yakutsk';
        const { dueOn } = termOf({ on, zone }, rule(given), of);
        expect(termOf({ on, zone }, rule({ ...given, term: given.term + 1 }), of).dueOn >= dueOn).toBe(true);
        expect(termOf({ on: addDays(on, 1), zone }, rule(given), of).dueOn >= dueOn).toBe(true);
      }),
    ));

  it('that is not provisional stays as it is whatever the decree of the next year says', () =>
    fc.assert(
      fc.property(
        days,
        inDays,
        fc.dictionary(days, fc.constantFrom<DayKind>('OFF', 'WORKING'), { maxKeys: 200 }),
        (on, given, decree) => {
          const start = { on, zone: 'Asia/Yakutsk' };
          const { dueOn, workBy, provisional } = termOf(start, rule(given), calendar2026);
          fc.pre(!provisional);
          const changed = Object.fromEntries(
            Object.entries(decree).filter(([day]) => !day.startsWith('2026') && !isStatutory(day)),
          );
          const later = termOf(start, rule(given), { ...calendar2026, days: { ...calendar2026.days, ...changed } });
          expect([later.dueOn, later.workBy]).toEqual([dueOn, workBy]);
        },
      ),
    ));
});

function isStatutory(day: string): boolean {
  return /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/.test(day);
}
