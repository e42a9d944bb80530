import kafkajs, { type EachBatchPayload, type Producer } from 'kafkajs';
import { eventually } from '@otklik/testing';
import { newId } from './log-fixtures.js';

const LEADER_TIMEOUT_MS = 60_000;

export interface KafkajsYardstick extends AsyncDisposable {
  readonly topic: string;
  readonly producer: Producer;
}

/** A producer and a consumer of bare kafkajs with a new topic of one partition; the consumer has joined its group. */
export async function kafkajsYardstick(
  brokers: string[],
  take: (payload: EachBatchPayload) => Promise<void>,
): Promise<KafkajsYardstick> {
  const kafka = new kafkajs.Kafka({ brokers, clientId: 'bare', logLevel: kafkajs.logLevel.NOTHING });
  const topic = `bare-${newId()}`;
  const admin = kafka.admin();
  await admin.connect();
  // kafkajs gives up where the broker does not know the new topic yet.
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: false });
  await eventually(() => admin.fetchTopicMetadata({ topics: [topic] }).catch(() => undefined), LEADER_TIMEOUT_MS);
  await admin.disconnect();
  const createPartitioner = kafkajs.Partitioners.DefaultPartitioner;
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner });
  await producer.connect();
  const consumer = kafka.consumer({ groupId: topic, maxWaitTimeInMs: 250 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({ eachBatch: take });
  await joined;
  return {
    topic,
    producer,
    async [Symbol.asyncDispose]() {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
