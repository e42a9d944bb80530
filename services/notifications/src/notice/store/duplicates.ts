import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { AppealOf } from './applicants.js';

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
    return (await this.ofAll(tx, [{ district, appeal: original }])).get(original) ?? [];
  }

  /** By original. */
  async ofAll(tx: Transaction, originals: readonly AppealOf[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { rows } = await tx.query<{ readonly original: string; readonly duplicate: string }>(
      `select d.original, d.duplicate from (select distinct * from unnest($1::int[], $2::uuid[]) as k(district, original)) k
       join notifications.duplicate d on d.district = k.district and d.original = k.original order by d.duplicate`,
      [originals.map(({ district }) => district), originals.map(({ appeal }) => appeal)],
    );
    const found = Map.groupBy(rows, ({ original }) => original);
    return new Map([...found].map(([original, all]) => [original, all.map(({ duplicate }) => duplicate)]));
  }
}
