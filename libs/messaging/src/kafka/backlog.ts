import type { Topic } from '@otklik/contracts/envelope';
import type { Pool } from 'pg';
import type { Source } from '../feed.js';
import { serviceOf } from '../ground.js';
import { progress } from './checkpoints.js';
import { headerNumber } from './event-record.js';
import type { Extent, KafkaClient } from './kafka-record.js';

export interface BacklogParts {
  readonly kafka: KafkaClient;
  /** Before the names of topics, where several installations share one cluster. */
  readonly namespace?: string;
  /** By topic: the owner's log and what it publishes of it. */
  readonly sources: ReadonlyMap<Topic, Source>;
  /** By name of the consuming service: of its worker role. */
  readonly workers: ReadonlyMap<string, Pool>;
}

const PAGE = 500;

/**
 * Facts under way, as somebody sees it who runs neither relays nor consumers: recorded and not on Kafka yet, and for each
 * consumer those that it has not taken from there. 0: everybody has had all that there was.
 */
export async function backlog(parts: BacklogParts): Promise<number> {
  const consumers = (
    await Promise.all([...parts.workers].map(([service, worker]) => consumersOf(service, worker)))
  ).flat();
  let behind = 0;
  for (const [topic, source] of parts.sources) {
    const name = `${parts.namespace ?? ''}${topic}`;
    const extents = (await parts.kafka.extent(name)) ?? [];
    behind += await unpublished(source, await lastPosition(parts.kafka, name, extents));
    for (const { consumer, worker } of consumers.filter((one) => one.topic === topic)) {
      const taken = await progress(worker, consumer, topic);
      for (const { partition, low, high } of extents)
        behind += Math.max(0, high - Math.max(low, taken.get(partition) ?? 0));
    }
  }
  return behind;
}

/** Whoever has ever followed the topic; of a service that has none, nobody. */
async function consumersOf(service: string, worker: Pool) {
  const { rows } = await worker.query<{ consumer: string; topic: string }>(
    `select distinct consumer, topic from ${service}.checkpoint order by consumer, topic`,
  );
  return rows.filter(({ consumer }) => serviceOf(consumer) === service).map((row) => ({ ...row, worker }));
}

/** A relay sends one batch after the other: what is last anywhere in the topic is what was published last. */
async function lastPosition(kafka: KafkaClient, name: string, extents: readonly Extent[]): Promise<number> {
  const filled = extents.filter(({ low, high }) => high > low);
  const last = await kafka.peek(name, new Map(filled.map(({ partition, high }) => [partition, high - 1])));
  return Math.max(0, ...[...last.values()].map((record) => headerNumber(record, 'position')));
}

async function unpublished({ log, publish }: Source, after: number): Promise<number> {
  let count = 0;
  let from = after;
  for (let events = await log.read(from, PAGE); events.length > 0; events = await log.read(from, PAGE)) {
    count += events.filter((event) => publish(event) !== undefined).length;
    from = events.at(-1)!.position;
  }
  return count;
}
