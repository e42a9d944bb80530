import type { ConsumedRecord } from './kafka-record.js';

/** A peek reads one record; the broker returns the whole record batch that contains it. */
const PEEK_BYTES = 1024;

interface FetchedPartition {
  readonly partition: number;
  readonly messages: readonly RawRecord[];
}

export interface RawRecord {
  readonly offset: string;
  readonly key: Buffer | string | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** Internals of kafkajs in use: it has no public way to read one record or to learn that a topic is gone. */
export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  refreshMetadata(): Promise<void>;
  metadata(of: { topics: readonly string[] }): Promise<{
    topicMetadata: readonly { partitionMetadata: readonly { replicas: readonly number[] }[] }[];
  }>;
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, readonly number[]>>;
  findBroker(of: { nodeId: string }): Promise<{
    fetch(request: object): Promise<{ responses: readonly { partitions: readonly FetchedPartition[] }[] }>;
  }>;
}

/** A cluster connection of its own, as each producer and consumer of kafkajs has one. */
export function clusterOf(kafka: object): Cluster {
  const make = Object.getOwnPropertySymbols(kafka).find((one) => one.description === 'private:Kafka:createCluster')!;
  const inner = kafka as Record<symbol, (options: object) => Cluster>;
  return inner[make]!({ metadataMaxAge: 1000, allowAutoTopicCreation: false, isolationLevel: 1 });
}

/** The topic's partitions; undefined when there is no such topic. */
export async function exists(
  cluster: Cluster,
  topic: string,
): Promise<readonly { replicas: readonly number[] }[] | undefined> {
  try {
    return (await cluster.metadata({ topics: [topic] })).topicMetadata[0]?.partitionMetadata;
  } catch (error) {
    if ((error as { type?: unknown }).type === 'UNKNOWN_TOPIC_OR_PARTITION') return undefined;
    throw error;
  }
}

/** The record at each partition's offset; missing ones are left out. */
export async function peek(cluster: Cluster, topic: string, at: ReadonlyMap<number, number>) {
  const found = new Map<number, ConsumedRecord>();
  await cluster.addTargetTopic(topic);
  await cluster.refreshMetadata();
  for (const [nodeId, led] of Object.entries(cluster.findLeaderForPartitions(topic, [...at.keys()]))) {
    const partitions = led.map((partition) => ({
      partition,
      fetchOffset: String(at.get(partition)),
      maxBytes: PEEK_BYTES,
    }));
    const broker = await cluster.findBroker({ nodeId });
    for (const one of partitions) {
      const request = { topics: [{ topic, partitions: [one] }], maxWaitTime: 1, minBytes: 1, maxBytes: PEEK_BYTES };
      const { responses } = await broker.fetch({ ...request, isolationLevel: 1 });
      const messages = responses[0]?.partitions[0]?.messages ?? [];
      const message = messages.find(({ offset }) => offset === one.fetchOffset);
      if (message) found.set(one.partition, consumedRecord(one.partition, message));
    }
  }
  return found;
}

export function consumedRecord(partition: number, { offset, key, value, headers = {} }: RawRecord): ConsumedRecord {
  const header = (name: string): string | undefined => {
    const held = headers[name];
    return held === undefined ? undefined : String(Array.isArray(held) ? held[0] : held);
  };
  return {
    partition,
    offset: Number(offset),
    key: key?.toString() ?? '',
    value: value?.toString(),
    get headers() {
      return Object.fromEntries(Object.keys(headers).map((name) => [name, header(name)!]));
    },
    header,
  };
}
