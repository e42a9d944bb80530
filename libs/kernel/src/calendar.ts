import { addDays, minuteOf, type LocalDate } from './local-time.js';

export type DayKind = 'WORKING' | 'OFF' | 'SHORTENED';

/** The working calendar of one district: the decree's days by year, the district's own days and its working hours. */
export interface WorkingCalendar {
  /** Changes whenever any day of it or its working hours change; written into each `DeadlineSet`. */
  readonly version: string;
  /** Days that differ from "Monday to Friday work, Saturday and Sunday do not". */
  readonly days: Readonly<Record<LocalDate, DayKind>>;
  /** Years whose decree is loaded. A date of another year is provisional: weekends and statutory holidays only. */
  readonly years: readonly number[];
  /** Of these years those that are known by the Labour Code alone: the decree that moves days off is not there yet. */
  readonly withoutTransfers?: readonly number[];
  /** Absent: `usualDay`. */
  readonly workingDay?: WorkingDay;
}

/** When the administration works on a working day, `HH:MM` of its zone. */
export interface WorkingDay {
  readonly from: string;
  readonly to: string;
  /** In their order, within the day. */
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
  /** By how many minutes a shortened day ends earlier. */
  readonly shortenedBy: number;
}

/** Eight hours with a break at midday; the day before a holiday is an hour shorter (Labour Code art. 95). */
export const usualDay: WorkingDay = {
  from: '09:00',
  to: '18:00',
  breaks: [{ from: '13:00', to: '14:00' }],
  shortenedBy: 60,
};

/** Article 112 of the Labour Code; holds for a year whose decree is not loaded. `MM-DD`. */
const STATUTORY_HOLIDAYS = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

export function isDayOff(date: LocalDate, calendar: WorkingCalendar): boolean {
  const kind = calendar.days[date];
  if (kind) return kind === 'OFF';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return true;
  return !isKnown(date, calendar) && isStatutory(date);
}

/** The first working day from `date` on, or with the step -1 the last one until `date`. */
export function workingDayFrom(date: LocalDate, calendar: WorkingCalendar, step: 1 | -1 = 1): LocalDate {
  let day = date;
  while (isDayOff(day, calendar)) day = addDays(day, step);
  return day;
}

/** Whether a decree may still make a working day of a day off, or the other way round. */
export function isProvisional(date: LocalDate, calendar: WorkingCalendar): boolean {
  return !isKnown(date, calendar) && !isStatutory(date);
}

function isKnown(date: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.days[date] !== undefined || calendar.years.includes(Number(date.slice(0, 4)));
}

/** A statutory holiday, which no decree makes a working day. */
function isStatutory(date: LocalDate): boolean {
  return STATUTORY_HOLIDAYS.includes(date.slice(5));
}

/** A part of a day, in minutes since midnight; the end is not of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The working hours of a date, without its breaks; none on a day off. */
export function workingSpans(date: LocalDate, calendar: WorkingCalendar): readonly Span[] {
  if (isDayOff(date, calendar)) return [];
  const { from, to, breaks, shortenedBy } = calendar.workingDay ?? usualDay;
  const end = minuteOf(to) - (calendar.days[date] === 'SHORTENED' ? shortenedBy : 0);
  const edges = [minuteOf(from), ...breaks.flatMap((pause) => [minuteOf(pause.from), minuteOf(pause.to)]), end];
  const spans: Span[] = [];
  for (let at = 0; at < edges.length; at += 2) spans.push({ from: edges[at]!, to: Math.min(edges[at + 1]!, end) });
  return spans.filter((span) => span.to > span.from);
}
