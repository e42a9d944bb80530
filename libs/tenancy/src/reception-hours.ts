import { minuteOf } from '@otklik/kernel';
import type { ReceptionHours } from './public-information.js';

/** All times of three weeks, which everybody may ask for at once. */
export const MAX_TIMES = 3_000;
const WEEKS_AHEAD = 4;
const DAYS_OF_WEEK = 7;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

export interface Overlap {
  /** Its place in the list. */
  readonly at: number;
  readonly code: string;
  readonly other: string;
}

/** Hours of one official at the same time of a day that both may have: one time would be given twice. */
export function overlapsOf(all: readonly ReceptionHours[]): readonly Overlap[] {
  return all.flatMap((hours, at) => {
    const other = all.slice(0, at).find((one) => isSamePerson(one, hours) && meet(one, hours));
    return other ? [{ at, code: hours.code, other: other.code }] : [];
  });
}

/** How many times the next three weeks have at the most. */
export function timesAhead(all: readonly ReceptionHours[]): number {
  return all.reduce((sum, { from, to, minutes, queue, weekdays = [], dates = [] }) => {
    const ofDay = queue ? 0 : Math.max(0, Math.floor((minuteOf(to) - minuteOf(from)) / minutes));
    return sum + ofDay * (weekdays.length * WEEKS_AHEAD + dates.length);
  }, 0);
}

function isSamePerson(one: ReceptionHours, other: ReceptionHours): boolean {
  return one.official.trim().toLowerCase() === other.official.trim().toLowerCase();
}

/** A live queue has no times that could be given twice: it may be held within the hours of every week. */
function meet(one: ReceptionHours, other: ReceptionHours): boolean {
  if (one.queue || other.queue) return false;
  return one.from < other.to && other.from < one.to && haveSameDay(one, other);
}

/** Whatever the calendar says of days off. */
function haveSameDay(one: ReceptionHours, other: ReceptionHours): boolean {
  const days = [...(one.dates ?? []), ...(other.dates ?? [])];
  if (days.some((day) => isOn(one, day) && isOn(other, day))) return true;
  const weekdays = one.weekdays?.some((day) => other.weekdays?.includes(day)) ?? false;
  return weekdays && (!one.weeks || !other.weeks || one.weeks.some((week) => other.weeks!.includes(week)));
}

function isOn({ weekdays = [], weeks, dates = [] }: ReceptionHours, day: string): boolean {
  if (dates.includes(day)) return true;
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const isWeekday = weekdays.some((one) => one === weekday);
  return isWeekday && (!weeks || weeks.includes(Math.ceil(Number(day.slice(-2)) / DAYS_OF_WEEK)));
}
