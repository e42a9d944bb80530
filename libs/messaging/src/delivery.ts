import { orderKey, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { consumerTransaction, isBatch, serviceOf, type ServiceGround } from './ground.js';
import { attempt, handleAll } from './handling.js';
import { heldBecause, hold, queueBehind, tellParked, undoInbox, UnknownVersion } from './held-keys.js';
import type { Consumer } from './messaging.js';
import { isOutage } from './outage.js';

/** A stretch of one partition of a topic, in order. In process a topic has the one partition 0. */
export interface Stretch {
  readonly topic: Topic;
  readonly partition: number;
  readonly events: readonly PublicEvent[];
  /** The position that is reached with it. */
  readonly upTo: number;
  /** Where positions are not those of the owner's log: the position there of the last event that was taken. */
  readonly mark?: number;
}

export interface Delivered {
  readonly handled: number;
  /** Events that wait behind their keys now. */
  readonly held: number;
  /** Keys that were given up at once. */
  readonly parked: number;
  /** Waiting keys of the service, this consumer's or another's, that an event of theirs has woken. */
  readonly woken: number;
}

export interface Delivery {
  /**
   * Effect, inbox and checkpoint of a stretch in one transaction. An event that fails is held with its key; every other
   * one has its effect. Throws only when the database is away: then nothing has happened. What no process has got over
   * so far is tried one by one, each try counted.
   */
  deliver(stretch: Stretch): Promise<Delivered>;
  /**
   * How far the owner's log was read, where it is read itself. A checkpoint with a mark was left by a cluster and holds an
   * offset: then the log is read from its beginning, and what it has had of that already does nothing.
   */
  position(topic: Topic): Promise<number>;
  /** Too many outages in a row: perhaps one of the next events makes them. They are tried one by one from now on. */
  suspect(): void;
}

/**
 * So many processes in a row have begun with a partition's next events and come to no end: they are suspected of ending the
 * process. One that was ended before it began says nothing about them.
 */
const SUSPICIOUS_STARTS = 3;

interface Prelude {
  readonly fresh: ReadonlySet<string>;
  readonly heldKeys: ReadonlySet<string>;
  readonly woken: number;
}

export function makeDelivery(consumer: Consumer, ground: ServiceGround, logger: Logger): Delivery {
  const service = serviceOf(consumer.name);
  const prelude = preludeOf(consumer, service);
  const understands = new Set(consumer.understands);
  const types = new Set(consumer.understands.map((name) => name.slice(0, name.lastIndexOf('@'))));
  const known = new Set<string>();
  const suspicious = new Set<string>();

  async function run(stretch: Stretch, work: (list: readonly PublicEvent[], held: HeldNow) => Promise<void>) {
    const heard = once(stretch.events.filter((event) => types.has(event.type)));
    const districts = [...new Set(heard.map((event) => event.district))];
    const { told, ...delivered } = await consumerTransaction(ground, consumer, districts, async (tx) => {
      const before = await prelude(tx, stretch, heard);
      const held = new HeldNow(tx, service, consumer.name, districts, before.heldKeys);
      const todo: PublicEvent[] = [];
      for (const event of heard) {
        const fresh = before.fresh.has(event.id);
        if (held.has(event)) held.behind(event, fresh);
        else if (!fresh) continue;
        else if (!understands.has(`${event.type}@${event.schema}`)) await held.hold(event, new UnknownVersion(event));
        else todo.push(event);
      }
      const aside = held.count;
      await work(todo, held);
      await held.finish();
      const handled = todo.length - (held.count - aside);
      return { handled, held: held.count, woken: before.woken, parked: held.parked.length, told: held.parked };
    });
    for (const { event, reason } of told) tellParked(logger, consumer.name, event, reason);
    return delivered;
  }

  const whole = (stretch: Stretch) =>
    run(stretch, (todo, held) => handleAll(consumer, todo, held.tx, held.districts, logger));
  const piecemeal = (stretch: Stretch) =>
    run(stretch, async (todo, held) => {
      for (const part of parts(consumer, todo)) await settle(consumer, part, held, logger);
    });
  const heldFirst = (stretch: Stretch) =>
    run(stretch, async (todo, held) => {
      for (const event of todo) {
        if (held.has(event)) held.behind(event, true);
        else await held.hold(event, undefined);
      }
    });

  /** Committed before this process's first delivery of the partition; whatever is delivered sets it back to none. */
  async function countStart({ topic, partition }: Stretch): Promise<number> {
    const { rows } = await ground.worker.query<{ starts: number }>(
      `insert into ${service}.checkpoint (consumer, topic, partition, position, starts) values ($1, $2, $3, 0, 1)
       on conflict (consumer, topic, partition) do update set starts = checkpoint.starts + 1
       returning starts`,
      [consumer.name, topic, partition],
    );
    return rows[0]!.starts;
  }

  async function isSuspicious(stretch: Stretch): Promise<boolean> {
    const place = placeOf(stretch);
    if (!known.has(place)) {
      if ((await countStart(stretch)) >= SUSPICIOUS_STARTS) suspicious.add(place);
      known.add(place);
    }
    return suspicious.has(place);
  }

  return {
    async deliver(stretch) {
      if (stretch.events.length > 0 && (await isSuspicious(stretch))) {
        const delivered = await heldFirst(stretch);
        suspicious.delete(placeOf(stretch));
        return { ...delivered, woken: delivered.woken + delivered.held };
      }
      try {
        return await whole(stretch);
      } catch (error) {
        if (isOutage(error)) throw error;
        logger.debug('a batch failed; each event is tried by itself', { consumer: consumer.name, error });
        return await piecemeal(stretch);
      }
    },

    suspect() {
      for (const place of known) suspicious.add(place);
    },

    async position(topic) {
      const { rows } = await ground.worker.query<{ position: string }>(
        `update ${service}.checkpoint set position = case when mark is null then position else 0 end, mark = null
         where consumer = $1 and topic = $2 and partition = 0 returning position`,
        [consumer.name, topic],
      );
      return Number(rows[0]?.position ?? 0);
    },
  };
}

/**
 * The first statement of every delivery: moves the checkpoint (its row lock is the fence between two processes), wakes
 * the service's waiting keys that have news here, finds this consumer's held keys, and enters all others in the inbox.
 * Batches keep no inbox: their rows remember the last version that they took.
 */
function preludeOf(consumer: Consumer, service: string) {
  const enter = isBatch(consumer)
    ? `select i.event from item i`
    : `insert into ${service}.inbox (district, consumer, event) select i.district, $1, i.event from item i`;
  const after = isBatch(consumer) ? '' : `on conflict do nothing returning event`;
  const statement = {
    name: `deliver:${consumer.name}`,
    text: `with mark as (
        insert into ${service}.checkpoint (consumer, topic, partition, position, mark) values ($1, $2, $3, $4, $8)
        on conflict (consumer, topic, partition) do update
        set position = greatest(checkpoint.position, excluded.position),
          mark = case when excluded.position >= checkpoint.position then excluded.mark else checkpoint.mark end,
          moved_at = clock_timestamp(), starts = 0
      ), item as (
        select * from unnest($5::int[], $6::uuid[], $7::uuid[]) as i(district, appeal, event)
      ), news as (
        update ${service}.parked p
        set retry_at = case when p.state = 'WAITING' then clock_timestamp() else p.retry_at end
        where p.district = any($5::int[]) and p.appeal = any($6::uuid[])
        returning p.district, p.consumer, p.appeal, p.state
      ), fresh as (
        ${enter} where not exists (
          select from news n where n.consumer = $1 and n.district = i.district and n.appeal = i.appeal)
        ${after}
      )
      select 'fresh' as kind, event::text as what from fresh
      union all select 'held', district || '/' || appeal from news where consumer = $1
      union all select 'woken', '' from news where state = 'WAITING'`,
  };
  return async (tx: Transaction, stretch: Stretch, known: readonly PublicEvent[]): Promise<Prelude> => {
    const { rows } = await tx.query<{ kind: 'fresh' | 'held' | 'woken'; what: string }>(statement, [
      consumer.name,
      stretch.topic,
      stretch.partition,
      stretch.upTo,
      known.map((event) => event.district),
      known.map((event) => event.appeal),
      known.map((event) => event.id),
      stretch.mark ?? null,
    ]);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.what);
    return { fresh: new Set(of('fresh')), heldKeys: new Set(of('held')), woken: of('woken').length };
  };
}

