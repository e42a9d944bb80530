// Dates as people read them. Legal dates (YYYY-MM-DD) are of the district's zone already and are never converted.

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
  return new Intl.DateTimeFormat(language, options).format(new Date(date));
}

/** «пн 30.11.2026». */
export function weekdayDate(date: string, language: string): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(date));
  return `${weekday} ${fullDate(date)}`;
}

/** «14:02» of the machine's clock. */
export function timeOfDay(instant: number | string, zone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}) } as const;
  return new Intl.DateTimeFormat('ru', options).format(new Date(instant));
}

/** «10.11.2026, 12:47» of an instant, in the district's zone. */
export function momentIn(zone: string, instant: string): string {
  return `${fullDate(dayIn(zone, instant))}, ${timeOfDay(instant, zone)}`;
}

/** A formatter takes longer to make than a hundred rows to draw. */
const daysOfZone = new Map<string, Intl.DateTimeFormat>();

/** The district's own day of an instant, `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: string | number): string {
  let days = daysOfZone.get(zone);
  if (!days) daysOfZone.set(zone, (days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })));
  return days.format(new Date(instant));
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
