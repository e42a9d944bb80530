import { addDays, clockOf, isDayOff, minuteOf, type LocalDate, type WorkingCalendar } from '@otklik/kernel';

/** How far ahead one may book. */
export const BOOKED_AHEAD_DAYS = 21;

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
const DAYS_OF_WEEK = 7;

/** What of announced hours says when they are. */
interface Hours {
  readonly weekdays?: readonly string[];
  readonly weeks?: readonly number[];
  readonly dates?: readonly LocalDate[];
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly queue?: boolean;
}

/** One official's reception on one day. */
export interface Sitting<Announced> {
  readonly hours: Announced;
  readonly on: LocalDate;
  /** When visitors begin, `HH:MM`; none in a live queue. */
  readonly slots: readonly string[];
}

/** The reception of these hours on the day; undefined where there is none. */
export function sittingOn<Announced extends Hours>(
  hours: Announced,
  on: LocalDate,
  calendar: WorkingCalendar,
): Sitting<Announced> | undefined {
  const isNamed = hours.dates?.includes(on) ?? false;
  return isNamed || isWeekly(hours, on, calendar) ? { hours, on, slots: slotsOf(hours) } : undefined;
}

/** Of the days from `today` on as far as one may book, by day. */
export function sittingsFrom<Announced extends Hours>(
  all: readonly Announced[],
  today: LocalDate,
  calendar: WorkingCalendar,
): readonly Sitting<Announced>[] {
  const days = Array.from({ length: BOOKED_AHEAD_DAYS + 1 }, (_, ahead) => addDays(today, ahead));
  return days.flatMap((on) => all.flatMap((hours) => sittingOn(hours, on, calendar) ?? []));
}

/** By weekdays, on working days alone. */
function isWeekly({ weekdays, weeks }: Hours, on: LocalDate, calendar: WorkingCalendar): boolean {
  const weekday = WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()]!;
  if (!weekdays?.includes(weekday) || isDayOff(on, calendar)) return false;
  return weeks === undefined || weeks.includes(Math.ceil(Number(on.slice(-2)) / DAYS_OF_WEEK));
}

/** Each ends within the hours. */
function slotsOf({ from, to, minutes, queue }: Hours): readonly string[] {
  if (queue) return [];
  const count = Math.floor((minuteOf(to) - minuteOf(from)) / minutes);
  return Array.from({ length: count }, (_, at) => clockOf(minuteOf(from) + at * minutes));
}

/** Whether a visitor may still be booked for the time at the local moment. */
export function isAhead(
  on: LocalDate,
  begins: string,
  now: { readonly on: LocalDate; readonly minute: number },
): boolean {
  return on > now.on ? on <= addDays(now.on, BOOKED_AHEAD_DAYS) : on === now.on && minuteOf(begins) > now.minute;
}
