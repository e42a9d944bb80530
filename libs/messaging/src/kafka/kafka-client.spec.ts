import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { partitionOf, baseOffsets } from './kafka-client.js';
import type { KafkaClient } from './kafka-record.js';
import { onKafka, testKafka, testNamespace, testPlan } from './kafka.fixture.js';
import { checkTopic, ensureTopic } from './topics.js';

it('is the kafkajs version whose internals are patched and used', () => {
  const { version } = createRequire(import.meta.url)('kafkajs/package.json') as { version: string };
  expect(version).toBe('2.2.4');
});

it('partitions keys as Kafka’s default partitioner', () => {
  // From the tests of Apache Kafka's own client (UtilsTest.testMurmur2), positive and modulo 1000.
  const known: readonly (readonly [string, number])[] = [
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ];
  for (const [key, hash] of known) expect([key, partitionOf(key, 1000)]).toEqual([key, (hash & 0x7fff_ffff) % 1000]);
});

it('fails a send whose response lacks a partition', () => {
  const records = [{ partition: 0 }, { partition: 2 }, { partition: 0 }];
  const zero = { partition: 0, baseOffset: '7' };
  expect(baseOffsets(records, [zero, { partition: 2, baseOffset: '0' }])).toEqual(
    new Map([
      [0, 7],
      [2, 0],
    ]),
  );
  expect(() => baseOffsets(records, [zero])).toThrow('partition 2 were not sent');
});

onKafka(() =>
  describe('on a broker', () => {
    let kafka: KafkaClient;
    beforeAll(() => void (kafka = testKafka()));
    afterAll(() => kafka.close());

    it("goes on to the next address when something closes the connection in a dead broker's place", async () => {
      const closing = createServer((socket) => void socket.once('data', () => socket.end())).listen(0, '127.0.0.1');
      await once(closing, 'listening');
      const { port } = closing.address() as AddressInfo;
      const through = testKafka([`127.0.0.1:${port}`]);
      expect(await through.brokers()).toBe(1);
      await through.close();
      closing.close();
    });

    it('creates a topic as planned, reports differences of an existing one, deletes it', async () => {
      const name = `${testNamespace()}intake.events`;
      expect(await checkTopic(kafka, name, testPlan)).toEqual([`${name}: there is no such topic`]);
      expect(await ensureTopic(kafka, name, testPlan)).toEqual([]);
      expect(await checkTopic(kafka, name, testPlan)).toEqual([]);
      expect(await checkTopic(kafka, name, { ...testPlan, partitions: 4 })).toEqual([
        `${name}: partitions is 3, not 4`,
      ]);
      await kafka.remove(name);
      await eventually(async () => ((await kafka.extent(name)) === undefined ? true : undefined));
    });

    it('produces, returns offsets, peeks one record and deletes the records before an offset', async () => {
      const name = `${testNamespace()}intake.events`;
      await ensureTopic(kafka, name, testPlan);
      const producer = await kafka.producer();
      const record = (partition: number, value: string) => ({ partition, key: 'k', value, headers: { after: '7' } });
      expect(await producer.send(name, [record(1, 'a'), record(1, 'b'), record(2, 'c')])).toEqual(
        new Map([
          [1, 0],
          [2, 0],
        ]),
      );
      expect(await producer.send(name, [record(1, 'd')])).toEqual(new Map([[1, 2]]));
      await producer.close();
      const at = new Map([
        [0, 0],
        [1, 1],
        [2, 0],
      ]);
      const found = await kafka.peek(name, at);
      expect([...found.values()]).toMatchObject([
        { partition: 1, offset: 1, key: 'k', value: 'b', headers: { after: '7' } },
        { partition: 2, offset: 0, key: 'k', value: 'c', headers: { after: '7' } },
      ]);
      await kafka.dropBefore(name, new Map([[1, 3]]));
      expect(await kafka.extent(name)).toEqual([
        { partition: 0, low: 0, high: 0 },
        { partition: 1, low: 3, high: 3 },
        { partition: 2, low: 0, high: 1 },
      ]);
      await kafka.remove(name);
    });
  }),
);
