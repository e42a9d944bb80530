import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService, openDatabase, openPool, type Database } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import type pg from 'pg';
import { termTimers, termTimersAreWork } from './term-timers.js';

let server: TestDatabase;
let former: Database;
let worker: pg.Pool;
beforeAll(async () => {
  server = await testDatabase();
  const { app, worker: role } = await installService(server.url, 'routing', [termTimers('routing')], testRoleSecret);
  former = openDatabase(app, 'routing');
  worker = openPool({ connectionString: role, max: 2 });
});
afterAll(async () => {
  await Promise.all([former.close(), worker.end()]);
  await server.drop();
});

const stream = '01930f3a-2b00-7000-8000-000000000001';
const appeal = '01930f3a-2b00-7000-8000-000000000002';

/** As the release before sets a timer, in place of an earlier one. */
const setBefore = (share: number, dueOn: string, at: string) =>
  former.scope(1).query(
    `insert into routing.term_timer (district, stream, appeal, rule, due_on, share, fires_at)
     select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::timestamptz[])
     on conflict (district, stream, rule, share) do update set due_on = excluded.due_on, fires_at = excluded.fires_at`,
    [[1], [stream], [appeal], ['ANS'], [dueOn], [share], [at]],
  );

it('of the release before are kept: those that waited, and those that a process of it still sets', async () => {
  await setBefore(50, '2026-12-24', '2026-12-10T00:00:00.000Z');
  await setBefore(100, '2026-12-24', '2026-12-25T00:00:00.000Z');
  const all = [termTimers('routing'), ...termTimersAreWork('routing')];
  await installService(server.url, 'routing', all, testRoleSecret);
  await setBefore(100, '2026-12-30', '2026-12-31T00:00:00.000Z');
  const { rows } = await worker.query('select district, kind, key, due_at, body from routing.work order by due_at');
  const work = { district: 1, kind: 'TERM' };
  const body = { stream, appeal, rule: 'ANS' };
  expect(rows).toEqual([
    {
      ...{ ...work, key: `${stream}/ANS/50`, due_at: new Date('2026-12-10T00:00:00.000Z') },
      body: { ...body, dueOn: '2026-12-24', share: 50 },
    },
    {
      ...{ ...work, key: `${stream}/ANS/100`, due_at: new Date('2026-12-31T00:00:00.000Z') },
      body: { ...body, dueOn: '2026-12-30', share: 100 },
    },
  ]);
  expect((await worker.query('select from routing.term_timer')).rows).toEqual([]);
});