function placeOf({ topic, partition }: Stretch): string {
  return `${topic}/${partition}`;
}

function once(events: readonly PublicEvent[]): readonly PublicEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

/** Single events one by one; a batch in halves, until the one that fails is found. */
function parts(consumer: Consumer, events: readonly PublicEvent[]): readonly (readonly PublicEvent[])[] {
  if (!isBatch(consumer)) return events.map((event) => [event]);
  const half = Math.ceil(events.length / 2);
  return [events.slice(0, half), events.slice(half)];
}

async function settle(
  consumer: Consumer,
  events: readonly PublicEvent[],
  held: HeldNow,
  logger: Logger,
): Promise<void> {
  const todo = events.filter((event) => !held.has(event));
  for (const event of events) if (held.has(event)) held.behind(event, true);
  const [only] = todo;
  if (!only) return;
  const error = await attempt(held.tx, () => handleAll(consumer, todo, held.tx, held.districts, logger));
  if (error === undefined) return;
  if (isOutage(error)) throw error;
  if (todo.length === 1) return held.hold(only, error);
  for (const part of parts(consumer, todo)) await settle(consumer, part, held, logger);
}

/** The keys that are held in the transaction of one delivery, and what goes behind them. */
class HeldNow {
  private readonly keys: Set<string>;
  private readonly queued: PublicEvent[] = [];
  private readonly entered: PublicEvent[] = [];
  readonly parked: { readonly event: PublicEvent; readonly reason: string }[] = [];
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

  /** The event goes behind its held key; out of the inbox again, if it was entered there by this delivery. */
  behind(event: PublicEvent, entered: boolean): void {
    this.queued.push(event);
    this.count += 1;
    if (entered) this.entered.push(event);
  }

  /** `error` absent: not tried yet, the first try is due at once. */
  async hold(event: PublicEvent, error: unknown): Promise<void> {
    this.keys.add(orderKey(event));
    this.count += 1;
    const held =
      error === undefined
        ? { state: 'WAITING' as const, reason: 'tried by itself', attempts: 0, waits: 0, pause: 0 }
        : heldBecause(error, 1, 0);
    if (held.state === 'PARKED') this.parked.push({ event, reason: held.reason });
    await hold(this.tx, this.service, this.consumer, event, held);
  }

  async finish(): Promise<void> {
    await undoInbox(this.tx, this.service, this.consumer, this.entered);
    await queueBehind(this.tx, this.service, this.consumer, this.queued);
  }
}
