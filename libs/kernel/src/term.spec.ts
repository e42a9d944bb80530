import { describe, expect, it } from '@jest/globals';
import { calendar2026 } from './calendar-2026.fixture.js';
import { deadlineOf, endOf, termOf, termStart, unmovedEnd, type DeadlineRule } from './term.js';

const zone = 'Asia/Yakutsk';
const rule = (given: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id: 'ANS',
  version: 1,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  duty: 'ANSWER',
  source: '59-ФЗ, ст. 12 ч. 1',
  ...given,
});
const from = (on: string, clock?: string) => ({
  on,
  zone,
  ...(clock !== undefined && { at: new Date(`${on}T${clock}:00+09:00`).toISOString() }),
});
const inYakutsk = (local: string): string => new Date(`${local}:00+09:00`).toISOString();

describe('thirty days of 59-FZ art. 12(1), the day of registration not counted', () => {
  it.each([
    ['2026-11-24', '2026-12-24', '2026-12-24', false],
    ['2026-04-09', '2026-05-12', '2026-05-08', false],
    // The 9th of January is a Saturday; whether the 11th is a working day, the decree of 2027 will say.
    ['2026-12-02', '2027-01-11', '2026-12-30', true],
    ['2026-12-15', '2027-01-14', '2027-01-14', true],
    // 8 January 2028 is a Saturday and a holiday by law.
    ['2027-12-09', '2028-01-10', '2027-12-31', true],
    // Of a leap year.
    ['2028-01-31', '2028-03-01', '2028-03-01', true],
  ] as const)('from %s: due on %s, to be done by %s (provisional: %s)', (on, dueOn, workBy, provisional) => {
    expect(termOf(from(on), rule(), calendar2026)).toMatchObject({ dueOn, workBy, provisional });
    // A district that moves the end itself back depends on fewer days.
    expect(termOf(from(on), rule({ endOnDayOff: 'PREVIOUS' }), calendar2026)).toMatchObject({ dueOn: workBy, workBy });
  });

  it('end on 30 December 2026 for good, where the district moves the end back', () => {
    const { dueOn, provisional } = termOf(from('2026-12-02'), rule({ endOnDayOff: 'PREVIOUS' }), calendar2026);
    expect([dueOn, provisional]).toEqual(['2026-12-30', false]);
  });
});

describe('three days of 59-FZ art. 8(2)', () => {
  it('that lie within days off are to be done on the first working day after them, and not before the arrival', () => {
    const term = termOf(from('2026-01-02'), rule({ id: 'REG', term: 3 }), calendar2026);
    expect(term).toMatchObject({ dueOn: '2026-01-12', workBy: '2026-01-12' });
  });
});

describe('a term that ends on a day off', () => {
  const codesOf = (start: string, more: Partial<DeadlineRule>) =>
    termOf(from(start), rule(more), calendar2026).steps.map(({ code }) => code);

  it('is to be done on the day of the event where that is the last working day within it', () => {
    const term = termOf(from('2026-11-27'), rule({ term: 1 }), calendar2026);
    expect([term.workBy, term.dueOn]).toEqual(['2026-11-27', '2026-11-30']);
  });

  it('tells the day off wherever it is moved, and no day off where it is not', () => {
    expect(codesOf('2026-11-27', { term: 1 })).toContain('ENDS_ON_DAY_OFF');
    expect(codesOf('2026-11-27', { term: 1, endOnDayOff: 'PREVIOUS' })).toContain('ENDS_ON_DAY_OFF');
    // No working day lies within it: it is due and to be done on the same later day.
    expect(codesOf('2026-01-02', { term: 3 })).toContain('ENDS_ON_DAY_OFF');
    expect(codesOf('2026-11-24', {})).not.toContain('ENDS_ON_DAY_OFF');
  });
});

describe('the start of a term', () => {
  it('has its instant where that is of the day in the zone of the district', () => {
    const at = '2026-11-24T15:30:00.000Z';
    expect(termStart('2026-11-25', zone, at)).toEqual({ on: '2026-11-25', zone, at });
    expect(termStart('2026-11-24', zone, at)).toEqual({ on: '2026-11-24', zone });
  });
});

