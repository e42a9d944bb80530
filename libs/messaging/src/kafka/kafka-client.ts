import { createRequire } from 'node:module';
import { connect, isIP } from 'node:net';
import { connect as connectSecurely, type ConnectionOptions } from 'node:tls';
import type { Logger } from '@otklik/observability';
import kafkajs, {
  type Admin,
  type Consumer,
  type EachBatchPayload,
  type ISocketFactory,
  type Kafka,
  type RecordMetadata,
  type SASLOptions,
} from 'kafkajs';
import type {
  FoundBatch,
  GroupReader,
  GroupReading,
  KafkaClient,
  NewRecord,
  RecordProducer,
  TopicShape,
} from './kafka-record.js';
import { shared } from './shared.js';
import { clusterOf, exists, foundRecord, peek, type Cluster } from './kafka-inside.js';
import { pause } from '../feed.js';
import { mendClient } from './mended-client.js';

export interface KafkaSettings {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' logs and quotas. */
  readonly clientId: string;
  /** True: the system's authorities. */
  readonly tls?: true | Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  readonly logger: Logger;
}

/** Of a fetch that finds nothing. A longer one would hold up the sharing out of partitions, a shorter one costs at rest. */
const FETCH_WAIT_MS = 2000;
const HEARTBEAT_MS = 1000;
/** Who joins anew waits until the member that he was has run out: after a broker's death that is how long a group stands. */
const SESSION_MS = 8_000;
const REBALANCE_MS = 10_000;
const AGAIN_MS = 500;
const KEEP_ALIVE_MS = 60_000;
const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 5 } as const;
/** Kafka's number for a topic among the things that have settings. */
const TOPIC_RESOURCE = 2;

const inside = createRequire(import.meta.url);

/** Murmur2 over the key's bytes, as every client of Kafka spreads keys by default: other languages agree with us. */
export function partitionOf(key: string, partitions: number): number {
  const murmur2 = inside('kafkajs/src/producer/partitioners/default/murmur2.js') as (key: string) => number;
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}

export function openKafka(settings: KafkaSettings): KafkaClient {
  mendClient();
  const { brokers, clientId, tls, sasl, logger } = settings;
  const kafka = new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 20_000,
    retry: RETRY,
    socketFactory: openSocket,
    ...(tls ? { ssl: tls } : {}),
    ...(sasl ? { sasl: sasl as SASLOptions } : {}),
    logLevel: kafkajs.logLevel.WARN,
    // Rebalances and moved leaders are errors to it and daily life to us; what fails is thrown and told by who asked.
    logCreator: () => (entry) => logger.debug(`kafkajs: ${entry.log.message}`),
  });
  const admin = shared(async () => {
    const opened = kafka.admin();
    await opened.connect();
    return opened;
  });
  const openCluster = async () => {
    const opened = clusterOf(kafka);
    await opened.connect();
    return opened;
  };
  const cluster = shared(openCluster);

  return {
    brokers: () => admin.use(async (open) => (await open.describeCluster()).brokers.length),
    shapeOf: (topic) => admin.use((open) => cluster.use((inner) => shapeOf(open, inner, topic))),
    async create(topic, { partitions, replication, settings: config }) {
      const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
      const entry = { topic, numPartitions: partitions, replicationFactor: replication, configEntries };
      await admin.use((open) => open.createTopics({ topics: [entry], waitForLeaders: true }));
    },
    remove: (topic) => admin.use((open) => open.deleteTopics({ topics: [topic] })),
    async extent(topic) {
      if (!(await cluster.use((open) => exists(open, topic)))) return undefined;
      const found = await admin.use((open) => open.fetchTopicOffsets(topic));
      return found
        .map(({ partition, low, high }) => ({ partition, low: Number(low), high: Number(high) }))
        .sort((one, other) => one.partition - other.partition);
    },
    async peek(topic, at) {
      if (at.size === 0) return new Map();
      // One of its own: a cluster asks for all topics that it was ever asked for.
      const own = await openCluster();
      return peek(own, topic, at).finally(() => own.disconnect());
    },
    async dropBefore(topic, at) {
      const partitions = [...at].map(([partition, offset]) => ({ partition, offset: String(offset) }));
      await admin.use(async (open) => {
        // Without it the client does not know the topic's leaders.
        await open.fetchTopicOffsets(topic);
        await open.deleteTopicRecords({ topic, partitions });
      });
    },
    producer: () => openProducer(kafka),
    read: (reading) => readAsMember(kafka, reading, logger),
    async close() {
      await Promise.all([admin.close(), cluster.close()]);
    },
  };
}

