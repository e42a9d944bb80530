import { Injectable } from '@nestjs/common';
import { compact, rounds } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { type RequestState, statusOf } from '../domain/published-request.js';

/** One that came by Open311, or whose sender agreed to its publication. */
export interface PublishedRequest {
  /** The appeal's id. */
  readonly id: string;
  /** Id of the client's account; absent: it came by another way. */
  readonly account?: string;
  /** A topic's code. */
  readonly service: string;
  readonly state: RequestState;
  /** Registration number, once there is one. */
  readonly number?: string;
  /** Codes of the departments that have its questions. */
  readonly departments: readonly string[];
  /** Local date of the last term. */
  readonly dueOn?: string;
  readonly requestedAt: string;
  readonly updatedAt: string;
  /** A code; like the point only where the sender agreed to publication. */
  readonly settlement?: string;
  /** Sealed and exact: no answer holds more of it than `coarsePoint`. */
  readonly point?: string;
  /** Id of its answer, where all may read that and its author agreed to it. */
  readonly answer?: string;
}

export interface PublishedUpdate {
  readonly id: string;
  readonly request: string;
  readonly state: RequestState;
  readonly at: string;
}

interface RequestKey {
  readonly district: number;
  readonly appeal: string;
}

const keyOf = ({ district, appeal }: RequestKey) => `${district}/${appeal}`;

export interface NewRequest extends RequestKey {
  readonly requestedAt: string;
  /** Of what came by Open311. */
  readonly account?: string;
  /** The one that it chose, or the first topic that is known. */
  readonly service?: string;
  /** Of the last term that is known. */
  readonly dueOn?: string;
  readonly isPublished: boolean;
  /** Given only where it is published; the point is sealed. */
  readonly settlement?: string;
  readonly point?: string;
}

export interface Became {
  readonly state: RequestState;
  /** Id of the event, and its version in the appeal's stream. */
  readonly event: string;
  readonly version: number;
  readonly at: string;
  readonly number?: string;
}

/** ISO 8601 UTC, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface RequestFilter extends Span {
  readonly services?: readonly string[];
  readonly statuses?: readonly ('open' | 'closed')[];
}

const MOST = 1_000;
const STATES: readonly RequestState[] = [
  ...(['WAITING', 'TAKEN_UP', 'REGISTERED', 'ANSWERED', 'NOT_CONSIDERED'] as const),
  ...(['DUPLICATE', 'WITHDRAWN', 'STRUCK', 'FORWARDED', 'LEFT_UNANSWERED', 'ENDED'] as const),
];
/** Of published requests. */
const TOLD = '(r.account is not null or r.published) and r.requested_at is not null and r.service is not null';

const select = `
  select r.appeal as id, r.account, r.service, r.state, r.number, r.due_on as "dueOn", r.requested_at as "requestedAt",
    r.updated_at as "updatedAt", r.settlement, r.point, case when r.published and r.answer_live then r.answer end as answer,
    array(select distinct q.department from intake.question q
      where q.district = r.district and q.appeal = r.appeal and q.department is not null) as departments
  from intake.open311_request r
  where r.district = $1 and ${TOLD}`;

interface Row extends Pick<PublishedRequest, 'id' | 'service' | 'state' | 'departments'> {
  readonly account: string | null;
  readonly number: string | null;
  readonly dueOn: string | null;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly settlement: string | null;
  readonly point: string | null;
  readonly answer: string | null;
}

/** What may be published of requests; it holds no text of a person, not even sealed. */
@Injectable()
export class PublishedRequests {
  constructor(private readonly database: Database) {}

  /** Twice, it changes nothing. */
  async received(tx: Transaction, requests: readonly NewRequest[]): Promise<void> {
    for (const each of rounds(requests, keyOf))
      await tx.query(
        `insert into intake.open311_request as r
           (district, appeal, account, service, published, state, requested_at, updated_at, settlement, point, due_on)
         select n.district, n.appeal, n.account, n.service, n.published, 'WAITING', n.at, n.at, n.settlement, n.point, n.due_on
         from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::timestamptz[], $7::text[], $8::text[],
           $9::text[]) as n(district, appeal, account, service, published, at, settlement, point, due_on)
         on conflict (district, appeal) do update set
           account = excluded.account, service = coalesce(excluded.service, r.service), published = excluded.published,
           state = coalesce(r.state, 'WAITING'), requested_at = excluded.requested_at,
           updated_at = coalesce(r.updated_at, excluded.updated_at),
           settlement = coalesce(r.settlement, excluded.settlement), point = coalesce(r.point, excluded.point),
           due_on = greatest(r.due_on, excluded.due_on)`,
        [
          each.map(({ district }) => district),
          each.map(({ appeal }) => appeal),
          each.map(({ account }) => account ?? null),
          each.map(({ service }) => service ?? null),
          each.map(({ isPublished }) => isPublished),
          each.map(({ requestedAt }) => requestedAt),
          each.map(({ settlement }) => settlement ?? null),
          each.map(({ point }) => point ?? null),
          each.map(({ dueOn }) => dueOn ?? null),
        ],
      );
  }

  /** In their order. Of unpublished requests nothing is stored. */
  async became(tx: Transaction, changes: readonly (RequestKey & Became)[]): Promise<void> {
    for (const each of rounds(changes, keyOf))
      await tx.query(
        `with told as (
           update intake.open311_request r set state = n.state, updated_at = n.at, number = coalesce(n.number, r.number)
           from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::timestamptz[], $7::text[])
             as n(district, appeal, state, event, version, at, number)
           where r.district = n.district and r.appeal = n.appeal and (r.account is not null or r.published)
           returning n.*)
         insert into intake.open311_update (district, id, appeal, version, state, at)
         select district, event, appeal, version, state, at from told on conflict do nothing`,
        [
          each.map(({ district }) => district),
          each.map(({ appeal }) => appeal),
          each.map(({ state }) => state),
          each.map(({ event }) => event),
          each.map(({ version }) => version),
          each.map(({ at }) => at),
          each.map(({ number }) => number ?? null),
        ],
      );
  }

