import type { Topic } from '@otklik/contracts/envelope';
import type { Pool } from 'pg';
import { serviceOf } from '../ground.js';
import { headerNumber } from './event-record.js';
import type { KafkaClient } from './kafka-record.js';

/** Where a consumer stands in a partition. */
export interface Standing {
  /** The offset of the next record. */
  offset: number;
  /** The position, in the owner's log, of the record before it. */
  mark: number;
}

interface Row {
  readonly partition: number;
  readonly position: string;
  readonly mark: string | null;
}

/** The consumer's checkpoints of these partitions, entered where there are none yet. */
async function checkpointsOf(worker: Pool, consumer: string, topic: Topic, partitions: readonly number[]) {
  const { rows } = await worker.query<Row>(
    `insert into ${serviceOf(consumer)}.checkpoint (consumer, topic, partition, position)
     select $1, $2, unnest($3::int[]), 0
     on conflict (consumer, topic, partition) do update set partition = excluded.partition
     returning partition, position, mark`,
    [consumer, topic, partitions],
  );
  return rows.map(({ partition, position, mark }) => ({
    partition,
    offset: Number(position),
    mark: mark === null ? undefined : Number(mark),
  }));
}

/**
 * Where the consumer goes on in each of these partitions: at its own checkpoint, when the record before it is the one
 * that it took last. Otherwise the topic is not the one that it read (wiped and published again): at the beginning;
 * what it has had of that already does nothing.
 */
export async function standings(
  worker: Pool,
  kafka: KafkaClient,
  consumer: string,
  { topic, name, partitions }: { readonly topic: Topic; readonly name: string; readonly partitions: readonly number[] },
): Promise<ReadonlyMap<number, Standing>> {
  const extents = await kafka.extent(name);
  if (!extents) throw new Error(`There is no topic ${name}.`);
  const lows = new Map(extents.map(({ partition, low }) => [partition, low]));
  const kept = await checkpointsOf(worker, consumer, topic, partitions);
  const inside = kept.filter(({ partition, offset }) => {
    const extent = extents[partition];
    return extent && extent.low < offset && offset <= extent.high;
  });
  const before = await kafka.peek(name, new Map(inside.map(({ partition, offset }) => [partition, offset - 1])));
  const found = new Map<number, Standing>();
  for (const { partition, offset, mark } of kept) {
    const record = before.get(partition);
    const same = record !== undefined && mark !== undefined && headerNumber(record, 'position') === mark;
    const low = lows.get(partition) ?? 0;
    found.set(partition, same ? { offset, mark } : { offset: low, mark: 0 });
    if (!same && offset > low) await beginAgain(worker, consumer, topic, partition, low);
  }
  return found;
}

async function beginAgain(worker: Pool, consumer: string, topic: Topic, partition: number, offset: number) {
  await worker.query(
    `update ${serviceOf(consumer)}.checkpoint set position = $4, mark = null, moved_at = clock_timestamp()
     where consumer = $1 and topic = $2 and partition = $3`,
    [consumer, topic, partition, offset],
  );
}

/** How far the consumer has come in every partition that any copy of it has begun. */
export async function progress(worker: Pool, consumer: string, topic: Topic): Promise<ReadonlyMap<number, number>> {
  const { rows } = await worker.query<Row>(
    `select partition, position, mark from ${serviceOf(consumer)}.checkpoint where consumer = $1 and topic = $2`,
    [consumer, topic],
  );
  return new Map(rows.map(({ partition, position }) => [partition, Number(position)]));
}
