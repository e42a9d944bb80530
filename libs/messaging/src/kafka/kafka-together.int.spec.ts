import { expect, it } from '@jest/globals';
import type { Consumer } from '../messaging.js';
import { fact, newId, silent } from '../probe.contract.js';
import { probeOfFile } from '../probe.fixture.js';
import { eventRecord } from './event-record.js';
import { startKafkaLoop } from './kafka-loop.js';
import type { ConsumedRecord, GroupReader, GroupReading, KafkaClient, RecordBatch } from './kafka-record.js';

const TOPIC = 'intake.events';
const probe = probeOfFile(TOPIC);
const PARTITIONS = [0, 1, 2, 3];

function batchOf(partition: number, length: number): RecordBatch {
  const records = Array.from({ length }, (_, offset): ConsumedRecord => {
    const event = fact(TOPIC, newId(), { position: offset + 1 });
    const record = eventRecord(event, partition, { after: offset, epoch: 1 });
    return { ...record, offset, header: (name) => record.headers[name] };
  });
  const ignored = () => undefined;
  return {
    topic: TOPIC,
    partition,
    records,
    isCurrent: () => true,
    resolve: ignored,
    heartbeat: () => Promise.resolve(),
  };
}

/** Sizes of the transactions in which a consumer takes these batches, which come at the same time. */
async function sizesOf(name: string, batches: readonly RecordBatch[]): Promise<readonly number[]> {
  let reading: GroupReading | undefined;
  const none = () => Promise.resolve();
  const reader: GroupReader = { seek: () => undefined, commit: none, stop: none };
  const kafka = {
    extent: () => Promise.resolve(PARTITIONS.map((partition) => ({ partition, low: 0, high: 1_000 }))),
    peek: () => Promise.resolve(new Map()),
    read: (given: GroupReading) => {
      reading = given;
      return Promise.resolve(reader);
    },
  } as Partial<KafkaClient> as KafkaClient;
  const sizes: number[] = [];
  const consumer: Consumer = {
    name,
    topics: [TOPIC],
    subscribesTo: ['Happened@1'],
    together: true,
    atOnce: 100,
    handle: { batch: (events) => Promise.resolve(void sizes.push(events.length)) },
  };
  const options = { kafka, namespace: '', database: probe.database, logger: silent, woken: () => undefined };
  const loop = await startKafkaLoop(consumer, options);
  await reading!.onAssigned(new Map([[TOPIC, PARTITIONS]]), reader);
  await Promise.all(batches.map((batch) => reading!.onBatch(batch, reader)));
  await loop.stop();
  return sizes;
}

it('takes what waits of several partitions together, as much as one transaction may take', async () => {
  const sizes = await sizesOf(
    'probe.fits',
    PARTITIONS.map((partition) => batchOf(partition, 40)),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(160);
  expect(sizes).toContain(80);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
});

it('takes a long batch in parts', async () => {
  expect(await sizesOf('probe.parts', [batchOf(0, 250)])).toEqual([100, 100, 50]);
});
