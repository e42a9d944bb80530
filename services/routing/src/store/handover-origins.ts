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
    const { rows } = await tx.query<HandoverOrigin>(
      'select from_district as "from", question, times from routing.handover_origin where district = $1 and appeal = $2',
      [district, appeal],
    );
    return rows[0];
  }
}
