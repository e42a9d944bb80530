import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { consumerTransaction, isBatch, serviceOf, workerTransaction, type ServiceGround } from './ground.js';
import { attempt, handleAll } from './handling.js';
import { heldBecause, tellParked, UnknownVersion } from './held-keys.js';
import { FactMissing, type Consumer } from './messaging.js';
import { isOutage } from './outage.js';
import { retryPause, TRIES } from './retry-pace.js';

interface Key {
  readonly district: number;
  readonly appeal: string;
}

interface Tries {
  readonly attempts: number;
  readonly waits: number;
}

interface Waiting {
  readonly place: string;
  readonly topic: string;
  readonly body: PublicEvent;
}

export interface RetryOutcome {
  readonly freed: number;
  readonly parked: number;
  /** ms until the next waiting key is due; absent when no key waits. */
  readonly nextIn?: number;
}

/** Keys tried in one pass, and events of one key in one transaction. */
const KEYS = 100;
const EVENTS = 500;

/**
 * Tries of a key that an outage ended and that are not counted, in a row. Beyond that the event itself is suspected of
 * making them.
 */
const FORGIVEN = 12;

/** Tries the consumer's due keys. Throws only when the database is away. */
export function makeHeldRetry(
  consumer: Consumer,
  ground: ServiceGround,
  logger: Logger,
): (stopped: () => boolean) => Promise<RetryOutcome> {
  const service = serviceOf(consumer.name);
  /** By key: its tries since the last that came to an end of its own. */
  const outages = new Map<string, number>();

  async function due(): Promise<{ keys: readonly Key[]; nextIn?: number }> {
    const { rows } = await ground.worker.query<Key & { in_ms: number }>(
      `select district, appeal, extract(epoch from retry_at - clock_timestamp())::float8 * 1000 as in_ms
       from ${service}.parked where consumer = $1 and state = 'WAITING' order by retry_at limit $2`,
      [consumer.name, KEYS],
    );
    const next = rows.find((row) => row.in_ms > 0);
    return { keys: rows.filter((row) => row.in_ms <= 0), ...(next ? { nextIn: next.in_ms } : {}) };
  }

  /**
   * Counted and committed before the try, so that an event which ends the process is found too. A try that an outage
   * ended had been counted and came to nothing: the next one takes its place.
   */
  async function countTry(key: Key): Promise<Tries | undefined> {
    const before = outages.get(nameOf(key)) ?? 0;
    const counted = before === 0 || before > FORGIVEN ? 1 : 0;
    return workerTransaction(ground.worker, async (tx) => {
      const { rows } = await tx.query<Tries>(
        `update ${service}.parked set attempts = attempts + $6,
           state = case when attempts + $6 > $4 then 'PARKED' else state end,
           retry_at = clock_timestamp() + $5 * interval '1 ms'
         where district = $1 and consumer = $2 and appeal = $3 and state = 'WAITING' and retry_at <= clock_timestamp()
         returning attempts, waits`,
        [key.district, consumer.name, key.appeal, TRIES, retryPause(TRIES, 'DEFECT'), counted],
      );
      return rows[0];
    });
  }

  async function retry(key: Key): Promise<'FREED' | 'WAITING' | 'PARKED'> {
    try {
      const outcome = await tryKey(key);
      outages.delete(nameOf(key));
      return outcome;
    } catch (error) {
      if (isOutage(error)) outages.set(nameOf(key), (outages.get(nameOf(key)) ?? 0) + 1);
      throw error;
    }
  }

  async function tryKey(key: Key): Promise<'FREED' | 'WAITING' | 'PARKED'> {
    const tries = await countTry(key);
    // Meanwhile another process has concluded it, or tries it.
    if (!tries) return 'WAITING';
    if (tries.attempts > TRIES) {
      tellParked(logger, consumer.name, key, 'fruitless');
      return 'PARKED';
    }
    return consumerTransaction(ground, consumer, [key.district], async (tx) => {
      const { rowCount } = await tx.query(
        `select from ${service}.parked where district = $1 and consumer = $2 and appeal = $3 for update`,
        [key.district, consumer.name, key.appeal],
      );
      if (!rowCount) return 'FREED';
      const { rows } = await tx.query<Waiting>(
        `select place, topic, body from ${service}.parked_event
         where district = $1 and consumer = $2 and appeal = $3 order by place limit $4`,
        [key.district, consumer.name, key.appeal, EVENTS],
      );
      const left = await drain(tx, rows);
      return conclude(tx, key, tries, left, rows.length === EVENTS);
    });
  }

  /**
   * Tries the waiting events, in order within each topic and in every order of topics: what one topic's head waits for
   * may stand in the queue behind it. A defect stops the whole key.
   */
  async function drain(tx: Transaction, waiting: readonly Waiting[]): Promise<Drained> {
    const done: string[] = [];
    for (;;) {
      const before = done.length;
      const stopped = new Map<string, Stopped>();
      for (const { place, topic, body } of waiting) {
        if (done.includes(place) || stopped.has(topic)) continue;
        const error = await tryOne(tx, body);
        if (error === undefined) done.push(place);
        else if (error instanceof FactMissing) stopped.set(topic, { event: body, error });
        else return { done, stopped: { event: body, error } };
      }
      const [first] = stopped.values();
      if (first === undefined) return { done };
      if (done.length === before) return { done, stopped: first };
    }
  }

  async function tryOne(tx: Transaction, event: PublicEvent): Promise<unknown> {
    if (!consumer.understands.includes(`${event.type}@${event.schema}`)) return new UnknownVersion(event);
    const error = await attempt(tx, async () => {
      if (isBatch(consumer) || (await entered(tx, event)))
        await handleAll(consumer, [event], tx, [event.district], logger);
    });
    if (error !== undefined && isOutage(error)) throw error;
    return error;
  }

  async function entered(tx: Transaction, event: PublicEvent): Promise<boolean> {
    const { rowCount } = await tx.query(
      `insert into ${service}.inbox (district, consumer, event) values ($1, $2, $3) on conflict do nothing`,
      [event.district, consumer.name, event.id],
    );
    return rowCount === 1;
  }

  async function conclude(tx: Transaction, key: Key, tries: Tries, left: Drained, more: boolean) {
    const values = [key.district, consumer.name, key.appeal];
    await tx.query(
      `delete from ${service}.parked_event
       where district = $1 and consumer = $2 and appeal = $3 and place = any($4::bigint[])`,
      [...values, left.done],
    );
    const first = left.stopped;
    if (!first && !more) {
      await tx.query(`delete from ${service}.parked where district = $1 and consumer = $2 and appeal = $3`, values);
      return 'FREED';
    }
    const attempts = left.done.length > 0 ? 1 : tries.attempts;
    const held = first
      ? heldBecause(first.error, attempts, left.done.length > 0 ? 0 : tries.waits)
      : { state: 'WAITING' as const, reason: 'more to come', attempts: 0, waits: 0, pause: 0 };
    await tx.query(
      `update ${service}.parked set state = $4, reason = $5, attempts = $6, waits = $7,
         event = coalesce($8, event), retry_at = clock_timestamp() + $9 * interval '1 ms'
       where district = $1 and consumer = $2 and appeal = $3`,
      [...values, held.state, held.reason, held.attempts, held.waits, first?.event.id ?? null, held.pause],
    );
    if (held.state === 'PARKED') tellParked(logger, consumer.name, key, held.reason);
    return held.state;
  }

  return async (stopped) => {
    const { keys, nextIn } = await due();
    let freed = 0;
    let parked = 0;
    for (const key of keys) {
      if (stopped()) break;
      const outcome = await retry(key);
      if (outcome === 'FREED') freed += 1;
      if (outcome === 'PARKED') parked += 1;
    }
    if (keys.length === 0) return { freed, parked, ...(nextIn === undefined ? {} : { nextIn }) };
    const after = await due();
    return { freed, parked, ...soonest(after) };
  };
}

function nameOf({ district, appeal }: Key): string {
  return `${district}/${appeal}`;
}

interface Stopped {
  readonly event: PublicEvent;
  readonly error: unknown;
}

interface Drained {
  readonly done: readonly string[];
  readonly stopped?: Stopped;
}

function soonest(after: { keys: readonly Key[]; nextIn?: number }): { nextIn?: number } {
  if (after.keys.length > 0) return { nextIn: 0 };
  return after.nextIn === undefined ? {} : { nextIn: after.nextIn };
}
