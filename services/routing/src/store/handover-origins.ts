import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** Where a case of this district came from. */
export interface HandoverOrigin {
  /** The district that handed it over. */
  readonly from: number;
  readonly question: string;
  readonly times: number;
}

/** The cases of a district that other districts of the platform handed over. */
@Injectable()
export class HandoverOrigins {
  async keep(
    tx: Transaction,
    {
      district,
      appeal,
      from,
      question,
      times,
    }: HandoverOrigin & { readonly district: number; readonly appeal: string },
  ): Promise<void> {
    await tx.query(
      `insert into routing.handover_origin (district, appeal, from_district, question, times) values ($1, $2, $3, $4, $5)
       on conflict (district, appeal) do nothing`,
      [district, appeal, from, question, times],
    );
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<HandoverOrigin | undefined> {
    return (await this.ofAll(tx, [{ district, appeal }])).get(appeal);
  }

  /** By appeal, of those alone that were handed over. */
  async ofAll(
    tx: Transaction,
    cases: readonly { readonly district: number; readonly appeal: string }[],
  ): Promise<ReadonlyMap<string, HandoverOrigin>> {
    const { rows } = await tx.query<HandoverOrigin & { readonly appeal: string }>(
      `select o.appeal, o.from_district as "from", o.question, o.times
       from (select distinct * from unnest($1::int[], $2::uuid[]) as k(district, appeal)) k
       join routing.handover_origin o on o.district = k.district and o.appeal = k.appeal`,
      [cases.map(({ district }) => district), cases.map(({ appeal }) => appeal)],
    );
    return new Map(rows.map(({ appeal, ...origin }) => [appeal, origin]));
  }
}
