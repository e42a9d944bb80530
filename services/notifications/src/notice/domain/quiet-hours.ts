import { addDays, instantOf, localTime, minuteOf, type LocalDate } from '@otklik/kernel';

export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface Waiting {
  /** Now, ISO 8601. */
  readonly at: string;
  readonly zone: string;
  readonly quiet: QuietHours;
  /** The last day of the term that the letter ends; null where it ends none. */
  readonly dueOn: LocalDate | null;
}

/** How long a letter waits for the morning, ms; 0 outside the quiet hours, and when its term would be over by then, or is. */
export function quietPause({ at, zone, quiet, dueOn }: Waiting): number {
  const now = localTime(at, zone);
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const isQuiet = from <= to ? now.minute >= from && now.minute < to : now.minute >= from || now.minute < to;
  if (!isQuiet) return 0;
  const morning = now.minute < to ? now.on : addDays(now.on, 1);
  if (dueOn !== null && morning > dueOn) return 0;
  return Date.parse(instantOf({ on: morning, minute: to }, zone)) - Date.parse(at);
}
