import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { ProcessActivity } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { openPool } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { wakeCopies } from './wake-copies.js';

const logger: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const LISTENER = `select pid from pg_stat_activity where datname = current_database() and application_name = 'otklik listener'`;

let server: TestDatabase;
let worker: pg.Pool;
let now = 0;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  server = await testDatabase();
  worker = openPool({ connectionString: server.url, max: 2 });
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(async () => {
  await worker.end();
  await server.drop();
});

async function listeners(count: number): Promise<readonly number[]> {
  for (;;) {
    const { rows } = await worker.query<{ pid: number }>(LISTENER);
    if (rows.length === count) return rows.map(({ pid }) => pid);
    await sleep(20);
  }
}

/** Copies of the service that are at rest, each with a connection that listens. */
async function resting(count: number): Promise<readonly ProcessActivity[]> {
  const copies = Array.from({ length: count }, () => new ProcessActivity(false, () => now));
  for (const activity of copies)
    stops.push(wakeCopies({ service: 'intake', url: server.url, worker, activity, logger }));
  await listeners(count);
  now += 20_000;
  return copies;
}

const woken = (activity: ProcessActivity): Promise<number> =>
  new Promise((resolve) => {
    const from = performance.now();
    activity.onEnd(() => resolve(performance.now() - from));
  });

it('ends the rest of another copy within a second, and the other notifies no copy of that', async () => {
  const [one, other] = (await resting(2)) as [ProcessActivity, ProcessActivity];
  const told = jest.spyOn(worker, 'query');
  const waiting = woken(other);
  one.noted();
  expect(await waiting).toBeLessThan(1_000);
  await sleep(50);
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

it('tells others once in a while, however much there is, and nothing at rest', async () => {
  const [one] = (await resting(1)) as [ProcessActivity];
  const told = jest.spyOn(worker, 'query');
  expect(told).not.toHaveBeenCalled();
  for (let times = 0; times < 100; times += 1) one.noted();
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

it('listens again after its connection was lost', async () => {
  const [one, other] = (await resting(2)) as [ProcessActivity, ProcessActivity];
  const before = await listeners(2);
  await worker.query(`select pg_terminate_backend(pid) from (${LISTENER}) l`);
  for (;;) if ((await listeners(2)).every((pid) => !before.includes(pid))) break;
  // It is connected before it listens.
  await sleep(200);
  const waiting = woken(other);
  one.noted();
  expect(await waiting).toBeLessThan(1_000);
});
