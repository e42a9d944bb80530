import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { eventually, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { fact, makeProbe, newId, recordEffect, silent, type Probe } from '../probe.contract.js';
import type { Publish } from '../messaging.js';
import { backlog } from './backlog.js';
import {
  onKafka,
  openOwner,
  ownerMigrations,
  publicOf,
  testKafka,
  testNamespace,
  type Owner,
} from './kafka.fixture.js';
import type { KafkaClient } from './kafka-record.js';
import { makeKafkaTransport } from './kafka-transport.js';
import { replicas } from './replicas.js';

const TOPIC = 'intake.events';

onKafka(() =>
  describe('a backlog', () => {
    const namespace = testNamespace();
    const name = `${namespace}${TOPIC}`;
    let kafka: KafkaClient;
    let database: TestDatabase;
    let probe: Probe;
    let owner: Owner;
    let app: Database;
    beforeAll(async () => {
      kafka = testKafka();
      database = await testDatabase();
      probe = await makeProbe(database.url);
      owner = await openOwner(database.url, TOPIC, { kafka, namespace });
      const urls = await installService(database.url, 'intake', ownerMigrations('intake'), testRoleSecret);
      app = openDatabase(urls.app, 'intake', { max: 2 });
    });
    afterAll(async () => {
      await app.close();
      await owner.close();
      if (await kafka.extent(name)) await kafka.remove(name);
      await kafka.close();
      await probe.close();
      await database.drop();
    });

    const publishOne: Publish = (event) => {
      if (event.type === 'Stuck') throw new TypeError('a defect');
      return publicOf(event);
    };
    const marked = () =>
      backlog({
        kafka,
        namespace,
        workers: new Map([['probe', probe.database.worker]]),
        sources: new Map([[TOPIC, { log: owner.log, worker: owner.pool, publish: publishOne }]]),
      });

    const running = () => replicas({ kafka, namespace, workers: new Map([['probe', probe.database.worker]]) });

    it('reaches 0 when relay and consumers have processed what was recorded before its creation', async () => {
      await owner.append([fact(TOPIC, newId()), fact(TOPIC, newId())]);
      const behind = await marked();
      expect(await behind()).toBe(2);
      const relay = owner.relay();
      await owner.relayed();
      const transport = makeKafkaTransport({ kafka, namespace, databases: { probe: probe.database }, logger: silent });
      const handle = recordEffect.bind(undefined, 'probe.marked');
      await transport.follow({ name: 'probe.marked', topics: [TOPIC], subscribesTo: ['Happened@1'], handle });
      const taken = async () => (await probe.effects('probe.marked')).length;
      await eventually(async () => ((await taken()) === 2 ? true : undefined), 30_000);
      await eventually(async () => ((await behind()) === 0 ? true : undefined));
      expect(await running()).toEqual({ probe: 1 });
      await transport.stop();
      expect(await running()).toEqual({ probe: 0 });
      await owner.publish([fact(TOPIC, newId())]);
      expect(await behind()).toBe(0);
      expect(await (await marked())()).toBe(1);
      await relay.stop();
      await owner.append([fact(TOPIC, newId())]);
      const unsent = await marked();
      expect(await unsent()).toBe(2);
      const other = owner.relay();
      await owner.relayed();
      expect(await unsent()).toBe(2);
      await other.stop();
    }, 60_000);

    it('does not count the events of a key that cannot be published', async () => {
      const relay = owner.relay(publishOne);
      await owner.relayed();
      const before = await (await marked())();
      const stuck = fact(TOPIC, newId(), { type: 'Stuck' });
      await owner.publish([stuck, fact(TOPIC, stuck.appeal)]);
      expect(await (await marked())()).toBe(before);
      await relay.stop();
    }, 60_000);

    it('counts events recorded behind an append that is still open', async () => {
      const before = await (await marked())();
      const { district, stream, at, actor, commandId, correlationId, id, type, schema, data } = fact(TOPIC, newId());
      const request = { district, stream, at, actor, commandId, correlationId, streamType: 'Probe' } as const;
      await app.scope(1).transaction(async (tx) => {
        await owner.store.append({ ...request, expected: 'any', events: [{ id, type, schema, data }] }, { tx });
        await owner.append([fact(TOPIC, newId())]);
        expect(await (await marked())()).toBeGreaterThan(before);
      });
    }, 60_000);
  }),
);
