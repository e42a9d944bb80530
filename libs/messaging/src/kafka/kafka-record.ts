/** A record to produce; the partition is chosen by the caller. */
export interface ProducerRecord {
  readonly partition: number;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A record as read. `value` is undefined for a tombstone; keys and headers are read as text. */
export interface ConsumedRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** One header, without decoding the others. */
  header(name: string): string | undefined;
}

/** Offsets of a partition: `low` of its first record, `high` of the next record to be written. */
export interface PartitionExtent {
  readonly partition: number;
  readonly low: number;
  readonly high: number;
}

/** Configuration of a topic, with the broker's names of the settings. */
export interface TopicShape {
  readonly partitions: number;
  readonly replication: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Writes one request at a time; a topic has one producer at a time. */
export interface RecordProducer {
  /** Returns the offset of each partition's first record. Throws when the outcome is unknown. */
  send(topic: string, records: readonly ProducerRecord[]): Promise<ReadonlyMap<number, number>>;
  close(): Promise<void>;
}

/** Consecutive records of one partition. */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly ConsumedRecord[];
  /** False when the partition was revoked, `seek` moved its position, or the reader stops. */
  isCurrent(): boolean;
  /** The next batch begins after `offset`. */
  resolve(offset: number): void;
  /** Sends a heartbeat. Throws when the group rebalances: the batch ends then. */
  heartbeat(): Promise<void>;
}

/** A member of a consumer group. */
export interface GroupReader {
  /** The partition's next batch begins at `offset`. */
  seek(topic: string, partition: number, offset: number): void;
  /** For monitoring of the group only: the consumer resumes from its own checkpoint. */
  commit(offsets: readonly { topic: string; partition: number; offset: number }[]): Promise<void>;
  stop(): Promise<void>;
}

export interface GroupReading {
  readonly group: string;
  readonly topics: readonly string[];
  /** Batches of so many partitions are handed over at the same time, one when absent; those of one partition one by one. */
  readonly atOnce?: number;
  /** Called after each rebalance with the assigned partitions; batches wait until it has resolved. */
  onAssigned(partitions: ReadonlyMap<string, readonly number[]>, reader: GroupReader): Promise<void>;
  onBatch(batch: RecordBatch, reader: GroupReader): Promise<void>;
}

/** Everything that is used of Kafka; another client library is another file beside `kafka-client.ts`. */
export interface KafkaClient {
  brokers(): Promise<number>;
  /** Undefined when there is no such topic. */
  shapeOf(topic: string): Promise<TopicShape | undefined>;
  create(topic: string, shape: TopicShape): Promise<void>;
  /** Deletes the topic and its records. */
  remove(topic: string): Promise<void>;
  /** Ordered by partition; undefined when there is no such topic. */
  extent(topic: string): Promise<readonly PartitionExtent[] | undefined>;
  /** The record at each partition's offset; missing ones are left out. */
  peek(topic: string, at: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, ConsumedRecord>>;
  /** Deletes the records before each partition's offset. */
  dropBefore(topic: string, at: ReadonlyMap<number, number>): Promise<void>;
  /** How many members each consumer group has; none where there is no such group. */
  members(groups: readonly string[]): Promise<ReadonlyMap<string, number>>;
  producer(): Promise<RecordProducer>;
  /** Resolves when the group was joined; rejoins after outages until it is stopped. */
  read(reading: GroupReading): Promise<GroupReader>;
  close(): Promise<void>;
}
