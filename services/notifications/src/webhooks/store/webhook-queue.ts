import { Inject, Injectable } from '@nestjs/common';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { SearchMessage, WebhookMessage } from '../domain/webhook-message.js';
import { DEAD_AFTER_MS, HOLDS_ATTEMPTS, KEPT_MS } from '../domain/webhook-retries.js';

/** `appeal`: messages of one go in their order. */
type QueuedFact = Pick<PublicEvent, 'district' | 'id' | 'appeal' | 'at' | 'recordedAt' | 'traceparent'>;

export interface DueDelivery {
  readonly district: number;
  readonly webhook: string;
  /** The fact's id. */
  readonly fact: string;
}

/** An attempt that is ours to make. */
export interface ClaimedDelivery extends DueDelivery {
  readonly url: string;
  readonly sealed: string;
  readonly body: string;
  /** With this one. */
  readonly attempts: number;
  /** Failures of the webhook in a row before it. */
  readonly failures: number;
  /** Of the fact. */
  readonly traceparent: string | null;
}

/** How an attempt failed: the status of HTTP, or the name of what went wrong. */
export interface FailedAttempt {
  readonly outcome: string;
  /** Before the delivery's next attempt; undefined: that was the last one. */
  readonly waitMs?: number | undefined;
  /** Before the webhook is tried at all. */
  readonly restMs: number;
}

/** Attempts at once to a webhook that works. */
const AT_ONCE = 4;
const OWN = 'district = $1 and webhook = $2 and fact = $3';

/** Events are stamped to the millisecond. */
const isThereAt = (at: string): string => `w.removed_at is null and date_trunc('milliseconds', w.added_at) <= ${at}`;

