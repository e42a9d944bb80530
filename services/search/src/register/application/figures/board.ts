import type { LocalDate } from '@otklik/kernel';

/** The days of a board: what is open is counted of `today` and until `horizon`, answers from `from` to `to`. */
export interface BoardPeriod {
  /** The district's clock, as `localMoment`: what was due before it is overdue. */
  readonly now: string;
  readonly today: LocalDate;
  /** The last day of what is coming. */
  readonly horizon: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type BoardGroup = 'WHOLE' | 'DEPARTMENT' | 'TOPIC' | 'EXECUTOR' | 'DAY';

export interface BoardNumbers {
  readonly open: number;
  readonly unassigned: number;
  readonly dueToday: number;
  readonly coming: number;
  readonly overdue: number;
  readonly extended: number;
  readonly answered: number;
  readonly kept: number;
  readonly late: number;
  readonly sameDay: number;
  readonly promised: number;
  readonly promisesMissed: number;
  readonly promisesKept: number;
  readonly promisesLate: number;
}

/** What is counted of one group. */
export interface BoardCounts extends BoardNumbers {
  readonly by: BoardGroup;
  /** Code of the department or topic, id of the executor, or the day; null of the whole district. */
  readonly value: string | null;
}

export const nothingCounted: BoardNumbers = {
  open: 0,
  unassigned: 0,
  dueToday: 0,
  coming: 0,
  overdue: 0,
  extended: 0,
  answered: 0,
  kept: 0,
  late: 0,
  sameDay: 0,
  promised: 0,
  promisesMissed: 0,
  promisesKept: 0,
  promisesLate: 0,
};
