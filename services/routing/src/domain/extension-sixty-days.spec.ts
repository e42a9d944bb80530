import { describe, expect, it } from '@jest/globals';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { addDays, deadlineOf, fold, Refusal, type StartedRule, type WorkingCalendar } from '@otklik/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';
import { recountedTerm } from './recounted-term.js';

const zone = 'Asia/Yakutsk';
const deploy = new URL('../../../../deploy/', import.meta.url);
const law = parse(readFileSync(new URL('law/59-fz.yaml', deploy), 'utf8')) as {
  readonly rules: readonly StartedRule[];
};
/** As in the law of the platform. */
const rule = (wanted: string): StartedRule => {
  const { id, version, term, unit, start, endOnDayOff, duty } = law.rules.find(({ id }) => id === wanted)!;
  return { id, version, term, unit, start, endOnDayOff, duty, source: 'law' };
};
const folder = new URL('calendars/', deploy);
interface Year {
  readonly year: number;
  readonly off: readonly string[];
  readonly working: readonly string[];
}
const years = readdirSync(folder).map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Year);
const off = new Set(years.flatMap((year) => year.off.map(String)));
const working = new Set(years.flatMap((year) => year.working.map(String)));
const calendar: WorkingCalendar = {
  version: 'all',
  days: Object.fromEntries([
    ...[...off].map((day) => [day, 'OFF'] as const),
    ...[...working].map((day) => [day, 'WORKING'] as const),
  ]),
  years: years.map(({ year }) => year),
};

/** Day after day on the dates themselves, with nothing of the engine. */
function slowSixtieth(from: string): string {
  const date = new Date(`${from}T12:00:00Z`);
  for (let day = 0; day < 60; day += 1) date.setUTCDate(date.getUTCDate() + 1);
  const on = () => date.toISOString().slice(0, 10);
  const holidays = /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/;
  const isOff = () => off.has(on()) || (!working.has(on()) && (date.getUTCDay() % 6 === 0 || holidays.test(on())));
  while (isOff()) date.setUTCDate(date.getUTCDate() - 1);
  return on();
}

function extendedFrom(
  registeredOn: string,
  days: number,
  first = deadlineOf({ on: registeredOn, zone }, rule('ANS'), calendar),
) {
  const history: readonly QuestionEvent[] = [
    { type: 'QuestionOpened', person: 'p', regime: 'APPEAL_59FZ', ordinal: 1 },
    { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] },
    { type: 'DeadlineSet', ...first, by: 'RULE' } as QuestionEvent,
  ];
  const decided = question.decide(
    {
      type: 'ExtendDeadline',
      days,
      ground: 'EXCEPTIONAL',
      reason: 'r',
      mayActIn: 'ALL',
      rule: rule('EXT'),
      calendar,
      extendable: ['ANS'],
      at: `${registeredOn}T10:00:00.000Z`,
    },
    fold(question, history),
  );
  const [event] = decided;
  if (event?.type !== 'DeadlineExtensionDecided') throw new TypeError('not decided');
  return { first, longer: event.deadline };
}

const everyDay = Array.from({ length: 1_096 }, (_, n) => addDays('2026-01-01', n));

describe('an extension of every registration of 2026, 2027 and 2028 (59-FZ art. 12)', () => {
  it('of thirty days ends within sixty of the registration, as an independent counter has it', () => {
    expect(everyDay.at(-1)).toBe('2028-12-31');
    for (const registeredOn of everyDay) {
      const { first, longer } = extendedFrom(registeredOn, 30);
      expect([registeredOn, longer.dueOn]).toEqual([registeredOn, slowSixtieth(registeredOn)]);
      expect(longer.dueOn <= addDays(registeredOn, 60)).toBe(true);
      expect(longer.dueOn > first.dueOn).toBe(true);
    }
  });

  it('of fewer days is longer than the term that runs, or refused', () => {
    for (const registeredOn of everyDay) {
      for (const days of [1, 2, 9, 15]) {
        try {
          const { first, longer } = extendedFrom(registeredOn, days);
          expect(longer.dueOn > first.dueOn && longer.dueOn <= addDays(registeredOn, 30 + days)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          expect((error as Refusal).code).toBe('EXTENSION_TOO_SHORT');
        }
      }
    }
  });

  it('from the first of December 2026 and the ninth of April 2026 ends by the sixtieth day', () => {
    expect(extendedFrom('2026-12-01', 30).longer).toMatchObject({ countedFrom: '2026-12-31', dueOn: '2027-01-29' });
    expect(extendedFrom('2026-04-09', 30).longer).toMatchObject({ countedFrom: '2026-05-09', dueOn: '2026-06-08' });
  });

  it('counts a term that was recorded without its length by the steps of its count', () => {
    const { term: _t, unit: _u, ...old } = deadlineOf({ on: '2026-04-09', zone }, rule('ANS'), calendar);
    expect(extendedFrom('2026-04-09', 30, old as unknown as DeadlineSetData).longer.dueOn).toBe('2026-06-08');
  });

  it('that waited for a decree is recalculated to the working day before, also one that was set to the next', () => {
    const undecreed: WorkingCalendar = { ...calendar, years: calendar.years.filter((year) => year < 2027) };
    for (const registeredOn of everyDay.slice(0, 366)) {
      const { longer } = extendedFrom(registeredOn, 30);
      for (const endOnDayOff of ['NEXT', 'PREVIOUS'] as const) {
        const start = { on: longer.countedFrom, zone };
        const set = { ...deadlineOf(start, { ...rule('EXT'), endOnDayOff }, undecreed), by: 'OFFICIAL' } as const;
        const { dueOn } = recountedTerm(set, calendar, rule('EXT'));
        expect([registeredOn, dueOn]).toEqual([registeredOn, slowSixtieth(registeredOn)]);
      }
    }
  });
});
