import type { Transaction } from '@otklik/tenancy';
import type { Series } from '../domain/registration.js';
import type { NumberSnapshot } from './verify-numbers.js';

export abstract class NumberSeries {
  /**
   * Takes the next `count` numbers, returns the last of them, and locks the series' row until the transaction ends. A
   * rollback gives the numbers back.
   */
  abstract take(tx: Transaction, district: number, series: Series, count: number): Promise<number>;
  /** Reads the counters and the recorded numbers of all districts in one snapshot. */
  abstract withSnapshot<Result>(read: (books: NumberSnapshot) => Promise<Result>): Promise<Result>;
}
