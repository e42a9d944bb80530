import type { LocalDate } from './local-time.js';

/** Days of a zone, both included. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whether the day is one of them; of none it never is. */
export function isWithin(days: Days | undefined, on: LocalDate): days is Days {
  return days !== undefined && days.from <= on && on <= days.to;
}
