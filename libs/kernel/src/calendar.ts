/** A date in the district's zone, `YYYY-MM-DD`. Legal dates are local dates, never instants. */
export type LocalDate = string;

export type DayKind = 'WORKING' | 'OFF' | 'SHORTENED';

/** The working calendar of one district: the decree's days by year, and the district's own days. */
export interface WorkingCalendar {
  /** Changes whenever any day of it changes; written into each `DeadlineSet`. */
  readonly version: string;
  /** Days that differ from "Monday to Friday work, Saturday and Sunday do not". */
  readonly days: Readonly<Record<LocalDate, DayKind>>;
  /** Years whose decree is loaded. A date of another year is provisional: weekends and statutory holidays only. */
  readonly years: readonly number[];
}

/** A term of the law or of the district's policy, as data (domain reference §2). */
export interface DeadlineRule {
  readonly id: string;
  readonly version: number;
  readonly term: number;
  readonly unit: 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'WORKING_HOURS';
  /** How a term that ends on a day off is moved. */
  readonly endOnDayOff: 'NEXT' | 'PREVIOUS';
  /** The article or act, shown on the card. */
  readonly source: string;
}

export interface Term {
  /** The last day of the term. */
  readonly dueOn: LocalDate;
  /** True when the date depends on a year without a decree: it may still move, and the card says so. */
  readonly provisional: boolean;
}

/** Article 112 of the Labour Code; holds for a year whose decree is not loaded. `MM-DD`. */
const STATUTORY_HOLIDAYS = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

const HOURS_OF_A_WORKING_DAY = 8;
const DAY_MS = 86_400_000;

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** No zone of Russia has changed its date within a quarter of an hour of UTC since this year. */
const QUARTERS_SINCE_MS = Date.UTC(1973, 0);
const QUARTER_MS = 900_000;

/** By zone: its formatter and the last result, which is valid for a quarter of an hour. */
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; quarter: number; date: LocalDate }>();

/** The date in `zone` (IANA) at the instant `at` (ISO 8601). Throws a RangeError when either is invalid. */
export function localDate(at: string, zone: string): LocalDate {
  const instant = new Date(at);
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const known = zones.get(zone);
  if (known?.quarter === quarter && instant.getTime() >= QUARTERS_SINCE_MS) return known.date;
  // The Swedish locale formats dates as ISO 8601. Formatters are expensive to create, and there are few zones.
  const format = known?.format ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const date = format.format(instant);
  zones.set(zone, { format, quarter, date });
  return date;
}

export function isDayOff(date: LocalDate, calendar: WorkingCalendar): boolean {
  const kind = calendar.days[date];
  if (kind) return kind === 'OFF';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return true;
  return !isKnown(date, calendar) && isStatutory(date);
}

function isKnown(date: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.days[date] !== undefined || calendar.years.includes(Number(date.slice(0, 4)));
}

/** A statutory holiday, which no decree makes a working day. */
function isStatutory(date: LocalDate): boolean {
  return STATUTORY_HOLIDAYS.includes(date.slice(5));
}

/**
 * The last day of a term that begins with the event of the day `from`. The day of the event is not counted (Civil Code
 * art. 191 by analogy); a term in calendar days that ends on a day off moves as the rule says (art. 193 by analogy).
 * Working hours are counted in working days of eight hours, rounded up.
 */
export function deadline(from: LocalDate, rule: DeadlineRule, calendar: WorkingCalendar): Term {
  let provisional = false;
  const isOff = (date: LocalDate): boolean => {
    provisional ||= !isKnown(date, calendar) && !isStatutory(date);
    return isDayOff(date, calendar);
  };
  let dueOn =
    rule.unit === 'CALENDAR_DAYS' ? addDays(from, rule.term) : workingDayAfter(from, workingDays(rule), isOff);
  const step = rule.endOnDayOff === 'NEXT' ? 1 : -1;
  while (isOff(dueOn)) dueOn = addDays(dueOn, step);
  return { dueOn, provisional };
}

function workingDays(rule: DeadlineRule): number {
  return rule.unit === 'WORKING_DAYS' ? rule.term : Math.ceil(rule.term / HOURS_OF_A_WORKING_DAY);
}

function workingDayAfter(from: LocalDate, count: number, isOff: (date: LocalDate) => boolean): LocalDate {
  let date = from;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (!isOff(date)) left -= 1;
  }
  return date;
}
