import type { Transaction } from '@otklik/tenancy';

/** Which appeals were once marked as a duplicate; whether one still is, its own stream says. */
export abstract class Duplicates {
  /** Holds off other marks of the district, in all copies of the service, until the transaction ends. */
  abstract lock(tx: Transaction, district: number): Promise<void>;
  abstract keep(tx: Transaction, district: number, original: string, appeal: string): Promise<void>;
  /** All that were once marked as a duplicate of `original`. */
  abstract of(tx: Transaction, district: number, original: string): Promise<readonly string[]>;
}
