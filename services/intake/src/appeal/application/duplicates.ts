import type { Transaction } from '@otklik/tenancy';

/** Appeals that were ever marked as a duplicate; their own streams say whether they still are. */
export abstract class Duplicates {
  /** Serialises the marks of the district, in all replicas of the service, until the transaction ends. */
  abstract lock(tx: Transaction, district: number): Promise<void>;
  abstract keep(tx: Transaction, district: number, original: string, appeal: string): Promise<void>;
  /** All that were ever marked as a duplicate of `original`. */
  abstract of(tx: Transaction, district: number, original: string): Promise<readonly string[]>;
}
