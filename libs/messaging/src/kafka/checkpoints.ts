import type { Topic } from '@otklik/contracts/envelope';
import type { Pool } from 'pg';
import { serviceOf } from '../consumer-database.js';
import { headerNumber } from './event-record.js';
import type { ConsumedRecord, KafkaClient } from './kafka-record.js';

/** A consumer's position in a partition. */
export interface PartitionPosition {
  /** Offset of the next record to consume. */
  readonly offset: number;
  /** Highest consumed log position; monotonic under redelivery. */
  readonly lastPosition: number;
  /** Offset after the record with `lastPosition`: the only offset that is safe to commit. */
  readonly committable: number;
}

interface Row {
  readonly partition: number;
  readonly position: string;
  readonly last_position: string | null;
}

/** A stored checkpoint: an offset, and the log position of the record before it; 0 when unknown. */
interface Checkpoint {
  readonly offset: number;
  readonly lastPosition: number;
}

/** The consumer's checkpoints of these partitions, inserted where there are none yet. */
async function checkpointsOf(worker: Pool, consumer: string, topic: Topic, partitions: readonly number[]) {
  const { rows } = await worker.query<Row>(
    `insert into ${serviceOf(consumer)}.checkpoint (consumer, topic, partition, position)
     select $1, $2, unnest($3::int[]), 0
     on conflict (consumer, topic, partition) do update set partition = excluded.partition
     returning partition, position, last_position`,
    [consumer, topic, partitions],
  );
  return rows.map(({ partition, position, last_position }) => ({
    partition,
    offset: Number(position),
    lastPosition: Number(last_position ?? 0),
  }));
}

/**
 * Resumes at the checkpoint when the record `before` it is the one consumed last. Otherwise the topic was wiped and
 * published again, and is read from its beginning (the inbox deduplicates). Exported for its spec.
 */
export function resumeAt(
  { offset, lastPosition }: Checkpoint,
  before: ConsumedRecord | undefined,
  low: number,
): PartitionPosition {
  const same = before !== undefined && lastPosition > 0 && headerNumber(before, 'position') === lastPosition;
  return same ? { offset, lastPosition, committable: offset } : { offset: low, lastPosition: 0, committable: low };
}

/**
 * The records before the first gap; none when the first record is behind a gap. Duplicates and foreign records are no gap:
 * they never rewind a position.
 */
export function contiguousRecords(
  records: readonly ConsumedRecord[],
  standing: PartitionPosition,
): readonly ConsumedRecord[] {
  let { lastPosition } = standing;
  const end = records.findIndex((record, at) => {
    const gap = record.offset !== standing.offset + at || headerNumber(record, 'after') > lastPosition;
    lastPosition = Math.max(lastPosition, headerNumber(record, 'position'));
    return gap;
  });
  return end < 0 ? records : records.slice(0, end);
}

/** The position after these records. */
export function positionAfter(records: readonly ConsumedRecord[], standing: PartitionPosition): PartitionPosition {
  let { offset, lastPosition, committable } = standing;
  for (const record of records) {
    const position = headerNumber(record, 'position');
    offset = record.offset + 1;
    if (position === 0 || position < lastPosition) continue;
    lastPosition = position;
    committable = offset;
  }
  return { offset, lastPosition, committable };
}

/** Where the consumer resumes in each of these partitions. */
export async function resumePositions(
  worker: Pool,
  kafka: KafkaClient,
  consumer: string,
  { topic, name, partitions }: { readonly topic: Topic; readonly name: string; readonly partitions: readonly number[] },
): Promise<ReadonlyMap<number, PartitionPosition>> {
  const extents = await kafka.extent(name);
  if (!extents) throw new Error(`There is no topic ${name}.`);
  const lows = new Map(extents.map(({ partition, low }) => [partition, low]));
  const kept = await checkpointsOf(worker, consumer, topic, partitions);
  const inside = kept.filter(({ partition, offset }) => {
    const extent = extents[partition];
    return extent && extent.low < offset && offset <= extent.high;
  });
  const before = await kafka.peek(name, new Map(inside.map(({ partition, offset }) => [partition, offset - 1])));
  const found = new Map<number, PartitionPosition>();
  for (const { partition, ...checkpoint } of kept) {
    const standing = resumeAt(checkpoint, before.get(partition), lows.get(partition) ?? 0);
    found.set(partition, standing);
    if (standing.offset < checkpoint.offset) await resetCheckpoint(worker, consumer, topic, partition, standing.offset);
  }
  return found;
}

async function resetCheckpoint(worker: Pool, consumer: string, topic: Topic, partition: number, offset: number) {
  await worker.query(
    `update ${serviceOf(consumer)}.checkpoint set position = $4, last_position = 0, moved_at = clock_timestamp()
     where consumer = $1 and topic = $2 and partition = $3`,
    [consumer, topic, partition, offset],
  );
}

/** Checkpointed offset of each partition that any replica of the consumer has read. */
export async function progress(worker: Pool, consumer: string, topic: Topic): Promise<ReadonlyMap<number, number>> {
  const { rows } = await worker.query<Row>(
    `select partition, position, last_position from ${serviceOf(consumer)}.checkpoint where consumer = $1 and topic = $2`,
    [consumer, topic],
  );
  return new Map(rows.map(({ partition, position }) => [partition, Number(position)]));
}
