import type { PublicEvent } from '@otklik/contracts/envelope';
import { compact } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { inTransaction, type Transaction } from '@otklik/tenancy';
import { consumerTransaction, isBatch, serviceOf, type ConsumerDatabase } from './consumer-database.js';
import { attempt, handleAll } from './handling.js';
import { blockAfter, logBlocked, logDeadLetter, UnknownVersion, unknownVersionReason } from './blocked-keys.js';
import { PrerequisiteMissing, type Consumer } from './messaging.js';
import { isOutage } from './outage.js';
import { retryDelayMs, MAX_ATTEMPTS } from './retry-delay.js';
import { subscriptionOf } from './subscription.js';

interface Key {
  readonly consumer: string;
  readonly district: number;
  readonly appeal: string;
}

interface Attempts {
  readonly attempts: number;
  readonly waits: number;
}

interface QueuedEvent {
  readonly place: string;
  readonly topic: string;
  readonly body: PublicEvent;
}

export interface RetryOutcome {
  readonly unblocked: number;
  readonly deadLettered: number;
  /** Until the next waiting key is due; absent when no key waits. */
  readonly nextInMs?: number;
}

const MAX_KEYS_PER_PASS = 100;
const MAX_EVENTS_PER_KEY = 500;

/** Retries of a key in a row that may end in an outage without being counted; beyond it, the event may be the cause. */
const MAX_TRANSIENT_FAILURES = 12;

