import type { EventLog } from '@otklik/event-store';
import { headerNumber } from './event-record.js';
import type { PartitionExtent, ConsumedRecord, KafkaClient } from './kafka-record.js';

/** End of a partition. */
export interface PartitionEnd {
  /** Log position that it has reached; 0 when it is empty. */
  position: number;
  /** The event at that position; empty when there is none. */
  event: string;
  /** Offset of the next record. */
  next: number;
}

export interface TopicEnds {
  /** By partition. */
  readonly ends: readonly PartitionEnd[];
  /** Highest epoch of the last records. */
  readonly epoch: number;
  /** Partitions that do not hold this log from its beginning, with the offset before which they must be truncated. */
  readonly foreign: ReadonlyMap<number, number>;
}

/**
 * Reads from the topic alone how far it holds the log. A partition is foreign, and must be truncated and published again,
 * when its first record is not the log's first (the topic was lost and written before that was noticed), when its last
 * record is not in the log (the database was restored to an earlier state), or when the caller knows it to be `corrupt`
 * (which its ends do not show).
 */
export async function readTopicEnds(
  kafka: KafkaClient,
  topic: string,
  log: EventLog,
  corrupt: ReadonlySet<number>,
): Promise<TopicEnds> {
  const extents = await kafka.extent(topic);
  if (!extents) throw new Error(`There is no topic ${topic}.`);
  const filled = extents.filter(({ low, high }) => high > low);
  const first = await kafka.peek(
    topic,
    offsetsOf(filled, ({ low }) => low),
  );
  const last = await kafka.peek(
    topic,
    offsetsOf(filled, ({ high }) => high - 1),
  );
  const ends: PartitionEnd[] = extents.map(({ high }) => ({ position: 0, event: '', next: high }));
  const foreign = new Map<number, number>();
  for (const { partition, high } of filled) {
    const begins = first.get(partition);
    const end = last.get(partition);
    const whole = !corrupt.has(partition) && begins && end && isFirst(begins);
    if (whole && (await isOf(log, end)))
      Object.assign(ends[partition]!, { position: headerNumber(end, 'position'), event: reachedEvent(end) });
    else foreign.set(partition, high);
  }
  const epochs = [...last.values()].map((record) => headerNumber(record, 'epoch'));
  return { ends, epoch: Math.max(0, ...epochs), foreign };
}

function offsetsOf(
  extents: readonly PartitionExtent[],
  of: (extent: PartitionExtent) => number,
): ReadonlyMap<number, number> {
  return new Map(extents.map((extent) => [extent.partition, of(extent)]));
}

function isFirst(record: ConsumedRecord): boolean {
  return headerNumber(record, 'after') === 0 && headerNumber(record, 'position') > 0;
}

async function isOf(log: EventLog, record: ConsumedRecord): Promise<boolean> {
  const position = headerNumber(record, 'position');
  if (position === 0) return false;
  const [event] = await log.read(position - 1, 1);
  return event?.id === reachedEvent(record);
}

/** A late event leaves the partition at the event that it was published behind. */
function reachedEvent(record: ConsumedRecord): string {
  return record.header('behind') ?? record.header('event') ?? '';
}
