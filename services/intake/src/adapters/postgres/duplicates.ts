import type { Transaction } from '@otklik/tenancy';

/** Across all copies of the service. */
export async function lockDuplicates(tx: Transaction, district: number): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('intake.duplicates'), $1)`, [district]);
}

/** Keeps that `appeal` was once marked as a duplicate of `original`. Whether it still is, its own stream says. */
export async function keepDuplicate(
  tx: Transaction,
  district: number,
  original: string,
  appeal: string,
): Promise<void> {
  await tx.query(
    `insert into intake.duplicate (district, original, appeal) values ($1, $2, $3) on conflict do nothing`,
    [district, original, appeal],
  );
}

/** All that were once marked as a duplicate of `original`. */
export async function duplicatesOf(tx: Transaction, district: number, original: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ appeal: string }>(
    `select appeal from intake.duplicate where district = $1 and original = $2 order by appeal`,
    [district, original],
  );
  return rows.map(({ appeal }) => appeal);
}