/** As the client's own, but each request leaves at once: a heartbeat behind a fetch would wait for its acknowledgement. */
const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const to = { host, port, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS };
  const secure = { ...to, ...(isIP(host) ? {} : { servername: host }), ...ssl };
  return (ssl ? connectSecurely(secure, onConnect) : connect(to, onConnect)).setNoDelay(true);
};

async function shapeOf(admin: Admin, cluster: Cluster, topic: string): Promise<TopicShape | undefined> {
  const partitions = await exists(cluster, topic);
  if (!partitions) return undefined;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: TOPIC_RESOURCE, name: topic }],
  });
  const settings = resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? [];
  return {
    partitions: partitions.length,
    replication: partitions[0]?.replicas.length ?? 0,
    settings: Object.fromEntries(settings),
  };
}

async function openProducer(kafka: Kafka): Promise<RecordProducer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    async send(topic: string, records: readonly NewRecord[]) {
      const sent = await producer.send({ topic, acks: -1, messages: records.map((one) => ({ ...one })) });
      return placesOf(records, sent);
    },
    close: () => producer.disconnect(),
  };
}

/**
 * Where each partition's records begin. When a leader dies in the middle of a send and another broker, which has answered
 * already, takes its place, the client never sends that partition's records and reports success: it is found by what is
 * missing in the answer. Exported for its spec.
 */
export function placesOf(
  records: readonly Pick<NewRecord, 'partition'>[],
  sent: readonly Pick<RecordMetadata, 'partition' | 'baseOffset'>[],
): ReadonlyMap<number, number> {
  const places = new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset)]));
  const left = records.find(({ partition }) => !places.has(partition));
  if (left) throw new Error(`The records of partition ${left.partition} were not sent.`);
  return places;
}

/** The client gives up for good on errors that it takes for final, as a topic that is away: then a new member joins. */
async function readAsMember(kafka: Kafka, reading: GroupReading, logger: Logger): Promise<GroupReader> {
  const stopping = new AbortController();
  let member: Consumer | undefined;
  let committing: Promise<unknown> = Promise.resolve();
  let closed: Promise<unknown> = Promise.resolve();
  const reader: GroupReader = {
    seek: (topic, partition, offset) => member?.seek({ topic, partition, offset: String(offset) }),
    async commit(offsets) {
      const committed = member?.commitOffsets(offsets.map((one) => ({ ...one, offset: String(one.offset) })));
      committing = Promise.allSettled([committed]);
      await committed;
    },
    async stop() {
      stopping.abort();
      await running;
      await closed;
    },
  };
  let tried = (): void => undefined;
  const first = new Promise<void>((resolve) => (tried = resolve));

  async function belong(): Promise<void> {
    const consumer = kafka.consumer({
      groupId: reading.group,
      sessionTimeout: SESSION_MS,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      metadataMaxAge: 5000,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
    let placed: Promise<void> = Promise.resolve();
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      member = consumer;
      placed = reading.assigned(new Map(Object.entries(payload.memberAssignment)), reader);
      tried();
      return placed;
    });
    const over = Promise.withResolvers<void>();
    const stopped = (): void => over.resolve();
    consumer.on(consumer.events.CRASH, ({ payload }) => over.reject(payload.error));
    stopping.signal.addEventListener('abort', stopped);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...reading.topics], fromBeginning: true });
      const eachBatch = async (payload: EachBatchPayload) => {
        await placed;
        await reading.take(foundBatch(payload), reader);
      };
      await Promise.race([
        over.promise,
        consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }).then(() => over.promise),
      ]);
    } finally {
      stopping.signal.removeEventListener('abort', stopped);
      member = undefined;
      await consumer.disconnect();
      // A commit that was on its way made it connect once more.
      closed = committing
        .then(() => consumer.disconnect())
        .catch((error: unknown) => logger.debug('did not leave cleanly', { consumer: reading.group, error }));
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await belong().catch((error: unknown) =>
        logger.debug('will join its group again', { consumer: reading.group, error }),
      );
      tried();
      if (!stopping.signal.aborted) await pause(AGAIN_MS, stopping.signal);
    }
  })();
  await first;
  return reader;
}

function foundBatch(payload: EachBatchPayload): FoundBatch {
  const { batch, isRunning, isStale, resolveOffset, heartbeat } = payload;
  return {
    topic: batch.topic,
    partition: batch.partition,
    records: batch.messages.map((message) => foundRecord(batch.partition, message)),
    current: () => isRunning() && !isStale(),
    taken: (offset) => resolveOffset(String(offset)),
    beat: heartbeat,
  };
}