describe('the end from which a further term counts', () => {
  const deadline = (more: Partial<DeadlineRule>) => deadlineOf(from('2026-04-09'), rule(more), calendar2026);

  it('is that of the days before it was moved from a day off', () => {
    expect(unmovedEnd(deadline({}))).toBe('2026-05-09');
    expect(unmovedEnd({ ...deadline({}), steps: [] })).toBe('2026-05-09');
  });

  it('follows from the count of a deadline that was set before its length was recorded', () => {
    const { term: _term, unit: _unit, ...former } = deadline({});
    expect(unmovedEnd(former)).toBe('2026-05-09');
  });

  it('of working days is their last, which is never a day off', () => {
    const inWorkingDays = deadline({ term: 30, unit: 'WORKING_DAYS' });
    expect(unmovedEnd(inWorkingDays)).toBe(inWorkingDays.dueOn);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-05-08', 1, '2026-05-12'],
    ['2026-11-03', 3, '2026-11-09'],
    ['2026-08-14', 1, '2026-08-15'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-28', 0, '2026-11-30'],
  ])('from %s, %d of them: %s', (on, term, dueOn) => {
    expect(termOf(from(on), rule({ term, unit: 'WORKING_DAYS' }), calendar2026)).toMatchObject({
      dueOn,
      workBy: dueOn,
      provisional: false,
    });
  });

  it('that reach into a year without a decree are provisional', () => {
    expect(termOf(from('2026-12-28'), rule({ term: 5, unit: 'WORKING_DAYS' }), calendar2026)).toMatchObject({
      dueOn: '2027-01-13',
      provisional: true,
    });
  });
});

describe('working hours, from nine to six with a break at one', () => {
  it.each([
    // Within a day, over the break, and exactly to its end.
    ['2026-11-24', '09:00', 4, '2026-11-24T13:00'],
    ['2026-11-24', '10:30', 4, '2026-11-24T15:30'],
    ['2026-11-24', '09:00', 8, '2026-11-24T18:00'],
    ['2026-11-24', '16:00', 9, '2026-11-25T17:00'],
    // Before work, in the break, after work, on a day off.
    ['2026-11-24', '03:00', 1, '2026-11-24T10:00'],
    ['2026-11-24', '13:20', 1, '2026-11-24T15:00'],
    ['2026-11-27', '20:00', 4, '2026-11-30T13:00'],
    ['2026-11-28', '11:00', 9, '2026-12-01T10:00'],
    // A shortened day, holidays behind it, and a Saturday on which the district works.
    ['2026-05-08', '16:30', 1, '2026-05-12T09:30'],
    ['2026-08-14', '17:00', 9, '2026-08-15T18:00'],
  ])('from %s %s, %d hours: %s', (on, clock, term, end) => {
    expect(termOf(from(on, clock), rule({ term, unit: 'WORKING_HOURS' }), calendar2026)).toMatchObject({
      dueAt: inYakutsk(end),
      dueOn: end.slice(0, 10),
      workBy: end.slice(0, 10),
      provisional: false,
    });
  });

  it.each([
    ['Asia/Yakutsk', '2026-11-24T01:00:00.000Z'],
    ['Asia/Vladivostok', '2026-11-24T00:00:00.000Z'],
    ['Asia/Srednekolymsk', '2026-11-23T23:00:00.000Z'],
  ])('are those of the zone: in %s one from the night of the 24th ends at %s', (place, dueAt) => {
    const start = { on: '2026-11-24', zone: place };
    expect(termOf(start, rule({ term: 1, unit: 'WORKING_HOURS' }), calendar2026).dueAt).toBe(dueAt);
  });
});

describe('hours', () => {
  it.each([
    ['2026-11-27', '20:00', 8, '2026-11-28T04:00'],
    ['2026-12-31', '23:59', 24, '2027-01-01T23:59'],
  ])('run on at night and on days off: from %s %s, %d hours: %s', (on, clock, term, end) => {
    expect(termOf(from(on, clock), rule({ term, unit: 'HOURS' }), calendar2026)).toMatchObject({
      dueAt: inYakutsk(end),
      dueOn: end.slice(0, 10),
      provisional: false,
    });
  });
});

describe('the count', () => {
  it('is counted step by step', () => {
    expect(termOf(from('2026-04-09'), rule(), calendar2026).steps).toEqual([
      { code: 'COUNTED_FROM', on: '2026-04-09' },
      { code: 'DAY_NOT_COUNTED', on: '2026-04-09' },
      { code: 'CALENDAR_DAYS', on: '2026-05-09', count: 30 },
      { code: 'ENDS_ON_DAY_OFF', on: '2026-05-09' },
      { code: 'WORK_BY', on: '2026-05-08' },
      { code: 'DUE', on: '2026-05-12' },
    ]);
    expect(termOf(from('2026-11-27', '17:00'), rule({ term: 3, unit: 'WORKING_HOURS' }), calendar2026).steps).toEqual([
      { code: 'COUNTED_FROM', on: '2026-11-27', time: '17:00' },
      { code: 'WORKED', on: '2026-11-27', time: '17:00', toTime: '18:00', count: 60 },
      { code: 'DAYS_OFF', on: '2026-11-28', to: '2026-11-29' },
      { code: 'WORKED', on: '2026-11-30', time: '09:00', toTime: '11:00', count: 120 },
      { code: 'DUE', on: '2026-11-30', time: '11:00' },
    ]);
  });

  it('tells the days off among working days as one', () => {
    expect(termOf(from('2026-11-19'), rule({ term: 2, unit: 'WORKING_DAYS' }), calendar2026).steps).toEqual([
      { code: 'COUNTED_FROM', on: '2026-11-19' },
      { code: 'DAY_NOT_COUNTED', on: '2026-11-19' },
      { code: 'DAYS_OFF', on: '2026-11-21', to: '2026-11-22' },
      { code: 'WORKING_DAYS', on: '2026-11-23', count: 2 },
      { code: 'DUE', on: '2026-11-23' },
    ]);
  });

  it('tells the first day of a year that is known by the Labour Code alone', () => {
    const codeAlone = { ...calendar2026, years: [2026, 2027], withoutTransfers: [2027] };
    const lastStep = (on: string) => termOf(from(on), rule(), codeAlone).steps.at(-1);
    expect(lastStep('2026-12-02')).toEqual({ code: 'WITHOUT_TRANSFERS', on: '2027-01-01' });
    expect(lastStep('2026-11-24')).toMatchObject({ code: 'DUE' });
  });

  it('is recorded with the rule, both versions, the source and its beginning', () => {
    const { steps: _, ...recorded } = deadlineOf(
      from('2026-11-27', '17:00'),
      rule({ term: 1, unit: 'HOURS' }),
      calendar2026,
    );
    expect(recorded).toEqual({
      rule: 'ANS',
      ruleVersion: 1,
      duty: 'ANSWER',
      calendarVersion: '2026.1 own.1',
      source: '59-ФЗ, ст. 12 ч. 1',
      term: 1,
      unit: 'HOURS',
      endOnDayOff: 'NEXT',
      zone,
      countedFrom: '2026-11-27',
      countedAt: inYakutsk('2026-11-27T17:00'),
      dueOn: '2026-11-27',
      workBy: '2026-11-27',
      dueAt: inYakutsk('2026-11-27T18:00'),
      provisional: false,
    });
    expect(deadlineOf(from('2026-11-27', '17:00'), rule(), calendar2026)).not.toHaveProperty('countedAt');
    const inWorkingHours = rule({ term: 1, unit: 'WORKING_HOURS' });
    expect(deadlineOf(from('2026-11-27', '17:00'), inWorkingHours, calendar2026).countedAt).toBe(
      inYakutsk('2026-11-27T17:00'),
    );
    expect(deadlineOf(from('2026-11-27'), inWorkingHours, calendar2026)).not.toHaveProperty('countedAt');
  });

  it('ends with the last day, or with the hour', () => {
    expect(endOf(deadlineOf(from('2026-11-24'), rule(), calendar2026))).toBe('2026-12-24T15:00:00.000Z');
    const hour = deadlineOf(from('2026-11-24', '12:00'), rule({ term: 1, unit: 'HOURS' }), calendar2026);
    expect(endOf(hour)).toBe(inYakutsk('2026-11-24T13:00'));
  });
});
