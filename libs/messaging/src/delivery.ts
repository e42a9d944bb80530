import { orderKey, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { placesOf, type Batch, type Place } from './batch.js';
import { consumerTransaction, isBatch, serviceOf, type ConsumerDatabase } from './consumer-database.js';
import { claimStatement } from './delivery-claim.js';
import { attempt, handleAll } from './handling.js';
import {
  blockAfter,
  blockKey,
  queueEvents,
  logBlocked,
  removeFromInbox,
  UnknownVersion,
  type Block,
} from './blocked-keys.js';
import type { Consumer } from './messaging.js';
import { BuildDefect, EqualDefects } from './equal-defects.js';
import { isOutage } from './outage.js';
import { subscriptionOf } from './subscription.js';

export interface Delivered {
  readonly handled: number;
  /** Events queued behind blocked keys. */
  readonly blocked: number;
  /** Keys that went to the dead letters in this delivery. */
  readonly deadLettered: number;
  /** Waiting keys of the service, of any of its consumers, that became due because an event of theirs arrived. */
  readonly woken: number;
}

export interface Delivery {
  /**
   * Commits effect, inbox and checkpoint of a batch in one transaction. A failing event blocks its key; all others take
   * effect. Throws only when the database is unavailable, or `BuildDefect` when key after key fails alike; then nothing was
   * committed. After a crash loop the events are delivered one at a time.
   */
  deliver(batch: Batch): Promise<Delivered>;
  /**
   * The checkpoint of a consumer that reads the owner's log directly. A checkpoint written on Kafka holds an offset (it
   * has a `last_position`): the log is then read from 0, and the inbox drops the repetitions.
   */
  position(topic: Topic): Promise<number>;
  /** After many transient failures in a row: one of the next events may cause them, so they are delivered one at a time. */
  deliverIndividually(): void;
}

/** Crash-loop guard: after so many starts that died in a partition's first delivery, its events are delivered one at a time. */
const CRASH_LOOP_THRESHOLD = 3;

export function makeDelivery(consumer: Consumer, database: ConsumerDatabase, logger: Logger): Delivery {
  const service = serviceOf(consumer.name);
  const claim = claimStatement(consumer, service);
  const { hears, knows } = subscriptionOf(consumer);
  const started = new Set<string>();
  const individually = new Set<string>();

  async function run(batch: Batch, work: (events: readonly PublicEvent[], blocked: BlockedKeys) => Promise<void>) {
    const heard = distinctById(batch.events.filter((event) => hears(event.type)));
    const districts = [...new Set(heard.map((event) => event.district))];
    const { blocks, ...delivered } = await consumerTransaction(database, consumer, districts, async (tx) => {
      const claimed = await claim(tx, batch, heard);
      const blocked = new BlockedKeys(tx, service, consumer.name, districts, claimed.blockedKeys);
      const todo: PublicEvent[] = [];
      for (const event of heard) {
        const fresh = claimed.fresh.has(event.id);
        if (blocked.has(event)) blocked.queue(event, fresh);
        else if (!fresh) continue;
        else if (!knows(event)) await blocked.block(event, new UnknownVersion(event));
        else todo.push(event);
      }
      const blockedBefore = blocked.count;
      await work(todo, blocked);
      await blocked.finish();
      return {
        handled: todo.length - (blocked.count - blockedBefore),
        blocked: blocked.count,
        deadLettered: blocked.blocks.filter(({ block }) => block.state === 'DEAD_LETTERED').length,
        woken: claimed.woken,
        blocks: blocked.blocks,
      };
    });
    for (const { event, block } of blocks) logBlocked(logger, consumer.name, event, event.id, block);
    return delivered;
  }

  const deliverAtOnce = (batch: Batch) => run(batch, (todo, blocked) => handled(consumer, todo, blocked, logger));
  const bisect = (batch: Batch) =>
    run(batch, async (todo, blocked) => {
      for (const part of parts(consumer, todo)) await settle(consumer, part, blocked, logger);
    });
  const blockAll = (batch: Batch) =>
    run(batch, async (todo, blocked) => {
      for (const event of todo) {
        if (blocked.has(event)) blocked.queue(event, true);
        else await blocked.block(event, undefined);
      }
    });

  /** Committed before this process's first delivery from the places; every delivery resets it to 0. */
  async function countStarts(places: readonly Place[]): Promise<number> {
    const { rows } = await database.worker.query<{ starts: number }>(
      `insert into ${service}.checkpoint (consumer, topic, partition, position, starts)
       select $1, p.topic, p.partition, 0, 1 from unnest($2::text[], $3::int[]) as p(topic, partition)
       order by p.topic, p.partition
       on conflict (consumer, topic, partition) do update set starts = checkpoint.starts + 1
       returning starts`,
      [consumer.name, places.map(({ topic }) => topic), places.map(({ partition }) => partition)],
    );
    return Math.max(...rows.map(({ starts }) => starts));
  }

  async function isCrashLooping(batch: Batch): Promise<boolean> {
    const places = placesOf(batch);
    const first = places.filter((place) => !started.has(nameOf(place)));
    if (first.length > 0) {
      const isLooping = (await countStarts(first)) >= CRASH_LOOP_THRESHOLD;
      for (const name of first.map(nameOf)) {
        started.add(name);
        if (isLooping) individually.add(name);
      }
    }
    return places.some((place) => individually.has(nameOf(place)));
  }

  /** A process that is stopped has not died. */
  async function forgetStarts(places: readonly Place[]): Promise<void> {
    await database.worker.query(`update ${service}.checkpoint set starts = 0 where consumer = $1 and topic = any($2)`, [
      consumer.name,
      places.map(({ topic }) => topic),
    ]);
  }

  async function deliverWhole(batch: Batch): Promise<Delivered> {
    try {
      return await deliverAtOnce(batch);
    } catch (error) {
      if (isOutage(error) || error instanceof BuildDefect) throw error;
      logger.debug('a batch failed; retrying its events individually', { consumer: consumer.name, error });
      return await bisect(batch);
    }
  }

  return {
    async deliver(batch) {
      if (batch.events.length > 0 && (await isCrashLooping(batch))) {
        const delivered = await blockAll(batch);
        for (const place of placesOf(batch)) individually.delete(nameOf(place));
        return { ...delivered, woken: delivered.woken + delivered.blocked };
      }
      try {
        return await deliverWhole(batch);
      } catch (error) {
        if (error instanceof BuildDefect) await forgetStarts(placesOf(batch));
        throw error;
      }
    },

    deliverIndividually() {
      for (const name of started) individually.add(name);
    },

    async position(topic) {
      const { rows } = await database.worker.query<{ position: string }>(
        `update ${service}.checkpoint set position = case when last_position is null then position else 0 end,
           last_position = null
         where consumer = $1 and topic = $2 and partition = 0 returning position`,
        [consumer.name, topic],
      );
      return Number(rows[0]?.position ?? 0);
    },
  };
}

function nameOf({ topic, partition }: Place): string {
  return `${topic}/${partition}`;
}

function distinctById(events: readonly PublicEvent[]): readonly PublicEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function parts(consumer: Consumer, events: readonly PublicEvent[]): readonly (readonly PublicEvent[])[] {
  if (!isBatch(consumer)) return events.map((event) => [event]);
  const half = Math.ceil(events.length / 2);
  return [events.slice(0, half), events.slice(half)];
}

async function settle(
  consumer: Consumer,
  events: readonly PublicEvent[],
  blocked: BlockedKeys,
  logger: Logger,
): Promise<void> {
  const todo = events.filter((event) => !blocked.has(event));
  for (const event of events) if (blocked.has(event)) blocked.queue(event, true);
  const [only] = todo;
  if (!only) return;
  const error = await attempt(blocked.tx, () => handled(consumer, todo, blocked, logger));
  if (consumer.concerns) blocked.defects.count(error, todo.length);
  if (error === undefined) return;
  if (isOutage(error) || error instanceof BuildDefect) throw error;
  if (todo.length === 1) return blocked.block(only, error);
  for (const part of parts(consumer, todo)) await settle(consumer, part, blocked, logger);
}

async function handled(consumer: Consumer, todo: readonly PublicEvent[], blocked: BlockedKeys, logger: Logger) {
  blocked.count += await handleAll(consumer, todo, blocked.tx, blocked.districts, logger);
}

/** Keys blocked in the transaction of one delivery, and the events queued behind them. */
class BlockedKeys {
  private readonly keys: Set<string>;
  private readonly queued: PublicEvent[] = [];
  private readonly entered: PublicEvent[] = [];
  readonly blocks: { readonly event: PublicEvent; readonly block: Block }[] = [];
  readonly defects = new EqualDefects();
  count = 0;

  constructor(
    readonly tx: Transaction,
    private readonly service: string,
    private readonly consumer: string,
    readonly districts: readonly number[],
    keys: ReadonlySet<string>,
  ) {
    this.keys = new Set(keys);
  }

  has(event: PublicEvent): boolean {
    return this.keys.has(orderKey(event));
  }

  /** Queues the event behind its blocked key. `entered`: this delivery put it into the inbox, so it is removed there. */
  queue(event: PublicEvent, entered: boolean): void {
    this.queued.push(event);
    this.count += 1;
    if (entered) this.entered.push(event);
  }

  /** `error` undefined: not attempted yet, the first attempt is due at once. */
  async block(event: PublicEvent, error: unknown): Promise<void> {
    this.keys.add(orderKey(event));
    this.count += 1;
    const block =
      error === undefined
        ? { state: 'WAITING' as const, reason: 'delivered individually', attempts: 0, waits: 0, delayMs: 0 }
        : blockAfter(error, 1, 0);
    this.blocks.push({ event, block });
    await blockKey(this.tx, this.service, this.consumer, event, block);
  }

  async finish(): Promise<void> {
    await removeFromInbox(this.tx, this.service, this.consumer, this.entered);
    await queueEvents(this.tx, this.service, this.consumer, this.queued);
  }
}
