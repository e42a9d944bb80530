/** A record as it goes into a partition that was chosen by us. */
export interface NewRecord {
  readonly partition: number;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A record as it was found. `value` is undefined for a tombstone; keys and headers are text, whoever wrote them. */
export interface FoundRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** One of the headers, without reading the others. */
  header(name: string): string | undefined;
}

/** What a partition holds: from the offset `low` on, `high` being the offset of the next record. */
export interface Extent {
  readonly partition: number;
  readonly low: number;
  readonly high: number;
}

/** How a topic is kept, as the broker names the settings. */
export interface TopicShape {
  readonly partitions: number;
  readonly replication: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** One producer at a time writes to a topic, one request at a time. */
export interface RecordProducer {
  /** The offset that each partition's first record got. Throws when it is unknown whether they arrived. */
  send(topic: string, records: readonly NewRecord[]): Promise<ReadonlyMap<number, number>>;
  close(): Promise<void>;
}

/** Records of one partition that follow each other. */
export interface FoundBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly FoundRecord[];
  /** False when the partition was taken away, moved elsewhere by `seek`, or the reader stops. */
  current(): boolean;
  /** The next batch begins after `offset`. */
  taken(offset: number): void;
  /** Tells the group that we are alive. Throws when the group is being shared out anew: the batch ends with it. */
  beat(): Promise<void>;
}

/** Reads topics as one of a group, each partition by one member. */
export interface GroupReader {
  /** The partition's next batch begins at `offset`. */
  seek(topic: string, partition: number, offset: number): void;
  /** For those who watch the group from outside: where to resume is remembered by the consumer itself. */
  commit(offsets: readonly { topic: string; partition: number; offset: number }[]): Promise<void>;
  stop(): Promise<void>;
}

export interface GroupReading {
  readonly group: string;
  readonly topics: readonly string[];
  /** The partitions that are ours from now on, after each sharing out; batches wait until it has resolved. */
  assigned(partitions: ReadonlyMap<string, readonly number[]>, reader: GroupReader): Promise<void>;
  take(batch: FoundBatch, reader: GroupReader): Promise<void>;
}

/** All that is asked of Kafka; another client library is another file beside `kafka-client.ts`. */
export interface KafkaClient {
  brokers(): Promise<number>;
  /** Undefined: no such topic. */
  shapeOf(topic: string): Promise<TopicShape | undefined>;
  create(topic: string, shape: TopicShape): Promise<void>;
  /** With all that it holds. */
  remove(topic: string): Promise<void>;
  /** In the order of partitions; undefined: no such topic. */
  extent(topic: string): Promise<readonly Extent[] | undefined>;
  /** The record that stands at each partition's offset; those that are not there are left out. */
  peek(topic: string, at: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, FoundRecord>>;
  /** Drops what stands before each partition's offset. */
  dropBefore(topic: string, at: ReadonlyMap<number, number>): Promise<void>;
  producer(): Promise<RecordProducer>;
  /** Resolves when it is a member of the group; then it goes on by itself over outages until it is stopped. */
  read(reading: GroupReading): Promise<GroupReader>;
  close(): Promise<void>;
}