/** Retries the due keys of the consumer and its concerns. Throws only when the database is unavailable. */
export function makeBlockedKeyRetry(
  consumer: Consumer,
  database: ConsumerDatabase,
  logger: Logger,
): (stopped: () => boolean) => Promise<RetryOutcome> {
  const service = serviceOf(consumer.name);
  const parts = [consumer, ...(consumer.concerns ?? [])];
  const names = parts.map(({ name }) => name);
  /** By key: outages since its last attempt that completed. */
  const outages = new Map<string, number>();

  let isBegun = false;

  /** Versions that an earlier build did not know may be known to this one. */
  async function reviveKnownVersions(): Promise<void> {
    await database.worker.query(
      `update ${service}.blocked_key set state = 'WAITING', attempts = 0, waits = 0, retry_at = clock_timestamp()
       where consumer = any($1) and state = 'DEAD_LETTERED' and reason = any($2)`,
      [names, consumer.subscribesTo.map(unknownVersionReason)],
    );
    isBegun = true;
  }

  async function due(): Promise<{ keys: readonly Key[]; nextInMs?: number }> {
    const { rows } = await database.worker.query<Key & { in_ms: number }>(
      `select consumer, district, appeal, extract(epoch from retry_at - clock_timestamp())::float8 * 1000 as in_ms
       from ${service}.blocked_key where consumer = any($1) and state = 'WAITING' order by retry_at limit $2`,
      [names, MAX_KEYS_PER_PASS],
    );
    const next = rows.find((row) => row.in_ms > 0);
    return compact({ keys: rows.filter((row) => row.in_ms <= 0), nextInMs: next?.in_ms });
  }

  /**
   * Counted and committed before the attempt, so that an event which crashes the process is counted too. An attempt that
   * an outage ended was counted already, so the next one is not.
   */
  async function countAttempt(key: Key): Promise<Attempts | undefined> {
    const before = outages.get(nameOf(key)) ?? 0;
    const counted = before === 0 || before > MAX_TRANSIENT_FAILURES ? 1 : 0;
    return inTransaction(database.worker, async (tx) => {
      const { rows } = await tx.query<Attempts>(
        `update ${service}.blocked_key set attempts = attempts + $6,
           state = case when attempts + $6 > $4 then 'DEAD_LETTERED' else state end,
           retry_at = clock_timestamp() + $5 * interval '1 ms'
         where district = $1 and consumer = $2 and appeal = $3 and state = 'WAITING' and retry_at <= clock_timestamp()
         returning attempts, waits`,
        [key.district, key.consumer, key.appeal, MAX_ATTEMPTS, retryDelayMs(MAX_ATTEMPTS, 'DEFECT'), counted],
      );
      return rows[0];
    });
  }

  async function retry(key: Key): Promise<'UNBLOCKED' | 'WAITING' | 'DEAD_LETTERED'> {
    try {
      const outcome = await attemptKey(key);
      outages.delete(nameOf(key));
      return outcome;
    } catch (error) {
      if (isOutage(error)) outages.set(nameOf(key), (outages.get(nameOf(key)) ?? 0) + 1);
      throw error;
    }
  }

  async function attemptKey(key: Key): Promise<'UNBLOCKED' | 'WAITING' | 'DEAD_LETTERED'> {
    const part = parts.find(({ name }) => name === key.consumer)!;
    const attempts = await countAttempt(key);
    // Another process has settled the key or is retrying it.
    if (!attempts) return 'WAITING';
    if (attempts.attempts > MAX_ATTEMPTS) {
      logDeadLetter(logger, key.consumer, key, 'attempts exhausted');
      return 'DEAD_LETTERED';
    }
    return consumerTransaction(database, part, [key.district], async (tx) => {
      const { rowCount } = await tx.query(
        `select from ${service}.blocked_key where district = $1 and consumer = $2 and appeal = $3 for update`,
        [key.district, key.consumer, key.appeal],
      );
      if (!rowCount) return 'UNBLOCKED';
      const { rows } = await tx.query<QueuedEvent>(
        `select place, topic, body from ${service}.blocked_event
         where district = $1 and consumer = $2 and appeal = $3 order by place limit $4`,
        [key.district, key.consumer, key.appeal, MAX_EVENTS_PER_KEY],
      );
      const left = await drain(part, tx, rows);
      return settle(tx, key, attempts, left, rows.length === MAX_EVENTS_PER_KEY);
    });
  }

  /**
   * Processes the queued events, in order within each topic but in any order of topics: the prerequisite of one topic's
   * head may be queued behind it. A defect stops the whole key.
   */
  async function drain(part: Consumer, tx: Transaction, waiting: readonly QueuedEvent[]): Promise<Drained> {
    const done: string[] = [];
    for (;;) {
      const before = done.length;
      const stopped = new Map<string, Stopped>();
      for (const { place, topic, body } of waiting) {
        if (done.includes(place) || stopped.has(topic)) continue;
        const error = await attemptEvent(part, tx, body);
        if (error === undefined) done.push(place);
        else if (error instanceof PrerequisiteMissing) stopped.set(topic, { event: body, error });
        else return { done, stopped: { event: body, error } };
      }
      const [first] = stopped.values();
      if (first === undefined) return { done };
      if (done.length === before) return { done, stopped: first };
    }
  }

  async function attemptEvent(part: Consumer, tx: Transaction, event: PublicEvent): Promise<unknown> {
    if (!subscriptionOf(part).knows(event)) return new UnknownVersion(event);
    const error = await attempt(tx, async () => {
      if (isBatch(part) || (await enterInbox(part.name, tx, event)))
        await handleAll(part, [event], tx, [event.district], logger);
    });
    if (error !== undefined && isOutage(error)) throw error;
    return error;
  }

  async function enterInbox(name: string, tx: Transaction, event: PublicEvent): Promise<boolean> {
    const { rowCount } = await tx.query(
      `insert into ${service}.inbox (district, consumer, event) values ($1, $2, $3) on conflict do nothing`,
      [event.district, name, event.id],
    );
    return rowCount === 1;
  }

  async function settle(tx: Transaction, key: Key, before: Attempts, left: Drained, more: boolean) {
    const values = [key.district, key.consumer, key.appeal];
    await tx.query(
      `delete from ${service}.blocked_event
       where district = $1 and consumer = $2 and appeal = $3 and place = any($4::bigint[])`,
      [...values, left.done],
    );
    const first = left.stopped;
    if (!first && !more) {
      await tx.query(
        `delete from ${service}.blocked_key where district = $1 and consumer = $2 and appeal = $3`,
        values,
      );
      return 'UNBLOCKED';
    }
    const attempts = left.done.length > 0 ? 1 : before.attempts;
    const block = first
      ? blockAfter(first.error, attempts, left.done.length > 0 ? 0 : before.waits)
      : { state: 'WAITING' as const, reason: 'more events queued', attempts: 0, waits: 0, delayMs: 0 };
    await tx.query(
      `update ${service}.blocked_key set state = $4, reason = $5, attempts = $6, waits = $7,
         event = coalesce($8, event), retry_at = clock_timestamp() + $9 * interval '1 ms'
       where district = $1 and consumer = $2 and appeal = $3`,
      [...values, block.state, block.reason, block.attempts, block.waits, first?.event.id ?? null, block.delayMs],
    );
    logBlocked(logger, key.consumer, key, first?.event.id, block);
    return block.state;
  }

  return async (stopped) => {
    if (!isBegun) await reviveKnownVersions();
    const { keys, nextInMs } = await due();
    let unblocked = 0;
    let deadLettered = 0;
    for (const key of keys) {
      if (stopped()) break;
      const outcome = await retry(key);
      if (outcome === 'UNBLOCKED') unblocked += 1;
      if (outcome === 'DEAD_LETTERED') deadLettered += 1;
    }
    if (keys.length === 0) return compact({ unblocked, deadLettered, nextInMs });
    const after = await due();
    return { unblocked, deadLettered, ...soonest(after) };
  };
}

function nameOf({ consumer, district, appeal }: Key): string {
  return `${consumer}/${district}/${appeal}`;
}

interface Stopped {
  readonly event: PublicEvent;
  readonly error: unknown;
}

interface Drained {
  readonly done: readonly string[];
  readonly stopped?: Stopped;
}

function soonest(after: { keys: readonly Key[]; nextInMs?: number }): { nextInMs?: number } {
  if (after.keys.length > 0) return { nextInMs: 0 };
  return after.nextInMs === undefined ? {} : { nextInMs: after.nextInMs };
}
