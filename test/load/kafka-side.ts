import {
  AppendSignal,
  logMigrations,
  postgresEventLog,
  postgresEventStore,
  type EventStore,
} from '@otklik/event-store';
import {
  consumerMigrations,
  makeKafkaTransport,
  openKafka,
  startRelay,
  type EventTransport,
  type KafkaClient,
  type Publish,
  type Relay,
  type ConsumerDatabase,
} from '@otklik/messaging';
import { installService, openDatabase } from '@otklik/tenancy';
import kafkajs, { type Consumer as KafkaConsumer, type EachBatchPayload, type Producer } from 'kafkajs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePortBase } from '../../deploy/stack/ports.js';
import { stackUp, whatIsMissing } from '../../deploy/stack/stack.js';
import { benchServer } from './bench-frame.js';
import { newId, quietPool, silent } from './read-side.js';

/** Why this machine cannot run the benches of the cluster; undefined when it can. */
export { whatIsMissing };

/** A service with a log and one that hears it over a broker of the bench's own, and the same broker for bare kafkajs. */
export interface KafkaSide {
  readonly store: EventStore;
  readonly ground: ConsumerDatabase;
  readonly kafka: KafkaClient;
  /** Of the log, into `intake.events` of one partition. */
  relay(): Relay;
  transport(): EventTransport;
  /** A topic of one partition for the yardstick; its records are heard by `take`. */
  bare(take: (payload: EachBatchPayload) => Promise<void>): Promise<Bare>;
  stop(): Promise<void>;
}

export interface Bare {
  readonly topic: string;
  readonly producer: Producer;
  stop(): Promise<void>;
}

/** One appeal's event as it is published, with words of a usual length. */
export const happened = (stream: string, id: string, data: object = {}) => ({
  ...{ district: 1, stream, streamType: 'Appeal', expected: 'none' as const, at: new Date().toISOString() },
  ...{ actor: { kind: 'anyone' as const }, commandId: newId(), correlationId: stream },
  events: [{ id, type: 'Happened', schema: 1, data }],
});

export async function kafkaSide(say: (line: string) => void): Promise<KafkaSide> {
  const undo: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const server = await benchServer();
    undo.push(() => server.stop());
    const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-kafka-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const stack = await stackUp({ only: ['kafka'], brokers: 1, folder, portBase: await freePortBase(), say });
    undo.push(() => stack.reset());
    const brokers = stack.kafkaBrokers.split(',');

    const owner = await installService(server.url, 'teller', logMigrations('teller'), 'a secret');
    const effect = {
      name: '0100_effect',
      sql: `create table hearer.effect (event uuid primary key, position bigint not null);
        grant select, insert on hearer.effect to otklik_hearer_worker;`,
    };
    const heard = await installService(server.url, 'hearer', [...consumerMigrations('hearer'), effect], 'a secret');
    const [pool, worker] = [quietPool(owner.worker, 4), quietPool(heard.worker, 4)];
    const database = openDatabase(heard.app, 'hearer', { max: 4 });
    const signal = new AppendSignal();
    const store = postgresEventStore({ service: 'teller', url: owner.app, signal });
    const log = postgresEventLog({ service: 'teller', pool, signal });
    undo.push(() => Promise.all([pool.end(), worker.end()]));
    undo.push(() => Promise.all([store.close(), log.close(), database.close()]));
    const kafka = openKafka({ brokers, clientId: 'otklik-bench', logger: silent });
    undo.push(() => kafka.close());
    const publish: Publish = (event) => ({ ...event, topic: 'intake.events', appeal: event.correlationId });
    const plan = { partitions: 1, replication: 1, minInSync: 1, retention: 'forever' } as const;
    const ground = { database, worker };
    return {
      store,
      ground,
      kafka,
      relay() {
        const relay = startRelay({
          topic: 'intake.events',
          plan,
          source: { log, publish },
          kafka,
          pool,
          logger: silent,
        });
        undo.push(() => relay.stop());
        return relay;
      },
      transport() {
        const transport = makeKafkaTransport({ kafka, databases: { hearer: ground }, logger: silent });
        undo.push(() => transport.stop());
        return transport;
      },
      async bare(take) {
        const bare = await openBare(brokers, take);
        undo.push(() => bare.stop());
        return bare;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openBare(brokers: string[], take: (payload: EachBatchPayload) => Promise<void>): Promise<Bare> {
  const kafka = new kafkajs.Kafka({ brokers, clientId: 'bare', logLevel: kafkajs.logLevel.NOTHING });
  const topic = `bare-${newId()}`;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const createPartitioner = kafkajs.Partitioners.DefaultPartitioner;
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner });
  await producer.connect();
  const consumer: KafkaConsumer = kafka.consumer({ groupId: topic, maxWaitTimeInMs: 250 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({ eachBatch: take });
  await joined;
  let stopped = false;
  return {
    topic,
    producer,
    async stop() {
      if (stopped) return;
      stopped = true;
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
