import { addDays, type LocalDate } from '@otklik/kernel';
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
