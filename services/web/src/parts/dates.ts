// Dates as people read them. Legal dates (YYYY-MM-DD) are of the district's zone already and are never converted.

/** A formatter takes longer to make than a hundred rows to draw. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(language, options)));
  return found;
}

/** «25.11» of `2026-11-25`: tables of the desk. */
export function dayMonth(date: string): string {
  const [, month, day] = date.split('-');
  return `${day}.${month}`;
}

/** «25.11.2026»: cards. */
export function fullDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** «25 ноября 2026 г.»: letters and receipts. */
export function longDate(date: string, language: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return formatter(language, options).format(new Date(date));
}

/** «27.11.2026, 17:30» of the end of a term in hours, «27.11.2026» of one in days. */
export function endOfTerm({ dueOn, dueAt }: { dueOn: string; dueAt?: string | null }, zone: string): string {
  return dueAt ? momentIn(zone, dueAt) : fullDate(dueOn);
}

/** «пн 30.11.2026». */
export function weekdayDate(date: string, language: string): string {
  return `${weekday(date, language)} ${fullDate(date)}`;
}

/** «пн». */
export function weekday(date: string, language: string): string {
  return formatter(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(date));
}

/** «14:02» of the machine's clock. */
export function timeOfDay(instant: number | string, zone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', ...(zone && { timeZone: zone }) } as const;
  return formatter('ru', options).format(new Date(instant));
}

/** «10.11.2026, 12:47» of an instant, in the district's zone. */
export function momentIn(zone: string, instant: string): string {
  return `${fullDate(dayIn(zone, instant))}, ${timeOfDay(instant, zone)}`;
}

/** «2026-11-27T17:00», for fields of date and time, in the district's zone. */
export function localMoment(zone: string, instant: number): string {
  return `${dayIn(zone, instant)}T${timeOfDay(instant, zone)}`;
}

/** The instant of what such a field says in the district's zone, whatever the zone of the browser is. ISO 8601 UTC. */
export function instantOf(zone: string, local: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const ahead = (instant: number): number => Date.parse(`${localMoment(zone, instant)}Z`) - instant;
  // The second look is for the hours around a change of the clocks.
  return new Date(asUtc - ahead(asUtc - ahead(asUtc))).toISOString();
}

/** The district's own day of an instant, `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: string | number): string {
  return formatter('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
}

/** Calendar days from one legal date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The legal date `days` after another; negative: before. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Hours that are left of the zone's day, rounded up: 24 at midnight, 1 in the last hour. */
export function hoursLeftIn(zone: string, now: number): number {
  const hour = Number(timeOfDay(now, zone).split(':')[0]);
  return 24 - (hour % 24);
}
