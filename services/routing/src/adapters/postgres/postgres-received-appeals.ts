import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { NewlyReceived, ReceivedAppeal, ReceivedAppeals } from '../../application/received-appeals.js';

@Injectable()
export class PostgresReceivedAppeals implements ReceivedAppeals {
  async keep(tx: Transaction, received: readonly NewlyReceived[]): Promise<void> {
    await tx.query(
      {
        name: 'routing.received',
        text: `insert into routing.received (district, appeal, person, text, settlement, channel)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
          on conflict (district, appeal) do nothing`,
      },
      [
        received.map(({ district }) => district),
        received.map(({ appeal }) => appeal),
        received.map(({ person }) => person),
        received.map(({ text }) => text),
        received.map(({ settlement }) => settlement),
        received.map(({ channel }) => channel),
      ],
    );
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<ReceivedAppeal | undefined> {
    const found = await tx.query<{ text: string | null; settlement: string | null; channel: string }>(
      'select text, settlement, channel from routing.received where district = $1 and appeal = $2',
      [district, appeal],
    );
    return found.rows[0];
  }

  async lock(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('select 1 from routing.received where district = $1 and appeal = $2 for update', [district, appeal]);
  }

  async ofAll(
    tx: Transaction,
    district: number,
    appeals: readonly string[],
  ): Promise<ReadonlyMap<string, ReceivedAppeal>> {
    const { rows } = await tx.query<ReceivedAppeal & { appeal: string }>(
      `select appeal, text, settlement, channel from routing.received where district = $1 and appeal = any($2::uuid[])`,
      [district, appeals],
    );
    return new Map(rows.map(({ appeal, ...received }) => [appeal, received]));
  }

  async deleteText(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('update routing.received set text = null where district = $1 and appeal = $2', [district, appeal]);
  }

  async deleteTextsOf(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query('update routing.received set text = null where district = $1 and person = $2', [district, person]);
  }
}
