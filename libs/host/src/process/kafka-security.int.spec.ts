import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { ensureTopic, openKafka, type KafkaClient, type TopicPlan } from '@otklik/messaging';
import { createLogger } from '@otklik/observability';
import { eventually, needing } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateOf } from '../../../../deploy/stack/kafka-security.js';
import { freePortBase, stackPorts } from '../../../../deploy/stack/ports.js';
import { stackUp, missingRequirement, type Stack } from '../../../../deploy/stack/stack.js';
import { readKafkaConfig } from './config.js';

const user = { username: 'otklik', password: 'a-long-password' };
const plan: TopicPlan = { partitions: 1, replication: 1, minInSync: 1, retention: 'forever' };

let folder: string;
let stack: Stack;
let given: Readonly<Record<string, string>>;
const opened: KafkaClient[] = [];

/** Opened as a process does, from environment variables. */
function kafkaOf(more: Readonly<Record<string, string | undefined>>): KafkaClient {
  const { brokers, tls, sasl } = readKafkaConfig({ ...given, ...more });
  const kafka = openKafka({
    brokers,
    clientId: 'otklik-spec',
    logger: createLogger({ level: 'silent' }),
    ...(tls && { tls }),
    ...compact({ sasl }),
  });
  opened.push(kafka);
  return kafka;
}

const missing = missingRequirement();
needing(missing && `needs Kafka: ${missing}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otklik-secured-'));
    const portBase = await freePortBase();
    stack = await stackUp({ only: ['kafka'], brokers: 1, kafkaUser: user, folder, portBase });
    given = {
      KAFKA_BROKERS: `127.0.0.1:${stackPorts(portBase).kafkaSecured(1)}`,
      KAFKA_TLS: 'on',
      KAFKA_CA_FILE: certificateOf(stack.server('kafka-1').folder),
      KAFKA_USERNAME: user.username,
      KAFKA_PASSWORD: user.password,
    };
  }, 180_000);
  afterAll(async () => {
    for (const kafka of opened) await kafka.close();
    await stack.reset();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([[undefined], ['scram-sha-256'], ['plain']])(
    'writes and reads over TLS, signed in by %s',
    async (mechanism) => {
      const kafka = kafkaOf({ KAFKA_SASL_MECHANISM: mechanism });
      const topic = `${mechanism ?? 'usual'}.intake.events`;
      expect(await ensureTopic(kafka, topic, plan)).toEqual([]);
      const producer = await kafka.producer();
      await producer.send(topic, [{ partition: 0, key: 'k', value: 'a', headers: {} }]);
      await producer.close();
      const read: (string | undefined)[] = [];
      const reader = await kafka.read({
        group: topic,
        topics: [topic],
        onAssigned: () => Promise.resolve(),
        onBatch: async ({ records, resolve }) => {
          for (const { value, offset } of records) {
            read.push(value);
            resolve(offset);
          }
          await Promise.resolve();
        },
      });
      await eventually(() => Promise.resolve(read.length > 0 ? true : undefined), 30_000);
      await reader.stop();
      expect(read).toEqual(['a']);
    },
    90_000,
  );

  it.each([
    ['another password', { KAFKA_PASSWORD: 'guessed' }],
    ['no name', { KAFKA_USERNAME: undefined }],
    ['an authority that it does not believe', { KAFKA_CA_FILE: undefined }],
    ['no TLS', { KAFKA_TLS: 'off' }],
  ])(
    'is not let in with %s',
    async (_, wrong) => {
      await expect(kafkaOf(wrong).brokers()).rejects.toThrow();
    },
    90_000,
  );
});
