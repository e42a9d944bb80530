import type { Transaction } from '@otklik/tenancy';
import type { Series } from '../domain/registration.js';
import type { NumberBooks } from './verify-numbers.js';

export abstract class NumberSeries {
  /**
   * Takes the next `count` numbers, answers the last of them, and holds the series' row until the transaction ends: rolled
   * back, they are free again.
   */
  abstract take(tx: Transaction, district: number, series: Series, count: number): Promise<number>;
  /** Reads the counters and the numbers of the log of all districts as they stand at one moment. */
  abstract withBooks<Result>(read: (books: NumberBooks) => Promise<Result>): Promise<Result>;
}
