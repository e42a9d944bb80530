import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EventTransport } from '../messaging.js';
import { fact as anyFact, makeProbe, newId, recordEffect, silent, type Probe } from '../probe.contract.js';
import { eventRecord, partitionOfEvent } from './event-record.js';
import {
  onKafka,
  openOwner,
  publicOf,
  recordsOf,
  testKafka,
  testNamespace,
  testPlan,
  type Owner,
} from './kafka.fixture.js';
import type { KafkaClient } from './kafka-record.js';
import { makeKafkaTransport } from './kafka-transport.js';
import type { Relay } from './relay.js';

const CONSUMER = 'probe.all';

onKafka(() =>
  describe('a consumer on Kafka', () => {
    let kafka: KafkaClient;
    let database: TestDatabase;
    let probe: Probe;
    let owner: Owner;
    let relay: Relay;
    let namespace: string;
    let running: EventTransport[] = [];
    let complaints: string[] = [];
    beforeAll(() => void (kafka = testKafka()));
    afterAll(() => kafka.close());
    beforeEach(async () => {
      namespace = testNamespace();
      database = await testDatabase();
      probe = await makeProbe(database.url);
      owner = await openOwner(database.url, 'intake.events', { kafka, namespace });
      relay = owner.relay();
      await owner.relayed();
      complaints = [];
    });
    afterEach(async () => {
      for (const transport of running) await transport.stop();
      running = [];
      await owner.close();
      await probe.close();
      await database.drop();
      await kafka.remove(`${namespace}intake.events`);
    });

    const facts = (count: number, appeals = count): PublicEvent[] => {
      const keys = Array.from({ length: appeals }, newId);
      return Array.from({ length: count }, (_, at) => anyFact('intake.events', keys[at % appeals]!));
    };
    const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
    const effects = async (consumer = CONSUMER) => (await probe.effects(consumer)).map(({ event }) => event);
    const all = (events: readonly PublicEvent[], consumer = CONSUMER) =>
      eventually(async () => {
        const found = await effects(consumer);
        expect(new Set(found)).toEqual(new Set(ids(events)));
        return found;
      }, 30_000);

    /** A copy of the service: a process of its own, as far as Kafka and PostgreSQL can tell. */
    async function copy(
      took: (event: PublicEvent) => void = () => undefined,
      name = CONSUMER,
    ): Promise<EventTransport> {
      const error = (message: string) => void complaints.push(message);
      const logger = { ...silent, error };
      const transport = makeKafkaTransport({ kafka, namespace, databases: { probe: probe.database }, logger });
      running.push(transport);
      const consumer: Consumer = {
        name,
        topics: ['intake.events'],
        subscribesTo: ['Happened@1'],
        handle: async (event, tx) => {
          took(event);
          await recordEffect(name, event, tx);
        },
      };
      await transport.follow(consumer);
      return transport;
    }

    it('loses and repeats no effect over rebalances between replicas, in order per key', async () => {
      const published = facts(900, 30);
      const taken = [new Set<string>(), new Set<string>(), new Set<string>()];
      const first = await copy(({ id }) => void taken[0]!.add(id));
      const publishing = (async () => {
        for (let from = 0; from < published.length; from += 30) {
          await owner.append(published.slice(from, from + 30));
          await sleep(60);
        }
      })();
      await sleep(300);
      await copy(({ id }) => void taken[1]!.add(id));
      await sleep(1500);
      await first.stop();
      await copy(({ id }) => void taken[2]!.add(id));
      await publishing;
      const found = await all(published);
      expect(found).toHaveLength(900);
      for (const set of taken) expect(set.size).toBeGreaterThan(0);
      const place = new Map(found.map((id, at) => [id, at]));
      for (const { appeal } of published.slice(0, 30)) {
        const places = published.filter((one) => one.appeal === appeal).map(({ id }) => place.get(id)!);
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
    });

    it('resumes when its topic was wiped and published again; a new consumer reads everything', async () => {
      const published = facts(60);
      await copy();
      await owner.publish(published.slice(0, 40));
      await all(published.slice(0, 40));
      await kafka.remove(`${namespace}intake.events`);
      await owner.append(published.slice(40));
      expect(await all(published)).toHaveLength(60);
      await copy(undefined, 'probe.newcomer');
      expect(await all(published, 'probe.newcomer')).toHaveLength(60);
    });

    it('reads a replaced topic from its beginning, however long the new one is', async () => {
      const published = facts(60);
      const first = await copy();
      await owner.publish(published.slice(0, 10));
      await all(published.slice(0, 10));
      await first.stop();
      await probe.database.worker.query(
        'update probe.checkpoint set last_position = 999 where last_position is not null',
      );
      await owner.publish(published.slice(10));
      await copy();
      expect(await all(published)).toHaveLength(60);
    });

    it('stops before a missing record and continues when the relay has repaired the partition', async () => {
      const published = facts(12, 1);
      await relay.stop();
      await owner.append(published);
      const name = `${namespace}intake.events`;
      const stored = (await owner.log.read(0, 100)).map((event) => publicOf(event));
      const partition = partitionOfEvent(stored[0]!, testPlan.partitions);
      const records = stored.map((event, at) => eventRecord(event, partition, { after: at, epoch: 1 }));
      const producer = await kafka.producer();
      await producer.send(name, [...records.slice(0, 5), ...records.slice(6)]);
      await producer.close();
      await copy();
      await all(published.slice(0, 5));
      await sleep(1_000);
      expect(await effects()).toEqual(ids(published.slice(0, 5)));
      await kafka.dropBefore(name, new Map([[partition, 11]]));
      owner.relay();
      expect(await all(published)).toEqual(ids(published));
    });

    it('skips and logs foreign records; the relay repairs the partition', async () => {
      const published = facts(40);
      await copy();
      await owner.publish(published.slice(0, 20));
      await relay.stop();
      const producer = await kafka.producer();
      await producer.send(`${namespace}intake.events`, [
        { partition: 0, key: 'a key', value: 'no JSON', headers: {} },
        { partition: 0, key: '', value: '{"id":1}', headers: {} },
        {
          partition: 0,
          key: '',
          value: JSON.stringify(anyFact('intake.events', newId(), { district: 0 })),
          headers: {},
        },
      ]);
      await producer.close();
      await eventually(() => Promise.resolve(complaints.length === 3 || undefined));
      expect(new Set(complaints)).toEqual(new Set(['foreign record skipped']));
      owner.relay();
      await owner.publish(published.slice(20));
      expect(await all(published)).toHaveLength(40);
    });

    it('continues after records of another producer between those of a running relay; the relay repairs the partition', async () => {
      const name = `${namespace}intake.events`;
      const published = facts(20, 1);
      await copy();
      await owner.publish(published.slice(0, 10));
      await all(published.slice(0, 10));
      const partition = partitionOfEvent(published[0]!, testPlan.partitions);
      const producer = await kafka.producer();
      await producer.send(name, [{ partition, key: 'a key', value: 'no JSON', headers: {} }]);
      await producer.close();
      // Taken alone, and its offset kept.
      await eventually(() => Promise.resolve(complaints.length === 1 || undefined));
      await sleep(1_500);
      await owner.append(published.slice(10));
      expect(await all(published)).toHaveLength(20);
      await eventually(async () => {
        const [first, ...others] = (await recordsOf(kafka, name))[partition]!;
        expect(first?.headers['after']).toBe('0');
        expect(others).toHaveLength(19);
        return true;
      }, 20_000);
    });
  }),
);
