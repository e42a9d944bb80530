import type { Topic } from '@otklik/contracts/envelope';
import type { Pool } from 'pg';
import { serviceOf } from '../ground.js';
import { headerNumber } from './event-record.js';
import type { FoundRecord, KafkaClient } from './kafka-record.js';

/** Where a consumer stands in a partition. */
export interface Standing {
  /** The offset of the next record. */
  readonly offset: number;
  /** How far the records before it lead, in positions of the owner's log. Never back, whatever comes again. */
  readonly reached: number;
  /** The offset behind the record at `reached`: only there does one position say what was taken last and how far it led. */
  readonly firm: number;
}

interface Row {
  readonly partition: number;
  readonly position: string;
  readonly mark: string | null;
}

/** Where a consumer left off: an offset, and the position of the record before it; 0: nobody knows. */
interface Checkpoint {
  readonly offset: number;
  readonly mark: number;
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
    mark: Number(mark ?? 0),
  }));
}

/**
 * Where the consumer goes on: at its own checkpoint, when the record `before` it is the one that it took last. Otherwise
 * the topic is not the one that it read (wiped and published again): at the beginning; what it has had of that already
 * does nothing. Exported for its spec.
 */
export function standingAt({ offset, mark }: Checkpoint, before: FoundRecord | undefined, low: number): Standing {
  const same = before !== undefined && mark > 0 && headerNumber(before, 'position') === mark;
  return same ? { offset, reached: mark, firm: offset } : { offset: low, reached: 0, firm: low };
}

/**
 * The records up to the first before which one is missing, none where that is the first of them. A fact that comes again
 * is no gap, nor is what is no fact of ours.
 */
export function following(records: readonly FoundRecord[], standing: Standing): readonly FoundRecord[] {
  let { reached } = standing;
  const end = records.findIndex((record, at) => {
    const gap = record.offset !== standing.offset + at || headerNumber(record, 'after') > reached;
    reached = Math.max(reached, headerNumber(record, 'position'));
    return gap;
  });
  return end < 0 ? records : records.slice(0, end);
}

/** Where the consumer stands when it has taken these records too. */
export function behind(records: readonly FoundRecord[], standing: Standing): Standing {
  let { offset, reached, firm } = standing;
  for (const record of records) {
    const position = headerNumber(record, 'position');
    offset = record.offset + 1;
    if (position === 0 || position < reached) continue;
    reached = position;
    firm = offset;
  }
  return { offset, reached, firm };
}

/** Where the consumer goes on in each of these partitions. */
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
  for (const { partition, ...checkpoint } of kept) {
    const standing = standingAt(checkpoint, before.get(partition), lows.get(partition) ?? 0);
    found.set(partition, standing);
    if (standing.offset < checkpoint.offset) await beginAgain(worker, consumer, topic, partition, standing.offset);
  }
  return found;
}

async function beginAgain(worker: Pool, consumer: string, topic: Topic, partition: number, offset: number) {
  await worker.query(
    `update ${serviceOf(consumer)}.checkpoint set position = $4, mark = 0, moved_at = clock_timestamp()
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
