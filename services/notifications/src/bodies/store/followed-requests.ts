import { Injectable } from '@nestjs/common';
import type { NetworkProblem } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';

/** The server of an organisation. */
export interface ServerOf {
  readonly district: number;
  readonly organisation: string;
}

/** A request at a body, and the latest report of its server. Times are ISO 8601 UTC. */
export interface FollowedRequest {
  readonly letter: string;
  readonly appeal: string;
  readonly cause: string;
  readonly token: string | null;
  readonly request: string | null;
  readonly status: 'OPEN' | 'CLOSED' | null;
  readonly changedAt: string | null;
}

export type ReportOf = Pick<FollowedRequest, 'status' | 'changedAt'>;

/** How a server does; null: nothing is wrong. */
export interface ServerHealth {
  readonly organisation: string;
  readonly problem: NetworkProblem | null;
  readonly problemSince: string | null;
  readonly answeredAt: string | null;
  readonly waiting: number;
  readonly followed: number;
}

/** A body may reopen a request for a while after it was closed; polling ends after that. */
const FOLLOWED = `r.taken_at > clock_timestamp() - interval '1 year' and r.ended_at is null
  and coalesce(r.closed_at > clock_timestamp() - interval '14 days', true)`;
const THIS = 'district = $1 and organisation = $2';
const FIELDS = `select r.letter, d.appeal, d.cause, r.token, r.request, r.status, r.changed_at as "changedAt"
  from notifications.body_request r
  join notifications.delivery d on d.district = r.district and d.notice = r.letter
  where r.district = $1 and r.organisation = $2 and ${FOLLOWED}`;
const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Requests of which bodies are asked how far they are, and how their servers do. */
@Injectable()
export class FollowedRequests {
  constructor(private readonly database: Database) {}

  /** Longest not asked first. */
  async of({ district, organisation }: ServerOf, limit: number): Promise<readonly FollowedRequest[]> {
    const { rows } = await this.database
      .scope(district)
      .query<FollowedRequest>(`${FIELDS} order by r.asked_at nulls first, r.taken_at limit $3`, [
        district,
        organisation,
        limit,
      ]);
    return rows;
  }

  /** Of these ids of the server's. */
  async byIds({ district, organisation }: ServerOf, requests: readonly string[]): Promise<readonly FollowedRequest[]> {
    const { rows } = await this.database
      .scope(district)
      .query<FollowedRequest>(`${FIELDS} and r.request = any($3)`, [district, organisation, requests]);
    return rows;
  }

  /** From when its updates are requested: since the last reported one, or since its oldest request. */
  async updatesSince({ district, organisation }: ServerOf): Promise<string> {
    const { rows } = await this.database.scope(district).query<{ readonly since: string }>(
      `select ${iso('coalesce(s.updates_until, min(r.taken_at), clock_timestamp())')} as since
       from notifications.body_server s
       left join notifications.body_request r
         on r.district = s.district and r.organisation = s.organisation and ${FOLLOWED}
       where s.district = $1 and s.organisation = $2 group by s.updates_until`,
      [district, organisation],
    );
    return rows[0]!.since;
  }

  /**
   * All its updates until then were reported. Never later than now: a server with a wrong clock would otherwise report
   * nothing until then.
   */
  async updatedUntil({ district, organisation }: ServerOf, at: string): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.body_server
       set updates_until = least(greatest(updates_until, $3::timestamptz), clock_timestamp()) where ${THIS}`,
      [district, organisation, at],
    );
  }

  /** The server returned the id for the token. */
  async name({ district }: ServerOf, letter: string, request: string): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.body_request set request = $3 where district = $1 and letter = $2', [
        ...[district, letter, request],
      ]);
  }

  /** Its report is recorded. */
  async told(tx: Transaction, { district }: ServerOf, letter: string, { status, changedAt }: ReportOf): Promise<void> {
    await tx.query(
      `update notifications.body_request set status = $3, changed_at = $4,
         closed_at = case when $3 = 'CLOSED' then coalesce(closed_at, clock_timestamp()) end
       where district = $1 and letter = $2`,
      [district, letter, status, changedAt],
    );
  }

  /** All of them were asked for. */
  async asked({ district }: ServerOf, letters: readonly string[]): Promise<void> {
    await this.database
      .scope(district)
      .query(
        'update notifications.body_request set asked_at = clock_timestamp() where district = $1 and letter = any($2)',
        [district, letters],
      );
  }

  /** The body did the last that it does, or its letter is of no use any more. */
  async end(tx: Transaction, district: number, letter: string): Promise<void> {
    await tx.query(
      `update notifications.body_request set ended_at = coalesce(ended_at, clock_timestamp())
       where district = $1 and letter = $2`,
      [district, letter],
    );
  }

  /** A wrong key stays wrong for sending, though the server answers readers. */
  async answered({ district, organisation }: ServerOf): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.body_server set failures = 0, answered_at = clock_timestamp(),
         problem_since = case when problem <> 'UNREACHABLE' then problem_since end,
         problem = nullif(problem, 'UNREACHABLE')
       where ${THIS}`,
      [district, organisation],
    );
  }

  /** Answers how often in a row. */
  async failed({ district, organisation }: ServerOf, problem: NetworkProblem): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ readonly failures: number }>(
      `insert into notifications.body_server as s (district, organisation, failures, problem, problem_since)
       values ($1, $2, 1, $3, clock_timestamp())
       on conflict (district, organisation) do update set failures = s.failures + 1, problem = $3,
         problem_since = case when s.problem = $3 then s.problem_since else clock_timestamp() end
       returning failures`,
      [district, organisation, problem],
    );
    return rows[0]!.failures;
  }

  async healths(district: number): Promise<readonly ServerHealth[]> {
    const { rows } = await this.database.scope(district).query<ServerHealth>(
      `select coalesce(s.organisation, c.organisation) as organisation, s.problem,
         ${iso('s.problem_since')} as "problemSince", ${iso('s.answered_at')} as "answeredAt",
         coalesce(c.waiting, 0)::int as waiting, coalesce(c.followed, 0)::int as followed
       from (select * from notifications.body_server where district = $1) s
       full join (
         select organisation, sum(waiting) as waiting, sum(followed) as followed from (
           select details ->> 'organisation' as organisation, count(*) as waiting, 0 as followed
           from notifications.delivery where district = $1 and state = 'PENDING' and way = 'OPEN311' group by 1
           union all
           select r.organisation, 0, count(*) from notifications.body_request r
           where r.district = $1 and ${FOLLOWED} group by 1) counted
         group by 1) c on c.organisation = s.organisation`,
      [district],
    );
    return rows;
  }
}
