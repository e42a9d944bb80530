import type { Transaction } from '@otklik/tenancy';

/** Across all copies of the service. */
export async function lockDuplicates(tx: Transaction, district: number): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('intake.duplicates'), $1)`, [district]);
}
