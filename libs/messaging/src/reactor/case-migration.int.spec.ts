import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { consumerMigrations } from '../consumer-migrations.js';
import { caseMigration, handlersMigration } from './case-migration.js';

let server: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  server = await testDatabase();
  owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.drop();
});

it('begins where the slowest of several consumers stood, and leaves each what waits in it', async () => {
  const before = [...consumerMigrations('probe'), caseMigration('probe')];
  await installService(server.url, 'probe', before, testRoleSecret);
  await owner.query(`insert into probe.checkpoint (consumer, topic, partition, position, last_position) values
    ('probe.one', 'intake.events', 0, 40, 7), ('probe.two', 'intake.events', 0, 12, 3), ('probe.two', 'routing.events', 0, 5, null),
    ('probe.other', 'intake.events', 0, 1, 1)`);
  const [appeal, both, own] = [randomUUID(), randomUUID(), randomUUID()];
  const keys: readonly (readonly [consumer: string, state: string, event: string])[] = [
    ['probe.one', 'WAITING', both],
    ['probe.two', 'DEAD_LETTERED', own],
  ];
  for (const [consumer, state, event] of keys)
    await owner.query(
      `insert into probe.blocked_key (district, consumer, appeal, state, reason, event, attempts, retry_at)
       values (1, $1, $2, $3, 'TypeError', $4, 1, now())`,
      [consumer, appeal, state, event],
    );
  const waiting = [
    ['probe.two', own],
    ['probe.one', both],
    ['probe.two', both],
  ];
  for (const [consumer, event] of waiting)
    await owner.query(
      `insert into probe.blocked_event (district, consumer, appeal, topic, event, body)
       values (1, $1, $2, 'intake.events', $3, '{}')`,
      [consumer, appeal, event],
    );

  const moved = [...before, handlersMigration('probe.case', ['probe.one', 'probe.two'])];
  await installService(server.url, 'probe', moved, testRoleSecret);

  const checkpoints = `select topic, position::int, last_position::int from probe.checkpoint where consumer = 'probe.case' order by topic`;
  expect((await owner.query(checkpoints)).rows).toEqual([
    { topic: 'intake.events', position: 12, last_position: 3 },
    { topic: 'routing.events', position: 5, last_position: null },
  ]);
  const blocked = await owner.query('select consumer, state, event from probe.blocked_key order by consumer');
  expect(blocked.rows).toEqual([
    { consumer: 'probe.one', state: 'WAITING', event: both },
    { consumer: 'probe.two', state: 'DEAD_LETTERED', event: own },
  ]);
  const events = await owner.query('select consumer, event from probe.blocked_event order by place');
  expect(events.rows).toEqual(waiting.map(([consumer, event]) => ({ consumer, event })));
});
