import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { createLogger } from '@otklik/observability';
import { HEAD_TIMES, startApplication, type RunningApplication } from './application.js';
import { MIN_DATA_RATE } from './min-data-rate.js';

@Module({})
class Empty {}

const MAX_MS = 30_000;
/** The times of the product, so much shorter. */
const FASTER = 20;
const SLOW = 200;

let running: RunningApplication | undefined;
const open: Socket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await running?.close();
});

it('waits for no head and no body longer than 30 seconds, unless it comes at the rate', () => {
  expect(HEAD_TIMES.timeoutMs + HEAD_TIMES.checkEveryMs).toBeLessThanOrEqual(MAX_MS);
  const { idleMs, graceMs, checkEveryMs } = MIN_DATA_RATE;
  expect(idleMs + checkEveryMs).toBeLessThanOrEqual(MAX_MS);
  expect(graceMs + checkEveryMs).toBeLessThanOrEqual(MAX_MS);
});

const HEAD = 'POST /body HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
/** What each sends at once, and then again and again. */
const SLOW_CLIENTS = {
  'nothing at all': ['', ''],
  'the head, sign by sign': ['POST /body HTTP/1.1\r\nx: ', 'x'],
  'the body, sign by sign': [`${HEAD}content-length: 100000\r\n\r\n{`, ' '],
  'a body that stops': [`${HEAD}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`, ''],
} as const;

/** How long the server bears it, ms. */
async function borne(port: number, [first, again]: readonly [string, string]): Promise<number> {
  const begun = performance.now();
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  const closed = new Promise<void>((resolve) => socket.on('error', () => undefined).on('close', () => resolve()));
  socket.resume().write(first);
  const timer = setInterval(() => again !== '' && socket.writable && socket.write(again), 100);
  await closed;
  clearInterval(timer);
  return performance.now() - begun;
}

it('cuts off 200 slow clients in time, while normal ones are answered', async () => {
  const { timeoutMs, checkEveryMs } = HEAD_TIMES;
  const { idleMs, graceMs, bytesPerSecond, checkEveryMs: look } = MIN_DATA_RATE;
  running = await startApplication({
    module: { module: Empty },
    logger: createLogger({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    waitingFor: async () => [],
    routes: [(fastify) => void fastify.post('/body', async () => 'done')],
    headTimes: { timeoutMs: timeoutMs / FASTER, checkEveryMs: checkEveryMs / FASTER },
    dataRate: { bytesPerSecond, idleMs: idleMs / FASTER, graceMs: graceMs / FASTER, checkEveryMs: look / FASTER },
  });
  const { url } = running;
  const kinds = Object.values(SLOW_CLIENTS);
  let slow = 0;
  const port = Number(new URL(url).port);
  const ended = Array.from({ length: SLOW }, (_, at) =>
    borne(port, kinds[at % kinds.length]!).finally(() => (slow -= 1)),
  );
  slow = ended.length;
  const statuses: number[] = [];
  const headers = { 'content-type': 'application/json' };
  while (slow > 0) {
    statuses.push((await fetch(`${url}/body`, { method: 'POST', headers, body: '{}' })).status);
    await sleep(10);
  }
  // A busy machine looks later.
  expect(Math.max(...(await Promise.all(ended)))).toBeLessThan((2 * MAX_MS) / FASTER);
  expect(statuses.length).toBeGreaterThan(5);
  expect(new Set(statuses)).toEqual(new Set([200]));
});
