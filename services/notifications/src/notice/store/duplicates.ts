import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** Which appeals are considered under the number of another. */
@Injectable()
export class Duplicates {
  /** A later mark replaces the former one. */
  async keep(tx: Transaction, district: number, duplicate: string, of: string): Promise<void> {
    await tx.query(
      `insert into notifications.duplicate (district, duplicate, original) values ($1, $2, $3)
       on conflict (district, duplicate) do update set original = excluded.original`,
      [district, duplicate, of],
    );
  }

  async remove(tx: Transaction, district: number, duplicate: string): Promise<void> {
    await tx.query('delete from notifications.duplicate where district = $1 and duplicate = $2', [district, duplicate]);
  }

  async of(tx: Transaction, district: number, original: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ readonly duplicate: string }>(
      'select duplicate from notifications.duplicate where district = $1 and original = $2 order by duplicate',
      [district, original],
    );
    return rows.map(({ duplicate }) => duplicate);
  }
}
