import type { EventLog } from '@otklik/event-store';
import { headerNumber } from './event-record.js';
import type { Extent, FoundRecord, KafkaClient } from './kafka-record.js';

/** How far a partition holds the log. */
export interface PartitionEnd {
  /** The position of its last record; 0: it holds nothing. */
  position: number;
  /** The offset that the next record will get. */
  next: number;
}

export interface TopicEnds {
  /** By partition. */
  readonly ends: readonly PartitionEnd[];
  /** The greatest that a record at an end names. */
  readonly epoch: number;
  /** Partitions that hold something else than this log from its beginning, and before which offset they are to be emptied. */
  readonly alien: ReadonlyMap<number, number>;
}

/**
 * How far the topic holds the log, asked of nobody but the topic. A partition that does not begin at the log's beginning
 * (it was lost and a record was put into it before that was noticed), or whose last record is not the log's (the
 * database was restored to an earlier state), is to be emptied and published again; so is one that is known to be `torn`,
 * which nobody sees at its ends.
 */
export async function readTopicEnds(
  kafka: KafkaClient,
  topic: string,
  log: EventLog,
  torn: ReadonlySet<number>,
): Promise<TopicEnds> {
  const extents = await kafka.extent(topic);
  if (!extents) throw new Error(`There is no topic ${topic}.`);
  const filled = extents.filter(({ low, high }) => high > low);
  const first = await kafka.peek(
    topic,
    places(filled, ({ low }) => low),
  );
  const last = await kafka.peek(
    topic,
    places(filled, ({ high }) => high - 1),
  );
  const ends: PartitionEnd[] = extents.map(({ high }) => ({ position: 0, next: high }));
  const alien = new Map<number, number>();
  for (const { partition, high } of filled) {
    const begins = first.get(partition);
    const end = last.get(partition);
    const whole = !torn.has(partition) && begins && end && isFirst(begins);
    if (whole && (await isOf(log, end))) ends[partition]!.position = headerNumber(end, 'position');
    else alien.set(partition, high);
  }
  const epochs = [...last.values()].map((record) => headerNumber(record, 'epoch'));
  return { ends, epoch: Math.max(0, ...epochs), alien };
}

function places(extents: readonly Extent[], of: (extent: Extent) => number): ReadonlyMap<number, number> {
  return new Map(extents.map((extent) => [extent.partition, of(extent)]));
}

function isFirst(record: FoundRecord): boolean {
  return headerNumber(record, 'after') === 0 && headerNumber(record, 'position') > 0;
}

async function isOf(log: EventLog, record: FoundRecord): Promise<boolean> {
  const position = headerNumber(record, 'position');
  if (position === 0) return false;
  const [event] = await log.read(position - 1, 1);
  return event?.id === record.header('event');
}
