import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService, openDatabase, openPool, type Database } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import type pg from 'pg';
import { WorkQueue, type ClaimedWork, type Work } from '../work/work-queue.js';
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

const upgrade = () =>
  installService(server.url, 'routing', [termTimers('routing'), ...termTimersAreWork('routing')], testRoleSecret);

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
  await upgrade();
  await setBefore(100, '2026-12-30', '2026-12-31T00:00:00.000Z');
  const { rows } = await worker.query('select district, kind, key, due_at, body from routing.work order by due_at');
  const work = { district: 1, kind: 'TERM' };
  const body = { stream, appeal, rule: 'ANS' };
  expect(rows).toEqual([
    {
      ...work,
      key: `${stream}/ANS/50`,
      due_at: new Date('2026-12-10T00:00:00.000Z'),
      body: { ...body, dueOn: '2026-12-24', share: 50 },
    },
    {
      ...work,
      key: `${stream}/ANS/100`,
      due_at: new Date('2026-12-31T00:00:00.000Z'),
      body: { ...body, dueOn: '2026-12-30', share: 100 },
    },
  ]);
});

/** By the statements of the release before (v0.1.0). */
interface Timer {
  readonly share: number;
  readonly at: Date;
}
const dueBefore = async (at: string) => {
  const { rows } = await worker.query<Timer>(
    `select district, stream, appeal, rule, due_on as "dueOn", share, fires_at as at from routing.term_timer
     where fires_at <= $1 order by fires_at limit $2`,
    [at, 100],
  );
  return rows;
};
const takeBefore = async ({ share, at }: Timer) => {
  const { rowCount } = await former
    .scope(1)
    .query(
      `delete from routing.term_timer where district = $1 and stream = $2 and rule = $3 and share = $4 and fires_at = $5`,
      [1, stream, 'ANS', share, at.toISOString()],
    );
  return rowCount === 1;
};

it('are given by one release, also after a rollback, and what that has left by this one', async () => {
  await upgrade();
  const queue = new WorkQueue({ name: 'routing' }, worker);
  const inDistrict = former.scope(1);
  const shares = (works: readonly ClaimedWork<object>[]) => works.map(({ key }) => Number(key.split('/').at(-1)));
  const look = () => queue.look('TERM', { limit: 10 });
  const take = (work: ClaimedWork<object>) => inDistrict.transaction((tx) => queue.take(tx, [work]));
  await worker.query('delete from routing.work');
  const work = (share: number, dueInMs: number): Work<object> => {
    const body = { stream, appeal, rule: 'ANS', dueOn: '2026-12-24', share };
    return { district: 1, kind: 'TERM', key: `${stream}/ANS/${share}`, body, dueInMs };
  };
  await inDistrict.transaction((tx) =>
    queue.set(tx, [work(50, -3_000), work(80, -2_000), work(90, -1_000), work(100, 0)]),
  );
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const [of50, of80, of90, of100] = await dueBefore(tomorrow);
  expect([of50, of80, of90, of100].map((one) => one!.share)).toEqual([50, 80, 90, 100]);
  expect(await takeBefore(of50!)).toBe(true);
  const mine = await look();
  expect(shares(mine)).toEqual([80, 90, 100]);
  // Taken by this release, put off by it, reset by the release before.
  expect(await take(mine[0]!)).toHaveLength(1);
  expect(await takeBefore(of80!)).toBe(false);
  expect(await queue.again(mine[1]!, 0)).toBe(true);
  const put = (await dueBefore(tomorrow)).find(({ share }) => share === 90);
  expect([await takeBefore(of90!), await takeBefore(put!)]).toEqual([false, true]);
  await setBefore(100, '2026-12-30', '2026-12-31T00:00:00.000Z');
  expect([await take(mine[2]!), await look()]).toEqual([[], []]);
  expect((await dueBefore('2027-01-01T00:00:00Z')).map(({ share }) => share)).toEqual([100]);
});
