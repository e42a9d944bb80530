import { describe, expect, it } from '@jest/globals';
import { addDays, termOf, type DayKind, type DeadlineRule } from '@otklik/kernel';
import { readFileSync } from 'node:fs';
import { readCalendarFile } from './calendar-file.js';
import { isTransfersFault, transferredDays } from './calendar-transfers.js';

const calendarOf = (year: number) => {
  const file = new URL(`../../../deploy/calendars/${year}.yaml`, import.meta.url);
  return readCalendarFile(`${year}.yaml`, readFileSync(file, 'utf8'));
};
const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();
const isWeekend = (date: string): boolean => weekday(date) % 6 === 0;

/** Art. 112 and 95 of the Labour Code: holidays, days off that fall on them moved on, the day before a holiday shorter. */
function byTheCode(year: number): Readonly<Record<string, DayKind>> {
  const january = Array.from({ length: 8 }, (_, day) => `${year}-01-0${day + 1}`);
  const others = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'].map((day) => `${year}-${day}`);
  const off = new Set([...january, ...others]);
  for (const holiday of others.filter(isWeekend)) {
    let day = holiday;
    while (off.has(day) || isWeekend(day)) day = addDays(day, 1);
    off.add(day);
  }
  const before = [...others, `${year + 1}-01-01`].map((holiday) => addDays(holiday, -1));
  const shortened = before.filter((day) => !off.has(day) && !isWeekend(day));
  return Object.fromEntries([
    ...[...off].map((day) => [day, 'OFF'] as const),
    ...shortened.map((day) => [day, 'SHORTENED'] as const),
  ]);
}

describe('a calendar year without transfers yet', () => {
  it.each([2027, 2028])('%i has the days of the Labour Code, and says that no decree has moved any', (year) => {
    const { days, transfers } = calendarOf(year);
    expect(transfers).toBe(false);
    expect(days).toEqual(byTheCode(year));
  });

  it('makes terms dates: not provisional, with the mark in the count', () => {
    const years = [2026, 2027].map(calendarOf);
    const calendar = {
      version: '1',
      days: Object.assign({}, ...years.map(({ days }) => days)),
      years: [2026, 2027],
      withoutTransfers: [2027],
    };
    const rule: DeadlineRule = {
      id: 'ANS',
      version: 1,
      term: 30,
      unit: 'CALENDAR_DAYS',
      endOnDayOff: 'NEXT',
      duty: 'ANSWER',
      source: 's',
    };
    const term = termOf({ on: '2026-12-02', zone: 'Asia/Yakutsk' }, rule, calendar);
    expect(term).toMatchObject({ dueOn: '2027-01-11', provisional: false });
    expect(term.steps.at(-1)).toEqual({ code: 'WITHOUT_TRANSFERS', on: '2027-01-01' });
    expect(termOf({ on: '2026-11-02', zone: 'Asia/Yakutsk' }, rule, calendar).steps.at(-1)?.code).toBe('DUE');
  });
});

describe('transfers of a decree', () => {
  const known = { year: 2027, days: { '2027-01-01': 'OFF' } } as const;
  const given = { year: 2027, decree: 'Постановление от 01.10.2026 № 1', off: [], working: [], shortened: [] };

  it('are days of the year, each once', () => {
    const days = transferredDays({ ...given, off: ['2027-01-11', '2027-12-31'], working: ['2027-02-20'] }, known);
    expect(days).toEqual({ '2027-01-11': 'OFF', '2027-12-31': 'OFF', '2027-02-20': 'WORKING' });
  });

  it.each([
    [{ off: ['2027-02-30'] }, { code: 'DATE_INVALID', field: 'off', date: '2027-02-30', at: 0 }],
    [{ working: ['завтра'] }, { code: 'DATE_INVALID', field: 'working', date: 'завтра', at: 0 }],
    [{ shortened: ['2026-12-30'] }, { code: 'DATE_OF_ANOTHER_YEAR', field: 'shortened', date: '2026-12-30', at: 0 }],
    [
      { off: ['2027-01-11'], working: ['2027-01-11'] },
      { code: 'DATE_TWICE', field: 'working', date: '2027-01-11', at: 0 },
    ],
    [{ off: ['2027-12-31', '2027-01-02'] }, { code: 'DATE_CHANGES_NOTHING', field: 'off', date: '2027-01-02', at: 1 }],
    [{}, { code: 'DATES_MISSING', field: 'off' }],
  ])('%j are refused by code and field', (wrong, fault) => {
    const found = transferredDays({ ...given, ...wrong }, known);
    expect(isTransfersFault(found)).toBe(true);
    expect(found).toEqual(fault);
  });
});
