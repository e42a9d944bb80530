/** A date in the district's zone, `YYYY-MM-DD`. Legal dates are local dates, never instants. */
export type LocalDate = string;

/** A moment on the clock of a place, to the minute. */
export interface LocalTime {
  readonly on: LocalDate;
  /** Minutes since its midnight, 0 to 1,439. */
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `27.11.2026` of `2026-11-27`: dates in tables and on papers. */
export function dottedDate(date: LocalDate): string {
  return date.split('-').toReversed().join('.');
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from the one to the other; negative where the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** The same day of a later month, or the month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
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

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Date and minute in `zone` at the instant `at`; seconds are dropped. */
export function localTime(at: string, zone: string): LocalTime {
  const format =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  clocks.set(zone, format);
  const [on = '', clock = ''] = format.format(new Date(at)).split(' ');
  return { on, minute: minuteOf(clock) };
}

/** The clock in `zone` at the instant, `YYYY-MM-DDTHH:MM`: sorts as it reads. */
export function localMoment(at: string, zone: string): string {
  const { on, minute } = localTime(at, zone);
  return `${on}T${clockOf(minute)}`;
}

/** The instant, ISO 8601 UTC, at which a clock in `zone` shows the time; 1,440 minutes are the midnight after the date. */
export function instantOf({ on, minute }: LocalTime, zone: string): string {
  const asUtc = Date.parse(`${on}T00:00:00Z`) + minute * MINUTE_MS;
  const shown = (instant: number): number => {
    const local = localTime(new Date(instant).toISOString(), zone);
    return Date.parse(`${local.on}T00:00:00Z`) + local.minute * MINUTE_MS;
  };
  // The zone's offset is that of the instant itself, which is only known with the offset: the second step settles it.
  const near = asUtc - (shown(asUtc) - asUtc);
  return new Date(near - (shown(near) - asUtc)).toISOString();
}

/** `HH:MM` as minutes since midnight. */
export function minuteOf(clock: string): number {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes since midnight as `HH:MM`. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The number of the instant's quarter of an hour since 1970: what one official opens twice within it is opened once. */
export function quarterHourOf(at: string): number {
  return Math.floor(Date.parse(at) / QUARTER_MS);
}