/** Facts on their way to webhooks. */
@Injectable()
export class WebhookQueue {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** Ids of the facts in whose district there was a webhook when they were recorded. */
  async heard(tx: Transaction, facts: readonly PublicEvent[]): Promise<ReadonlySet<string>> {
    const { rows } = await tx.query<{ readonly id: string }>(
      {
        name: 'notifications.heard',
        text: `select f.id from unnest($1::uuid[], $2::int[], $3::timestamptz[]) as f(id, district, at)
          where exists (select from notifications.webhook w where w.district = f.district and ${isThereAt('f.at')})`,
      },
      [facts.map(({ id }) => id), facts.map(({ district }) => district), facts.map(({ recordedAt }) => recordedAt)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The registration number of the fact's appeal, once it is known here. */
  async numberOf(tx: Transaction, { district, appeal }: PublicEvent): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly number: string | null }>(
      'select number from notifications.applicant where district = $1 and appeal = $2',
      [district, appeal],
    );
    return rows[0]?.number ?? undefined;
  }

  /**
   * Kept once, for each webhook of its district that was there when it was recorded and wants its type. The message is sent
   * byte for byte the same at each attempt.
   */
  async add(tx: Transaction, fact: QueuedFact, message: WebhookMessage | SearchMessage): Promise<void> {
    const { district, id, appeal, at, recordedAt, traceparent = null } = fact;
    await tx.query(
      `with kept as (
         insert into notifications.webhook_fact (district, id, appeal, type, at, body, traceparent)
         values ($1, $2, $3, $4, $5, $6, $8) on conflict do nothing returning seq)
       insert into notifications.webhook_delivery (district, webhook, fact, seq, appeal)
       select $1, w.id, $2, kept.seq, $3 from kept, notifications.webhook w
       where w.district = $1 and (w.types = '{}' or $4 = any(w.types)) and ${isThereAt('$7')}`,
      [district, id, appeal, message.type, at, JSON.stringify(message), recordedAt, traceparent],
    );
  }

  /**
   * The oldest that are due, a few of each webhook, one of a webhook that fails; of an appeal the first alone, until it has
   * failed several times.
   */
  async due(limit: number): Promise<readonly DueDelivery[]> {
    const { rows } = await this.worker.query<DueDelivery>(
      `select d.district, d.webhook, d.fact
       from notifications.webhook w
       cross join lateral (
         select count(*)::int as count from notifications.webhook_delivery
         where district = w.district and webhook = w.id and state = 'WAITING' and claimed_until > clock_timestamp()) running
       cross join lateral (
         select e.district, e.webhook, e.fact, e.next_at from notifications.webhook_delivery e
         where e.district = w.district and e.webhook = w.id and e.state = 'WAITING' and e.next_at <= clock_timestamp()
           and not exists (select from notifications.webhook_delivery earlier
             where earlier.district = e.district and earlier.webhook = e.webhook and earlier.appeal = e.appeal
               and earlier.state = 'WAITING' and earlier.seq < e.seq and earlier.attempts <= ${HOLDS_ATTEMPTS})
         order by e.seq
         limit greatest(0, case when w.failures > 0 then 1 else ${AT_ONCE} end - running.count)) d
       where w.paused is null and w.removed_at is null and w.rest_until <= clock_timestamp()
       order by d.next_at limit $1`,
      [limit],
    );
    return rows;
  }

  /** Undefined: another process has it, or it is not due any more. */
  async claim({ district, webhook, fact }: DueDelivery, leaseMs: number): Promise<ClaimedDelivery | undefined> {
    const { rows } = await this.database.scope(district).query<ClaimedDelivery>(
      `update notifications.webhook_delivery d
       set attempts = d.attempts + 1, tried_at = clock_timestamp(),
         next_at = clock_timestamp() + $4 * interval '1 ms', claimed_until = clock_timestamp() + $4 * interval '1 ms'
       from notifications.webhook w, notifications.webhook_fact f
       where d.district = $1 and d.webhook = $2 and d.fact = $3 and d.state = 'WAITING'
         and d.next_at <= clock_timestamp() and w.district = $1 and w.id = $2 and w.paused is null
         and w.removed_at is null and f.district = $1 and f.id = $3
       returning d.district, d.webhook, d.fact, w.url, w.sealed, f.body, d.attempts, w.failures,
         f.traceparent`,
      [district, webhook, fact, leaseMs],
    );
    return rows[0];
  }

  async sent({ district, webhook, fact }: DueDelivery, outcome: string): Promise<void> {
    await this.database.scope(district).query(
      `with done as (
         update notifications.webhook_delivery set state = 'SENT', claimed_until = null, outcome = $4
         where ${OWN} returning webhook)
       update notifications.webhook w set failures = 0, failing_since = null, sent_at = clock_timestamp()
       from done where w.district = $1 and w.id = done.webhook`,
      [district, webhook, fact, outcome],
    );
  }

  /** Answers whether the webhook is paused as dead: it took nothing for days. */
  async failed({ district, webhook, fact }: DueDelivery, { outcome, waitMs, restMs }: FailedAttempt): Promise<boolean> {
    const { rows } = await this.database.scope(district).query<{ readonly dead: boolean }>(
      `with done as (
         update notifications.webhook_delivery
         set state = case when $5::float8 is null then 'FAILED' else 'WAITING' end, outcome = $4, claimed_until = null,
           next_at = clock_timestamp() + coalesce($5, 0) * interval '1 ms'
         where ${OWN} returning webhook),
       standing as (
         select w.id, w.paused is null and w.failing_since < clock_timestamp() - ${DEAD_AFTER_MS} * interval '1 ms' as dead
         from notifications.webhook w, done where w.district = $1 and w.id = done.webhook)
       update notifications.webhook w set failures = w.failures + 1,
         failing_since = coalesce(w.failing_since, clock_timestamp()), last_failure = $4,
         rest_until = greatest(w.rest_until, clock_timestamp() + $6 * interval '1 ms'),
         paused = case when standing.dead then 'DEAD' else w.paused end,
         paused_at = case when standing.dead then clock_timestamp() else w.paused_at end
       from standing where w.district = $1 and w.id = standing.id
       returning coalesce(standing.dead, false) as dead`,
      [district, webhook, fact, outcome, waitMs ?? null, restMs],
    );
    return rows[0]?.dead ?? false;
  }

  /** The receiver says that there is no such address any more: paused, the delivery waits. */
  async gone({ district, webhook, fact }: DueDelivery): Promise<void> {
    await this.database.scope(district).query(
      `with done as (
         update notifications.webhook_delivery set outcome = '410', claimed_until = null, next_at = clock_timestamp()
         where ${OWN} returning webhook)
       update notifications.webhook w set last_failure = '410', failures = w.failures + 1,
         failing_since = coalesce(w.failing_since, clock_timestamp()),
         paused = coalesce(w.paused, 'GONE'), paused_at = coalesce(w.paused_at, clock_timestamp())
       from done where w.district = $1 and w.id = done.webhook`,
      [district, webhook, fact],
    );
  }

  /** What is older than it is kept. Answers how many facts went. */
  async sweep(district: number): Promise<number> {
    const { rowCount } = await this.database.scope(district).query(
      `with old as (
         delete from notifications.webhook_fact
         where district = $1 and kept_at < clock_timestamp() - ${KEPT_MS} * interval '1 ms' returning id),
       gone as (
         delete from notifications.webhook_delivery d using old where d.district = $1 and d.fact = old.id)
       select id from old`,
      [district],
    );
    return rowCount ?? 0;
  }
}
