import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { BegunRequest, BodyRequests, PendingRequest, TakenAs } from '../../application/body-requests.js';
import type { DueNotice } from '../../../notice/application/deliveries.js';
import { LETTER } from '../../../notice/adapters/postgres/postgres-deliveries.js';

const TO_BODIES = `d.state = 'PENDING' and d.way = 'OPEN311' and d.attention is null and d.next_at <= clock_timestamp()`;
const THIS = 'district = $1 and letter = $2';

@Injectable()
export class PostgresBodyRequests implements BodyRequests {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async due(limit: number): Promise<readonly DueNotice[]> {
    const { rows } = await this.worker.query<DueNotice>(
      `select district, notice from notifications.delivery d where ${TO_BODIES} order by next_at limit $1`,
      [limit],
    );
    return rows;
  }

  async claim({ district, notice }: DueNotice, leaseMs: number): Promise<PendingRequest | undefined> {
    const { rows } = await this.database.scope(district).query<PendingRequest>(
      `update notifications.delivery d
       set attempts = d.attempts + 1, begun_at = coalesce(d.begun_at, clock_timestamp()),
         next_at = clock_timestamp() + $3 * interval '1 ms', claimed_until = clock_timestamp() + $3 * interval '1 ms'
       from notifications.applicant a
       where d.district = $1 and d.notice = $2 and ${TO_BODIES} and a.district = d.district and a.appeal = d.appeal
       returning ${LETTER}, d.person, d.attempts,
         (select topic from notifications.question q where q.district = d.district and q.question = d.question),
         extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor"`,
      [district, notice, leaseMs],
    );
    return rows[0];
  }

  async of({ district, notice }: DueNotice): Promise<BegunRequest | undefined> {
    const { rows } = await this.database.scope(district).query<BegunRequest>(
      `select to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "begunAt",
         taken_at is not null as "isTaken", token, request
       from notifications.body_request where ${THIS}`,
      [district, notice],
    );
    return rows[0];
  }

  async begin({ district, notice, person }: PendingRequest, organisation: string, at: string): Promise<void> {
    await this.database.scope(district).query(
      `insert into notifications.body_request (district, letter, person, organisation, begun_at)
       values ($1, $2, $3, $4, $5)
       on conflict (district, letter) do update set posts = body_request.posts + 1`,
      [district, notice, person, organisation, at],
    );
  }

  async release({ district, notice }: DueNotice): Promise<void> {
    await this.database
      .scope(district)
      .query(`delete from notifications.body_request where ${THIS} and taken_at is null`, [district, notice]);
  }

  async take({ district, notice }: DueNotice, { request, token }: TakenAs): Promise<void> {
    await this.database.scope(district).query(
      `with taken as (
           update notifications.body_request set taken_at = clock_timestamp(), request = $3, token = $4 where ${THIS}
           returning district, organisation)
         insert into notifications.body_server as s (district, organisation, answered_at)
         select district, organisation, clock_timestamp() from taken
         on conflict (district, organisation) do update
           set failures = 0, problem = null, problem_since = null, answered_at = clock_timestamp()`,
      [district, notice, request ?? null, token ?? null],
    );
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query('delete from notifications.body_request where district = $1 and person = $2', [district, person]);
  }
}
