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
  RecordBatch,
  GroupReader,
  GroupReading,
  KafkaClient,
  ProducerRecord,
  RecordProducer,
  TopicShape,
} from './kafka-record.js';
import { sharedConnection } from './shared-connection.js';
import { clusterOf, exists, consumedRecord, peek, type Cluster } from './kafkajs-internals.js';
import { pause } from '../log-subscription.js';
import { patchKafkajs } from './kafkajs-patches.js';

export interface KafkaSettings {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  /** Identifies this process in the brokers' logs and quotas. */
  readonly clientId: string;
  /** True: the system's certificate authorities. */
  readonly tls?: true | Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  readonly logger: Logger;
  /** How long a broker may wait for records; two seconds when absent. */
  readonly fetchMaxWaitMs?: number;
}

/** `fetch.max.wait.ms`: a longer one delays rebalances, a shorter one costs CPU at rest. */
const FETCH_MAX_WAIT_MS = 2000;
const HEARTBEAT_INTERVAL_MS = 1000;
/** A rejoining member waits until its former membership has expired: after a broker's death the group stops for this long. */
const SESSION_TIMEOUT_MS = 8_000;
const REBALANCE_TIMEOUT_MS = 10_000;
const REJOIN_DELAY_MS = 500;
const KEEP_ALIVE_DELAY_MS = 60_000;
const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 5 } as const;
/** Kafka's ConfigResource type of a topic. */
const TOPIC_RESOURCE = 2;

const inside = createRequire(import.meta.url);

/** Murmur2 of the key, Kafka's default partitioner in every language. */
export function partitionOf(key: string, partitions: number): number {
  const murmur2 = inside('kafkajs/src/producer/partitioners/default/murmur2.js') as (key: string) => number;
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}

export function openKafka(settings: KafkaSettings): KafkaClient {
  patchKafkajs();
  const { brokers, clientId, tls, sasl, logger } = settings;
  const kafka = new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 20_000,
    retry: RETRY,
    socketFactory: openSocket,
    ...(tls && { ssl: tls }),
    ...(sasl && { sasl: sasl as SASLOptions }),
    logLevel: kafkajs.logLevel.WARN,
    // It logs rebalances and leader changes as errors; what really fails is thrown and logged by the caller.
    logCreator: () => (entry) => logger.debug(`kafkajs: ${entry.log.message}`),
  });
  const admin = sharedConnection(async () => {
    const opened = kafka.admin();
    await opened.connect();
    return opened;
  });
  const openCluster = async () => {
    const opened = clusterOf(kafka);
    await opened.connect();
    return opened;
  };
  const cluster = sharedConnection(openCluster);

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
      // Its own connection: a cluster refreshes metadata of all topics it was ever asked for.
      const own = await openCluster();
      return peek(own, topic, at).finally(() => own.disconnect());
    },
    async dropBefore(topic, at) {
      const partitions = [...at].map(([partition, offset]) => ({ partition, offset: String(offset) }));
      await admin.use(async (open) => {
        // Loads the topic's leaders, which deleteTopicRecords needs.
        await open.fetchTopicOffsets(topic);
        await open.deleteTopicRecords({ topic, partitions });
      });
    },
    async members(groups) {
      const { groups: found } = await admin.use((open) => open.describeGroups([...groups]));
      return new Map(found.map(({ groupId, members }) => [groupId, members.length]));
    },
    producer: () => openProducer(kafka),
    read: (reading) => joinGroup(kafka, reading, settings),
    async close() {
      await Promise.all([admin.close(), cluster.close()]);
    },
  };
}

/** As kafkajs' own, with TCP_NODELAY: a heartbeat after a fetch would wait for its acknowledgement (Nagle). */
const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const to = { host, port, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS };
  const secure = { ...to, ...(!isIP(host) && { servername: host }), ...ssl };
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
    async send(topic: string, records: readonly ProducerRecord[]) {
      const sent = await producer.send({ topic, acks: -1, messages: records.map((one) => ({ ...one })) });
      return baseOffsets(records, sent);
    },
    close: () => producer.disconnect(),
  };
}

/**
 * Base offset of each partition's records. When a leader dies during a send and a broker that has already responded becomes
 * leader, kafkajs never sends that partition's records and reports success: this shows as a missing partition in the
 * response. Exported for its spec.
 */
export function baseOffsets(
  records: readonly Pick<ProducerRecord, 'partition'>[],
  sent: readonly Pick<RecordMetadata, 'partition' | 'baseOffset'>[],
): ReadonlyMap<number, number> {
  const places = new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset)]));
  const left = records.find(({ partition }) => !places.has(partition));
  if (left) throw new Error(`The records of partition ${left.partition} were not sent.`);
  return places;
}

/** kafkajs ends a consumer on errors that it takes for final, as a missing topic: a new member joins then. */
async function joinGroup(
  kafka: Kafka,
  reading: GroupReading,
  { logger, fetchMaxWaitMs = FETCH_MAX_WAIT_MS }: KafkaSettings,
): Promise<GroupReader> {
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

  async function runMember(): Promise<void> {
    const consumer = kafka.consumer({
      groupId: reading.group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_INTERVAL_MS,
      maxWaitTimeInMs: fetchMaxWaitMs,
      metadataMaxAge: 5000,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
    let placed: Promise<void> = Promise.resolve();
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      member = consumer;
      placed = reading.onAssigned(new Map(Object.entries(payload.memberAssignment)), reader);
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
      const how = {
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: reading.atOnce ?? 1,
      };
      const eachBatch = async (payload: EachBatchPayload) => {
        await placed;
        await reading.onBatch(recordBatch(payload), reader);
      };
      await Promise.race([over.promise, consumer.run({ ...how, eachBatch }).then(() => over.promise)]);
    } finally {
      stopping.signal.removeEventListener('abort', stopped);
      member = undefined;
      await consumer.disconnect();
      // A commit in flight reconnects the consumer.
      closed = committing
        .then(() => consumer.disconnect())
        .catch((error: unknown) => logger.debug('leaving the group failed', { consumer: reading.group, error }));
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await runMember().catch((error: unknown) =>
        logger.debug('left the group; rejoining', { consumer: reading.group, error }),
      );
      tried();
      if (!stopping.signal.aborted) await pause(REJOIN_DELAY_MS, stopping.signal);
    }
  })();
  await first;
  return reader;
}

function recordBatch(payload: EachBatchPayload): RecordBatch {
  const { batch, isRunning, isStale, resolveOffset, heartbeat } = payload;
  return {
    topic: batch.topic,
    partition: batch.partition,
    records: batch.messages.map((message) => consumedRecord(batch.partition, message)),
    isCurrent: () => isRunning() && !isStale(),
    resolve: (offset) => resolveOffset(String(offset)),
    heartbeat: heartbeat,
  };
}
