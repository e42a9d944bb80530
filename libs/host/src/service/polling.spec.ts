import { expect, it } from '@jest/globals';
import { ProcessActivity } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { Polling } from './polling.js';

const A_MINUTE = 60_000;
const unexpected = (error: unknown): never => {
  throw error;
};

it('goes on at once while there is work, and waits without', async () => {
  const left = [3, 2, 0];
  let asked = 0;
  const work = async () => left[asked++]!;
  const polling = new Polling(work, unexpected, { idleMs: A_MINUTE, retryMs: 0 });
  polling.start();
  await eventually(async () => asked === 3 || undefined);
  await polling.stop();
  expect(asked).toBe(3);
});

it('looks again after a while without work', async () => {
  let asked = 0;
  const polling = new Polling(async () => (asked++, 0), unexpected, { idleMs: 1, retryMs: A_MINUTE });
  polling.start();
  await eventually(async () => asked > 2 || undefined);
  await polling.stop();
});

it('tells why it failed, and retries', async () => {
  const reasons: unknown[] = [];
  const broken = new Error('down');
  const work = () => Promise.reject(broken);
  const polling = new Polling(work, (error) => reasons.push(error), { idleMs: A_MINUTE, retryMs: 1 });
  polling.start();
  expect(await eventually(async () => reasons[1])).toBe(broken);
  await polling.stop();
});

it('stops when the work under way has ended, or earlier where its patience ends', async () => {
  let end = (): void => undefined;
  const polling = new Polling(() => new Promise((done) => (end = () => done(1))), unexpected);
  polling.start();
  let isStopped = false;
  const stopped = polling.stop().then(() => void (isStopped = true));
  await polling.stop(1);
  expect(isStopped).toBe(false);
  end();
  await stopped;
});

it('looks once while the process is at rest, and at once when the rest ends', async () => {
  let now = 0;
  const activity = new ProcessActivity(true, () => now);
  let asked = 0;
  const polling = new Polling(async () => (asked++, 0), unexpected, { idleMs: 1, retryMs: A_MINUTE }, activity);
  now = A_MINUTE;
  polling.start();
  await sleep(200);
  expect(asked).toBe(1);
  activity.noted();
  await eventually(async () => asked > 2 || undefined);
  await polling.stop();
});

it('ends the rest by work of its own, which may leave more when it ends', async () => {
  let now = 0;
  const activity = new ProcessActivity(true, () => now);
  const left = [1, 0, 1, 0, 0];
  let asked = 0;
  const polling = new Polling(async () => left[asked++] ?? 0, unexpected, { idleMs: 1, retryMs: A_MINUTE }, activity);
  now = A_MINUTE;
  polling.start();
  await eventually(async () => asked >= left.length || undefined);
  await polling.stop();
});
