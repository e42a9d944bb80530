import type { Transaction } from '@otklik/tenancy';

/** Which appeals are considered under the number of another. */
export abstract class Duplicates {
  /** A later mark replaces the former one. */
  abstract keep(tx: Transaction, district: number, duplicate: string, of: string): Promise<void>;
  abstract remove(tx: Transaction, district: number, duplicate: string): Promise<void>;
  abstract of(tx: Transaction, district: number, original: string): Promise<readonly string[]>;
}
