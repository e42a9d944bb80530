import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import { LETTER } from '../../notice/store/letter-columns.js';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';

/** A covering letter that goes as a request, for one attempt. */
export interface PendingRequest extends UnsentLetter {
  readonly person: string;
  readonly topic: string | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
}

/** By which a body's server knows a request: its id, or a token until it tells the id. */
export interface TakenAs {
  readonly request?: string | null;
  readonly token?: string | null;
}

/** A letter of which bytes left, or may have left. */
export interface BegunRequest extends TakenAs {
  /** ISO 8601 UTC, of the first attempt. */
  readonly begunAt: string;
  readonly isTaken: boolean;
}

const THIS = 'district = $1 and letter = $2';

/** Requests to bodies: the part of the to-do list that the dispatch of letters leaves alone, and what became of each. */
@Injectable()
export class BodyRequests {
  constructor(private readonly database: Database) {}

  /** A letter that waits, for an attempt. */
  async pending({ district, notice }: DueNotice): Promise<PendingRequest | undefined> {
    const { rows } = await this.database.scope(district).query<PendingRequest>(
      `select ${LETTER}, d.person, d.attempts,
         (select topic from notifications.question q where q.district = d.district and q.question = d.question),
         extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor"
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.way = 'OPEN311' and d.attention is null
         and not d.to_sign`,
      [district, notice],
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

  /** Committed before a byte leaves. */
  async begin({ district, notice, person }: PendingRequest, organisation: string, at: string): Promise<void> {
    await this.database.scope(district).query(
      `insert into notifications.body_request (district, letter, person, organisation, begun_at)
       values ($1, $2, $3, $4, $5)
       on conflict (district, letter) do update set posts = body_request.posts + 1`,
      [district, notice, person, organisation, at],
    );
  }

  /** Nothing of it left. */
  async release({ district, notice }: DueNotice): Promise<void> {
    await this.database
      .scope(district)
      .query(`delete from notifications.body_request where ${THIS} and taken_at is null`, [district, notice]);
  }

  /** Committed before the proof is recorded, so that it is not sent again when recording fails. */
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

  /** Nothing more is asked of the requests of an erased person. */
  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query('delete from notifications.body_request where district = $1 and person = $2', [district, person]);
  }
}
