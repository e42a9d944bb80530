import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type {
  Deliveries,
  Delivery,
  Dispatch,
  DueNotice,
  PendingLetter,
  PersonsNotice,
} from '../../application/deliveries.js';

@Injectable()
export class PostgresDeliveries implements Deliveries {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async add(tx: Transaction, delivery: Delivery): Promise<void> {
    const { district, notice, appeal, person, question, kind, way, cause, answer, signatory, signedAt } = delivery;
    await tx.query(
      `insert into notifications.delivery
         (district, notice, appeal, person, kind, way, cause, answer, signatory, signed_at, question, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $6 = 'POSTED' then 'DONE' else 'PENDING' end)
       on conflict (district, notice) do nothing`,
      [district, notice, appeal, person, kind, way, cause, answer, signatory, signedAt, question],
    );
  }

  async due(limit: number): Promise<readonly DueNotice[]> {
    const { rows } = await this.worker.query<DueNotice>(
      `select district, notice from notifications.delivery
       where state = 'PENDING' and way = 'EMAIL' and next_at <= clock_timestamp() order by next_at limit $1`,
      [limit],
    );
    return rows;
  }

  async claim({ district, notice }: DueNotice, leaseMs: number): Promise<PendingLetter | undefined> {
    const { rows } = await this.database.scope(district).query<PendingLetter>(
      `update notifications.delivery d
       set attempts = d.attempts + 1, begun_at = coalesce(d.begun_at, clock_timestamp()),
         next_at = clock_timestamp() + $3 * interval '1 ms'
       from notifications.applicant a
       where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.way = 'EMAIL'
         and d.next_at <= clock_timestamp() and a.district = d.district and a.appeal = d.appeal
       returning d.district, d.notice, d.appeal, d.kind, d.cause, d.answer, d.signatory, d.signed_at as "signedAt",
         a.contact, a.name, a.number, a.registered_on as "registeredOn", a.regime, d.proof, d.sent_at as "sentAt", d.attempts,
         (select department from notifications.question q where q.district = d.district and q.question = d.question),
         (select executor from notifications.question q where q.district = d.district and q.question = d.question),
         extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor"`,
      [district, notice, leaseMs],
    );
    return rows[0];
  }

  async postpone({ district, notice }: DueNotice, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery set next_at = clock_timestamp() + $3 * interval '1 ms'
       where district = $1 and notice = $2 and state = 'PENDING'`,
      [district, notice, ms],
    );
  }

  async keepProof({ district, notice }: DueNotice, { proof, at }: Dispatch): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.delivery set proof = $3, sent_at = $4 where district = $1 and notice = $2', [
        district,
        notice,
        proof,
        at,
      ]);
  }

  async finish(district: number, notice: string, tx?: Transaction): Promise<void> {
    await (tx ?? this.database.scope(district)).query(
      `update notifications.delivery set state = 'DONE', answer = null where district = $1 and notice = $2`,
      [district, notice],
    );
  }

  async ofPerson(tx: Transaction, district: number, person: string): Promise<readonly PersonsNotice[]> {
    const { rows } = await tx.query<PersonsNotice>(
      'select notice, appeal, cause, state from notifications.delivery where district = $1 and person = $2',
      [district, person],
    );
    return rows;
  }
}
