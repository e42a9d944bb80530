import { orderKey, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import {
  EventTransport,
  makeBlockedKeyRetry,
  makeDelivery,
  serviceOf,
  type Consumer,
  type ConsumerDatabase,
  type Delivered,
  type Delivery,
  type Publish,
  type RetryOutcome,
  type Source,
} from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { createHash } from 'node:crypto';

/** As on Kafka: appeals of one partition keep their order, others do not. */
export const PARTITIONS = 3;
const READ_EVENTS = 1_000;
/** What PostgreSQL says when it is shut down under a transaction. */
const KILLED = Object.assign(new Error('killed between two steps'), { code: '57P01' });

/** One consumer's way through one partition of a topic. */
export interface Lane {
  readonly consumer: Consumer;
  readonly topic: Topic;
  readonly partition: number;
  /** Events of the partition delivered so far. */
  next: number;
}

interface Followed {
  readonly delivery: Delivery;
  readonly retry: (stopped: () => boolean) => Promise<RetryOutcome>;
  readonly database: ConsumerDatabase;
}

interface Published {
  head: number;
  readonly publish: Publish;
  readonly all: PublicEvent[];
  readonly partitions: readonly PublicEvent[][];
}

/**
 * Delivers nothing by itself: the test says which consumer gets how many events of which partition, which of them again, and
 * which delivery dies before its commit. What it delivers by is the product's own `Delivery`.
 */
export class DrivenTransport extends EventTransport {
  readonly lanes: Lane[] = [];
  private readonly followed = new Map<string, Followed>();
  private readonly published = new Map<Topic, Published>();
  private killing: string | undefined;

  constructor(
    private readonly sources: Readonly<Partial<Record<Topic, Source>>>,
    private readonly databases: Readonly<Record<string, ConsumerDatabase>>,
    private readonly logger: Logger,
  ) {
    super();
    for (const [topic, { publish }] of Object.entries(sources) as [Topic, Source][]) {
      const partitions = Array.from({ length: PARTITIONS }, () => []);
      this.published.set(topic, { head: 0, publish, all: [], partitions });
    }
  }

  async follow(consumer: Consumer): Promise<void> {
    const database = this.databases[serviceOf(consumer.name)]!;
    const mortal = this.mortal(consumer);
    this.followed.set(consumer.name, {
      delivery: makeDelivery(mortal, database, this.logger),
      database,
      retry: makeBlockedKeyRetry(mortal, database, this.logger),
    });
    for (const topic of consumer.topics)
      for (let partition = 0; partition < PARTITIONS; partition += 1)
        this.lanes.push({ consumer, topic, partition, next: await this.checkpoint(consumer, topic, partition) });
  }

  /** Queues with events that their consumers have not received. */
  async waiting(): Promise<readonly Lane[]> {
    await this.read();
    return this.lanes.filter((lane) => lane.next < this.eventsOf(lane).length);
  }

  /** The next events of the queue. */
  async deliver(lane: Lane, count: number): Promise<void> {
    const events = this.eventsOf(lane).slice(lane.next, lane.next + count);
    await this.hand(lane, events);
    lane.next += events.length;
  }

  /** Some of what the queue has delivered, once more. */
  async repeat(lane: Lane, from: number, count: number): Promise<Delivered | undefined> {
    const events = this.eventsOf(lane).slice(from, Math.min(from + count, lane.next));
    return events.length === 0 ? undefined : this.hand(lane, events);
  }

  /** A delivery whose process is killed after its effects and before its commit. */
  async deliverAndDie(lane: Lane, count: number): Promise<void> {
    const events = this.eventsOf(lane).slice(lane.next, lane.next + count);
    this.killing = lane.consumer.name;
    try {
      await this.hand(lane, events);
      // This consumer received none of it: its checkpoint is kept.
      lane.next += events.length;
    } catch (error) {
      if (error !== KILLED) throw error;
    } finally {
      this.killing = undefined;
    }
  }

  /** Waiting keys are tried again; answers how many there were. */
  async retryWaiting(): Promise<number> {
    let waiting = 0;
    for (const [name, { retry, database }] of this.followed) {
      const { rowCount } = await database.worker.query(
        `update ${serviceOf(name)}.blocked_key set retry_at = clock_timestamp() where consumer = $1 and state = 'WAITING'`,
        [name],
      );
      waiting += rowCount ?? 0;
      if (rowCount) await retry(() => false);
    }
    return waiting;
  }

  /** Keys that wait for another event, and those that an operator would have to look at. */
  async blocked(): Promise<readonly { readonly consumer: string; readonly state: string; readonly reason: string }[]> {
    const all = [...this.followed].map(async ([name, { database }]) => {
      const { rows } = await database.worker.query<{ consumer: string; state: string; reason: string }>(
        `select k.consumer, k.state, k.reason || ' ' || coalesce((select min(e.body ->> 'type') from ${serviceOf(name)}.blocked_event e
           where e.district = k.district and e.consumer = k.consumer and e.appeal = k.appeal), '') as reason
         from ${serviceOf(name)}.blocked_key k where k.consumer = $1`,
        [name],
      );
      return rows;
    });
    return (await Promise.all(all)).flat();
  }

  /** Every published event of the topic that was read so far, in the order of its log. */
  all(topic: Topic): readonly PublicEvent[] {
    return this.published.get(topic)!.all;
  }

  override lag(): Promise<{ events: number; seconds: number }> {
    return Promise.resolve({ events: 0, seconds: 0 });
  }

  override stop(): Promise<void> {
    return Promise.resolve();
  }

  private hand(lane: Lane, events: readonly PublicEvent[]): Promise<Delivered> {
    const { topic, partition, consumer } = lane;
    const position = events.at(-1)!.position;
    return this.followed.get(consumer.name)!.delivery.deliver({ topic, partition, events, position });
  }

  private eventsOf({ topic, partition }: Pick<Lane, 'topic' | 'partition'>): readonly PublicEvent[] {
    return this.published.get(topic)!.partitions[partition]!;
  }

  private async read(): Promise<void> {
    for (const [topic, into] of this.published) {
      const { log } = this.sources[topic]!;
      for (
        let page = await log.read(into.head, READ_EVENTS);
        page.length > 0;
        page = await log.read(into.head, READ_EVENTS)
      ) {
        for (const recorded of page) {
          const event = into.publish(recorded);
          if (!event) continue;
          into.all.push(event);
          into.partitions[partitionOf(event)]!.push(event);
        }
        into.head = page.at(-1)!.position;
      }
    }
  }

  /** How many events of the partition the consumer's checkpoint lies beyond. */
  private async checkpoint(consumer: Consumer, topic: Topic, partition: number): Promise<number> {
    await this.read();
    const service = serviceOf(consumer.name);
    const { rows } = await this.databases[service]!.worker.query<{ position: string }>(
      `select position from ${service}.checkpoint where consumer = $1 and topic = $2 and partition = $3`,
      [consumer.name, topic, partition],
    );
    const position = Number(rows[0]?.position ?? 0);
    return this.eventsOf({ topic, partition }).filter((event) => event.position <= position).length;
  }

  /** Dies after its effects on request. */
  private mortal(consumer: Consumer): Consumer {
    const die = (): void => {
      if (this.killing === consumer.name) throw KILLED;
    };
    const { handle, batchHandlers = {} } = consumer;
    const dying =
      <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        const result = await work(...given);
        die();
        return result;
      };
    // One handler of several types stays one: its events come in one call.
    const mortals = new Map(Object.values(batchHandlers).map((batch) => [batch, dying(batch)] as const));
    const batches = Object.entries(batchHandlers).map(([type, batch]) => [type, mortals.get(batch)!] as const);
    return {
      ...consumer,
      handle: typeof handle === 'function' ? dying(handle) : { ...handle, batch: dying(handle.batch) },
      ...(batches.length > 0 && { batchHandlers: Object.fromEntries(batches) }),
    };
  }
}

function partitionOf(event: PublicEvent): number {
  return createHash('sha256').update(orderKey(event)).digest()[0]! % PARTITIONS;
}
