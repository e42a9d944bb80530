import { addDays, isDayOff, localDate, workingDayFrom, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { DemoAppeal } from './demo-appeal.js';

export function regimeOf({ channel, identified }: DemoAppeal): string {
  if (channel === 'PAPER') return 'APPEAL_59FZ';
  if (channel === 'RECEPTION') return 'ORAL_RECEPTION';
  return identified ? 'APPEAL_59FZ' : 'SOCIAL_MESSAGE';
}

/** With the day until which the answer that is signed on that day promises its measures. */
export function promised(appeal: DemoAppeal, signedOn: LocalDate): DemoAppeal {
  const { promiseDays } = appeal;
  return promiseDays === undefined ? appeal : { ...appeal, promisedUntil: addDays(signedOn, promiseDays) };
}

/** `hour` may have a fraction. The offset is that of noon: no zone of Russia has changed it since 2016. */
export function instant(date: LocalDate, hour: number, zone: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(noon);
  const [, hours = '0'] = /GMT([+-]\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')!.value) ?? [];
  return new Date(Date.parse(`${date}T00:00:00Z`) + (hour - Number(hours)) * HOUR_MS).toISOString();
}

const HOUR_MS = 3_600_000;

export function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
}

export function middle(from: string, to: string, share: number): string {
  return new Date(Date.parse(from) + (Date.parse(to) - Date.parse(from)) * share).toISOString();
}

export function latest(a: string, b: string): string {
  return a > b ? a : b;
}

const OPENS = 9;
const CLOSES = 18;

/**
 * The instant, if officials are at work then; else in the last working hour before it, where that is later than `after`, or in the
 * first one that comes.
 */
export function atWork(at: string, after: string, { zone, calendar }: Pick<District, 'zone' | 'calendar'>): string {
  const date = localDate(at, zone);
  const [opens, closes] = [instant(date, OPENS, zone), instant(date, CLOSES, zone)];
  const works = !isDayOff(date, calendar);
  if (works && opens <= at && at < closes) return at;
  // The same minute of another hour, so that acts do not all fall on the hour.
  const minutes = (Date.parse(at) % HOUR_MS) / HOUR_MS;
  const before = works && at >= closes ? date : workingDayFrom(addDays(date, -1), calendar, -1);
  const earlier = instant(before, CLOSES - 1 + minutes, zone);
  if (earlier > after) return earlier;
  const next = works && at < opens ? date : workingDayFrom(addDays(date, 1), calendar);
  return instant(next, OPENS + minutes, zone);
}

/** Acts of officials one after the other between two instants at which they work, each while they work. */
export function actsBetween(
  [from, to]: readonly [string, string],
  shares: readonly number[],
  district: Pick<District, 'zone' | 'calendar'>,
): readonly string[] {
  let last = from;
  return shares.map((share) => {
    const at = atWork(latest(middle(from, to, share), last), last, district);
    // Where no time is left before, it is done on the last day itself.
    last = at < to ? at : middle(latest(last, instant(localDate(to, district.zone), OPENS, district.zone)), to, 0.5);
    return last;
  });
}