  /** A request without a service gets the first topic. */
  async routed(tx: Transaction, routed: readonly (RequestKey & { readonly service: string })[]): Promise<void> {
    for (const each of rounds(routed, keyOf))
      await tx.query(
        `update intake.open311_request r set service = n.service
         from unnest($1::int[], $2::uuid[], $3::text[]) as n(district, appeal, service)
         where r.district = n.district and r.appeal = n.appeal and r.service is null`,
        [each.map(({ district }) => district), each.map(({ appeal }) => appeal), each.map(({ service }) => service)],
      );
  }

  /** One that is shown under the topic for which the question was taken. */
  async corrected(
    tx: Transaction,
    { district, appeal }: RequestKey,
    { topic, formerTopic }: { readonly topic: string; readonly formerTopic: string },
  ): Promise<void> {
    await tx.query(
      'update intake.open311_request set service = $4 where district = $1 and appeal = $2 and service = $3',
      [district, appeal, formerTopic, topic],
    );
  }

  async placed(
    tx: Transaction,
    { district, appeal }: RequestKey,
    { settlement = null, point = null }: { readonly settlement?: string | null; readonly point?: string | null },
  ): Promise<void> {
    await tx.query(
      'update intake.open311_request set settlement = $3, point = $4 where district = $1 and appeal = $2 and published',
      [district, appeal, settlement, point],
    );
  }

  async due(tx: Transaction, terms: readonly (RequestKey & { readonly dueOn: string })[]): Promise<void> {
    for (const each of rounds(terms, keyOf))
      await tx.query(
        `update intake.open311_request r set due_on = greatest(r.due_on, n.due_on)
         from unnest($1::int[], $2::uuid[], $3::text[]) as n(district, appeal, due_on)
         where r.district = n.district and r.appeal = n.appeal`,
        [each.map(({ district }) => district), each.map(({ appeal }) => appeal), each.map(({ dueOn }) => dueOn)],
      );
  }

  /** Its sender withdrew the consent: its place is shown no more. */
  async unpublish(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query(
      `update intake.open311_request set published = false, settlement = null, point = null where district = $1 and appeal = $2`,
      [district, appeal],
    );
  }

  /** A text with the consent of its author was prepared. */
  async answerProposed(tx: Transaction, { district, appeal }: RequestKey, answer: string): Promise<void> {
    await tx.query(
      `update intake.open311_request set answer = $3, answer_live = false where district = $1 and appeal = $2 and published`,
      [district, appeal, answer],
    );
  }

  /** All may read it, or no more. */
  async answerBecame(
    tx: Transaction,
    { district, appeal }: RequestKey,
    answer: string,
    isLive: boolean,
  ): Promise<void> {
    await tx.query(
      'update intake.open311_request set answer_live = $4 where district = $1 and appeal = $2 and answer = $3',
      [district, appeal, answer, isLive],
    );
  }

  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.open311_update where district = $1 and appeal = $2', [district, appeal]);
    await tx.query('delete from intake.open311_request where district = $1 and appeal = $2', [district, appeal]);
  }

  async byIds(district: number, ids: readonly string[]): Promise<readonly PublishedRequest[]> {
    const { rows } = await this.database
      .scope(district)
      .query<Row>(`${select} and r.appeal = any($2) order by r.requested_at desc`, [district, ids]);
    return rows.map(requestOf);
  }

  /** The newest first, 1,000 at most. */
  async list(district: number, filter: RequestFilter): Promise<readonly PublishedRequest[]> {
    const { from, to, services, statuses } = filter;
    const states = STATES.filter((state) => statuses?.includes(statusOf(state)) ?? true);
    const { rows } = await this.database.scope(district).query<Row>(
      `${select} and r.requested_at between $2 and $3 and r.state = any($4)
         and ($5::text[] is null or r.service = any($5))
       order by r.requested_at desc limit ${MOST}`,
      [district, from, to, states, services ?? null],
    );
    return rows.map(requestOf);
  }

  /** In their order, 1,000 at most. */
  async updates(district: number, { from, to }: Span): Promise<readonly PublishedUpdate[]> {
    const { rows } = await this.database.scope(district).query<Omit<PublishedUpdate, 'at'> & { readonly at: Date }>(
      `select u.id, u.appeal as request, u.state, u.at from intake.open311_update u
         join intake.open311_request r on r.district = u.district and r.appeal = u.appeal
       where u.district = $1 and ${TOLD} and u.at between $2 and $3
       order by u.at, u.appeal, u.version limit ${MOST}`,
      [district, from, to],
    );
    return rows.map(({ at, ...update }) => ({ ...update, at: at.toISOString() }));
  }
}

function requestOf({
  account,
  number,
  dueOn,
  requestedAt,
  updatedAt,
  settlement,
  point,
  answer,
  ...row
}: Row): PublishedRequest {
  return {
    ...row,
    requestedAt: requestedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...compact({
      account: account ?? undefined,
      number: number ?? undefined,
      dueOn: dueOn ?? undefined,
      settlement: settlement ?? undefined,
      point: point ?? undefined,
      answer: answer ?? undefined,
    }),
  };
}
