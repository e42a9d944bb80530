import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** Appeals that were ever marked as a duplicate; their own streams say whether they still are. */
@Injectable()
export class Duplicates {
  /** Serialises what ties appeals of the district to each other, in all replicas of the service, until the transaction ends. */
  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('intake.duplicates'), $1)`, [district]);
  }

  async keep(tx: Transaction, district: number, original: string, appeal: string): Promise<void> {
    await tx.query(
      `insert into intake.duplicate (district, original, appeal) values ($1, $2, $3) on conflict do nothing`,
      [district, original, appeal],
    );
  }

  /** All that were ever marked as a duplicate of `original`. */
  async of(tx: Transaction, district: number, original: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ appeal: string }>(
      `select appeal from intake.duplicate where district = $1 and original = $2 order by appeal`,
      [district, original],
    );
    return rows.map(({ appeal }) => appeal);
  }
}
