import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { logMigrations } from '@otklik/event-store';
import { asOwner, installService } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { consumerMigrations } from '../consumer-migrations.js';
import { makeDelivery } from '../delivery.js';
import type { Consumer } from '../messaging.js';
import { fact, makeProbe, newId, recordEffect, silent, type Probe } from '../probe.contract.js';
import { probeFold, probeReactor, storedCase } from './probe-reactor.contract.js';

const TOPIC = 'intake.events';
const appeal = newId();
const [past, next] = [1, 2].map((version) => fact(TOPIC, appeal, { version })) as [PublicEvent, PublicEvent];

let database: TestDatabase;
let probe: Probe;
/** A release without a reactor has consumed one event, and missed another type of it. */
beforeAll(async () => {
  database = await testDatabase();
  await installService(
    database.url,
    'probe',
    [...logMigrations('probe'), ...consumerMigrations('probe')],
    testRoleSecret,
  );
  await asOwner(database.url, (owner) =>
    owner.query(`insert into probe.checkpoint (consumer, topic, partition, position) values ('probe.old', $1, 0, 1)`, [
      TOPIC,
    ]),
  );
  probe = await makeProbe(database.url);
});
afterAll(async () => {
  await probe.close();
  await database.drop();
});

function concern(name: string, begins: Consumer['begins']): Consumer {
  const handle: Consumer['handle'] = (event, tx) => recordEffect(name, event, tx);
  return { name, topics: [], subscribesTo: ['Happened@1'], handle, ...(begins && { begins }) };
}

it('has a concern that begins now hear nothing of what was recorded before the upgrade, though the case is learned from it', async () => {
  const later = { ...next, recordedAt: new Date(Date.now() + 1_000).toISOString() };
  const consumer = probeReactor(probe.store, {
    name: 'probe.begins',
    topics: [TOPIC],
    state: probeFold(['Happened']),
    handlers: [
      concern('probe.now', { Happened: 'NOW' }),
      concern('probe.past', 'PAST'),
      concern('probe.heard', undefined),
    ],
  });
  const events = [past, later];
  await makeDelivery(consumer, probe.database, silent).deliver({ topic: TOPIC, partition: 0, events, position: 2 });
  const effects = async (name: string) => (await probe.effects(name)).map(({ event }) => event);
  expect(await effects('probe.now')).toEqual([later.id]);
  expect(await effects('probe.past')).toEqual([past.id, later.id]);
  expect(await effects('probe.heard')).toEqual([past.id, later.id]);
  expect(await storedCase(probe.database.worker, appeal)).toMatchObject({ state: { seen: [past.id, later.id] } });
});

it('has no past in a new installation', async () => {
  const empty = await testDatabase();
  const fresh = await makeProbe(empty.url);
  try {
    const consumer = probeReactor(fresh.store, {
      name: 'probe.fresh',
      topics: [TOPIC],
      state: probeFold(['Happened']),
      handlers: [concern('probe.fresh_now', 'NOW')],
    });
    const imported = { ...past, recordedAt: '2020-01-01T00:00:00.000Z' };
    const batch = { topic: TOPIC, partition: 0, events: [imported], position: 1 } as const;
    await makeDelivery(consumer, fresh.database, silent).deliver(batch);
    expect(await fresh.effects('probe.fresh_now')).toHaveLength(1);
  } finally {
    await fresh.close();
    await empty.drop();
  }
});
