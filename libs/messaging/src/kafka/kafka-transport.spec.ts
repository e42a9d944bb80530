import type { Topic } from '@otklik/contracts/envelope';
import { testDatabase } from '@otklik/testing';
import { makeProbe, silent } from '../probe.contract.js';
import {
  hands,
  publishUnlessFuture,
  unpublishedContract,
  type LogUnderTest,
} from '../publishing/unpublished.contract.js';
import type { TransportUnderTest } from '../transport-world.contract.js';
import { transportContract } from '../transport.contract.js';
import { onKafka, openOwner, testKafka, testNamespace, type Owner } from './kafka.fixture.js';
import { makeKafkaTransport } from './kafka-transport.js';

const topics = ['intake.events', 'routing.events', 'responses.events'] as const satisfies readonly Topic[];
const often = { retryPollMs: 200, logger: silent };

onKafka(() => {
  transportContract('on Kafka, filled by relays', underTest);
  unpublishedContract('on Kafka', logUnderTest);
});

async function underTest(): Promise<TransportUnderTest> {
  const database = await testDatabase();
  const probe = await makeProbe(database.url);
  const kafka = testKafka();
  const namespace = testNamespace();
  const owners = new Map<Topic, Owner>();
  for (const topic of topics) {
    const owner = await openOwner(database.url, topic, { kafka, namespace });
    owner.relay();
    await owner.publish([]);
    owners.set(topic, owner);
  }
  return {
    probe,
    publish: (topic, events) => owners.get(topic)!.publish(events),
    transport: () => makeKafkaTransport({ kafka, namespace, databases: { probe: probe.database }, ...often }),
    close: async () => {
      for (const owner of owners.values()) await owner.close();
      await kafka.close();
      await probe.close();
      await database.drop();
    },
  };
}

/** The relay runs as long as the transport: what is recorded before can still be damaged. */
async function logUnderTest(): Promise<LogUnderTest> {
  const database = await testDatabase();
  const probe = await makeProbe(database.url);
  const kafka = testKafka();
  const namespace = testNamespace();
  const owner = await openOwner(database.url, 'intake.events', { kafka, namespace });
  const first = owner.relay();
  await owner.publish([]);
  await first.stop();
  return {
    probe,
    ...hands(database.url, owner.pool),
    publish: (_, events) => owner.append(events),
    transport(build) {
      const relay = owner.relay(publishUnlessFuture('intake.events', build));
      const transport = makeKafkaTransport({ kafka, namespace, databases: { probe: probe.database }, ...often });
      return {
        follow: (consumer) => transport.follow(consumer),
        lag: (consumer) => transport.lag(consumer),
        async stop() {
          await transport.stop();
          await relay.stop();
        },
      };
    },
    begin: () => undefined,
    close: async () => {
      await owner.close();
      await kafka.close();
      await probe.close();
      await database.drop();
    },
  };
}
