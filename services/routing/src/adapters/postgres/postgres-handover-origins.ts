import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { HandoverOrigin, HandoverOrigins } from '../../application/handover-origins.js';

@Injectable()
export class PostgresHandoverOrigins implements HandoverOrigins {
  async keep(
    tx: Transaction,
    { district, appeal, from, question, times }: Parameters<HandoverOrigins['keep']>[1],
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
