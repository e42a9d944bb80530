import type { Topic } from '@otklik/contracts/envelope';
import type { Pool } from 'pg';
import type { Source } from '../log-subscription.js';
import { serviceOf } from '../consumer-database.js';
import type { Backlog } from '../messaging.js';
import { isFault, publishedForm } from '../publishing/published-form.js';
import { discardedEvents, parkedEvents } from '../publishing/publisher-blocks.js';
import { progress } from './checkpoints.js';
import { headerNumber } from './event-record.js';
import type { PartitionExtent, KafkaClient } from './kafka-record.js';

export interface BacklogOptions {
  readonly kafka: KafkaClient;
  /** Before the names of topics, where several installations share one cluster. */
  readonly namespace?: string;
  /** By topic. */
  readonly sources: ReadonlyMap<Topic, Source>;
  /** Pools of the worker roles, by consuming service. */
  readonly workers: ReadonlyMap<string, Pool>;
}

const PAGE = 500;

/**
 * Backlog as seen by a process that runs neither relays nor consumers: events not on Kafka yet, and for each consumer the
 * records it has not consumed.
 */
export async function backlog(options: BacklogOptions): Promise<Backlog> {
  const marks = new Map<Topic, number>();
  for (const [topic, { log }] of options.sources) marks.set(topic, await log.newest());
  /** Extents of a topic at the moment when all marked events were on it. */
  const ends = new Map<Topic, readonly PartitionExtent[]>();

  async function sent(topic: Topic, source: Source): Promise<{ missing: number; extents: readonly PartitionExtent[] }> {
    const whole = ends.get(topic);
    if (whole) return { missing: 0, extents: whole };
    const name = `${options.namespace ?? ''}${topic}`;
    const extents = (await options.kafka.extent(name)) ?? [];
    const missing = await unpublished(source, await lastPosition(options.kafka, name, extents), marks.get(topic)!);
    if (missing === 0) ends.set(topic, extents);
    return { missing, extents };
  }

  return async () => {
    const consumers = await Promise.all([...options.workers].map(([service, worker]) => consumersOf(service, worker)));
    let behind = 0;
    for (const [topic, source] of options.sources) {
      const { missing, extents } = await sent(topic, source);
      behind += missing;
      for (const { consumer, worker } of consumers.flat().filter((one) => one.topic === topic)) {
        const taken = await progress(worker, consumer, topic);
        for (const { partition, low, high } of extents)
          behind += Math.max(0, high - Math.max(low, taken.get(partition) ?? 0));
      }
    }
    return behind;
  };
}

/** Every consumer of the service that has a checkpoint, once for each of its topics. */
export async function consumersOf(service: string, worker: Pool) {
  const { rows } = await worker.query<{ consumer: string; topic: string }>(
    `select distinct consumer, topic from ${service}.checkpoint order by consumer, topic`,
  );
  return rows.filter(({ consumer }) => serviceOf(consumer) === service).map((row) => ({ ...row, worker }));
}

/** A relay sends one batch after the other, so the highest position of the partitions' last records was published last. */
async function lastPosition(kafka: KafkaClient, name: string, extents: readonly PartitionExtent[]): Promise<number> {
  const filled = extents.filter(({ low, high }) => high > low);
  const last = await kafka.peek(name, new Map(filled.map(({ partition, high }) => [partition, high - 1])));
  return Math.max(0, ...[...last.values()].map((record) => headerNumber(record, 'position')));
}

/** Without the events that wait behind a blocked key. */
async function unpublished({ log, publish, worker }: Source, after: number, mark: number): Promise<number> {
  const kept = worker ? [await parkedEvents(worker, log.service), await discardedEvents(worker, log.service)] : [];
  let count = 0;
  for (let from = after; from < mark;) {
    const events = await log.read(from, PAGE);
    // The mark is committed, so events before it that cannot be read yet are in flight.
    if (events.length === 0) return count + 1;
    for (const event of events) {
      if (event.position > mark || kept.some((ids) => ids.has(event.id))) continue;
      const form = publishedForm(event, publish);
      // A fault will be parked by the relay.
      if (isFault(form) || form.event) count += 1;
    }
    from = events.at(-1)!.position;
  }
  return count;
}
