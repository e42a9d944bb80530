import { isDayOff, isProvisional, workingSpans, type WorkingCalendar } from './calendar.js';
import type { StartFact } from './term-start.js';
import { addDays, clockOf, instantOf, localDate, localTime, type LocalDate } from './local-time.js';

export const termUnits = ['CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'HOURS'] as const;
export type TermUnit = (typeof termUnits)[number];

/** A term of the law or of the district's policy, as data (deploy/law, deploy/districts). */
export interface DeadlineRule {
  readonly id: string;
  readonly version: number;
  /** No working day: the term ends with the day of the event itself. */
  readonly term: number;
  readonly unit: TermUnit;
  /** How the legal end of a term in days is moved from a day off. */
  readonly endOnDayOff: 'NEXT' | 'PREVIOUS';
  /** What it obliges to; `Duty` of libs/contracts. */
  readonly duty: Duty;
  /** The article or act, shown on the card. */
  readonly source: string;
}

export type Duty =
  | ('REGISTER' | 'MODERATE' | 'FORWARD' | 'ANSWER' | 'INTERIM_ANSWER' | 'SUPPLY' | 'RETURN' | 'TELL')
  | ('LEAVE_UNANSWERED' | 'NOT_FORWARD' | 'ACCEPT' | 'PUBLISH' | 'REPORT' | 'ANSWER_FOR');

/** The event that begins a term. */
export interface TermStart {
  readonly on: LocalDate;
  readonly zone: string;
  /** Instant of the event, ISO 8601 UTC, for terms in hours; absent where only its day is known: from its midnight. */
  readonly at?: string;
}

/** The event of a day, with its instant where that is of the day: an event may be recorded after its day. */
export function termStart(on: LocalDate, zone: string, at: string): TermStart {
  return localDate(at, zone) === on ? { on, zone, at } : { on, zone };
}

/** One step of the count, as data; its words are `libs/contracts/texts/term.*.json`. */
export interface TermStep {
  readonly code:
    | 'COUNTED_FROM'
    | 'DAY_NOT_COUNTED'
    | 'SAME_DAY'
    | 'CALENDAR_DAYS'
    | 'WORKING_DAYS'
    | 'HOURS'
    | 'WORKED'
    | 'DAYS_OFF'
    | 'ENDS_ON_DAY_OFF'
    | 'WORK_BY'
    | 'DUE'
    | 'PROVISIONAL'
    | 'WITHOUT_TRANSFERS';
  readonly on: LocalDate;
  /** The last day of `DAYS_OFF`. */
  readonly to?: LocalDate;
  /** `HH:MM` of the district. */
  readonly time?: string;
  readonly toTime?: string;
  /** Days, hours, or minutes of work. */
  readonly count?: number;
}

export interface Term {
  /** The last day of the term by the law. */
  readonly dueOn: LocalDate;
  /** The day to have it done by where the law is silent about an end on a day off: the working day before. */
  readonly workBy: LocalDate;
  /** The last instant of a term in hours, ISO 8601 UTC. A term in days lasts until the end of `dueOn`. */
  readonly dueAt?: string;
  /** True when it depends on a year without a decree: it may still move, and the card says so. */
  readonly provisional: boolean;
  readonly steps: readonly TermStep[];
}

/**
 * The end of a term that begins with `start`. Of a term in days the day of the event is not counted (Civil Code art. 191
 * by analogy), and an end on a day off moves as the rule says (art. 193 by analogy). Hours count from the minute of the
 * event; working hours are those of the district's day, without breaks.
 */
export function termOf(start: TermStart, rule: DeadlineRule, calendar: WorkingCalendar): Term {
  switch (rule.unit) {
    case 'CALENDAR_DAYS':
    case 'WORKING_DAYS':
      return inDays(start, rule, calendar);
    case 'HOURS':
      return inHours(start, rule);
    case 'WORKING_HOURS':
      return inWorkingHours(start, rule, calendar);
  }
}

/** The data of a `DeadlineSet`, without who set it. */
export interface CountedDeadline extends Omit<Term, 'steps'> {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly duty: Duty;
  readonly calendarVersion: string;
  /** As the rule was when the term was set: by these it is counted again once a calendar is decreed. */
  readonly term: number;
  readonly unit: TermUnit;
  readonly endOnDayOff: DeadlineRule['endOnDayOff'];
  readonly source: string;
  readonly zone: string;
  readonly countedFrom: LocalDate;
  /** `StartFact`: the fact of that day, where a rule of the law names it. */
  readonly start?: StartFact;
  /** The instant from which hours were counted. */
  readonly countedAt?: string;
  readonly steps: readonly TermStep[];
}

/** The term with everything from which it was counted. */
export function deadlineOf(start: TermStart, rule: DeadlineRule, calendar: WorkingCalendar): CountedDeadline {
  const { id, version, duty, source, term, unit, endOnDayOff } = rule;
  const { on: countedFrom, zone, at } = start;
  const isOfHours = unit === 'HOURS' || unit === 'WORKING_HOURS';
  return {
    rule: id,
    ruleVersion: version,
    duty,
    calendarVersion: calendar.version,
    source,
    zone,
    countedFrom,
    term,
    unit,
    endOnDayOff,
    ...(isOfHours && at !== undefined && { countedAt: at }),
    ...termOf(start, rule, calendar),
  };
}

/** The instant, ISO 8601 UTC, after which a deadline is missed: that of its hours, or the end of its last day. */
export function endOf({ dueOn, dueAt, zone }: Pick<CountedDeadline, 'dueOn' | 'dueAt' | 'zone'>): string {
  return dueAt ?? instantOf({ on: addDays(dueOn, 1), minute: 0 }, zone);
}

/** The last day of a term before it was moved from a day off: by it a further term is counted. */
export function unmovedEnd({
  countedFrom,
  term,
  unit,
  steps,
  dueOn,
}: Pick<CountedDeadline, 'countedFrom' | 'dueOn' | 'steps'> &
  Partial<Pick<CountedDeadline, 'term' | 'unit'>>): LocalDate {
  if (unit === 'CALENDAR_DAYS' && term !== undefined) return addDays(countedFrom, term);
  // A term that was set before its length was recorded tells it by its count; working days end on one.
  return steps.find(({ code }) => code === 'CALENDAR_DAYS')?.on ?? dueOn;
}

/** Looks at days and remembers whether any of them may still change. */
interface Days {
  readonly isOff: (date: LocalDate) => boolean;
  readonly workingDayFrom: (date: LocalDate, step: 1 | -1) => LocalDate;
  readonly provisional: () => LocalDate | undefined;
  /** The first of a year whose days off no decree has moved yet. */
  readonly withoutTransfers: () => LocalDate | undefined;
}

function daysOf(calendar: WorkingCalendar): Days {
  let provisional: LocalDate | undefined;
  let withoutTransfers: LocalDate | undefined;
  const isOff = (date: LocalDate): boolean => {
    if (calendar.withoutTransfers?.includes(Number(date.slice(0, 4)))) withoutTransfers ??= date;
    if (isProvisional(date, calendar)) provisional ??= date;
    return isDayOff(date, calendar);
  };
  const workingDayFrom = (date: LocalDate, step: 1 | -1): LocalDate => {
    let day = date;
    while (isOff(day)) day = addDays(day, step);
    return day;
  };
  return { isOff, workingDayFrom, provisional: () => provisional, withoutTransfers: () => withoutTransfers };
}

function inDays({ on: from }: TermStart, rule: DeadlineRule, calendar: WorkingCalendar): Term {
  const days = daysOf(calendar);
  const { end, steps } = rawEnd(from, rule, days);
  const previous = days.workingDayFrom(end, -1);
  // No working day lies within the term: there is none to have it done by before the next one.
  const workBy = previous < from ? days.workingDayFrom(end, 1) : previous;
  const dueOn = rule.endOnDayOff === 'NEXT' ? days.workingDayFrom(end, 1) : workBy;
  return {
    dueOn,
    workBy,
    provisional: days.provisional() !== undefined,
    steps: [
      { code: 'COUNTED_FROM', on: from },
      ...steps,
      ...(end === dueOn && end === workBy ? [] : [{ code: 'ENDS_ON_DAY_OFF', on: end } as const]),
      ...(workBy === dueOn ? [] : [{ code: 'WORK_BY', on: workBy } as const]),
      { code: 'DUE', on: dueOn },
      ...provisionalStep(days),
    ],
  };
}

/** The last day of the term before it is moved from a day off. */
function rawEnd(
  from: LocalDate,
  { term, unit }: DeadlineRule,
  days: Days,
): { readonly end: LocalDate; readonly steps: readonly TermStep[] } {
  if (term === 0) return { end: from, steps: [{ code: 'SAME_DAY', on: from }] };
  const first: TermStep = { code: 'DAY_NOT_COUNTED', on: from };
  if (unit === 'CALENDAR_DAYS') {
    const end = addDays(from, term);
    return { end, steps: [first, { code: 'CALENDAR_DAYS', on: end, count: term }] };
  }
  const off: LocalDate[] = [];
  let end = from;
  for (let left = term; left > 0;) {
    end = addDays(end, 1);
    if (days.isOff(end)) off.push(end);
    else left -= 1;
  }
  return { end, steps: [first, ...runs(off), { code: 'WORKING_DAYS', on: end, count: term }] };
}

/** Days off that follow each other as one step. */
function runs(off: readonly LocalDate[]): readonly TermStep[] {
  const steps: { code: 'DAYS_OFF'; on: LocalDate; to: LocalDate }[] = [];
  for (const day of off) {
    const last = steps.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else steps.push({ code: 'DAYS_OFF', on: day, to: day });
  }
  return steps;
}

const HOUR = 60;

function inHours(start: TermStart, { term }: DeadlineRule): Term {
  const { on, time, at } = startOf(start);
  const dueAt = new Date(Date.parse(at) + term * HOUR * 60_000).toISOString();
  const end = localTime(dueAt, start.zone);
  return {
    dueOn: end.on,
    workBy: end.on,
    dueAt,
    provisional: false,
    steps: [
      { code: 'COUNTED_FROM', on, time },
      { code: 'HOURS', on: end.on, time: clockOf(end.minute), count: term },
      { code: 'DUE', on: end.on, time: clockOf(end.minute) },
    ],
  };
}

function inWorkingHours(start: TermStart, { term }: DeadlineRule, calendar: WorkingCalendar): Term {
  const { on: from, minute, time } = startOf(start);
  const days = daysOf(calendar);
  const steps: TermStep[] = [];
  const off: LocalDate[] = [];
  let left = term * HOUR;
  let end = { on: from, minute };
  for (let day = from; left > 0; day = addDays(day, 1)) {
    if (days.isOff(day)) {
      off.push(day);
      continue;
    }
    steps.push(...runs(off.splice(0)));
    for (const span of workingSpans(day, calendar)) {
      const begin = day === from ? Math.max(span.from, minute) : span.from;
      const count = Math.min(span.to - begin, left);
      if (count <= 0) continue;
      left -= count;
      end = { on: day, minute: begin + count };
      steps.push({ code: 'WORKED', on: day, time: clockOf(begin), toTime: clockOf(begin + count), count });
    }
  }
  return {
    dueOn: end.on,
    workBy: end.on,
    dueAt: instantOf(end, start.zone),
    provisional: days.provisional() !== undefined,
    steps: [
      { code: 'COUNTED_FROM', on: from, time },
      ...steps,
      { code: 'DUE', on: end.on, time: clockOf(end.minute) },
      ...provisionalStep(days),
    ],
  };
}

/** The minute in which the event happened; its day's midnight where only the day is known. */
function startOf({ on, zone, at }: TermStart): {
  readonly on: LocalDate;
  readonly minute: number;
  readonly time: string;
  readonly at: string;
} {
  const { minute } = at === undefined ? { minute: 0 } : localTime(at, zone);
  return { on, minute, time: clockOf(minute), at: instantOf({ on, minute }, zone) };
}

function provisionalStep(days: Days): readonly TermStep[] {
  const [on, codeAlone] = [days.provisional(), days.withoutTransfers()];
  return [
    ...(on === undefined ? [] : [{ code: 'PROVISIONAL', on } as const]),
    ...(codeAlone === undefined ? [] : [{ code: 'WITHOUT_TRANSFERS', on: codeAlone } as const]),
  ];
}
