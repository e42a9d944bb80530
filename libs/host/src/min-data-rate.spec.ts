import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { demandMinDataRate, longestArrivalMs, MIN_DATA_RATE } from './min-data-rate.js';

const SIZE = 30_000;
const rate = { idleMs: 300, graceMs: 600, bytesPerSecond: 20_000, checkEveryMs: 20 };

let server: FastifyInstance;
/** How long the server lets a body wait before it reads it, ms. */
let delay = 0;
const open: Socket[] = [];
beforeEach(async () => {
  delay = 0;
  server = fastify();
  demandMinDataRate(server, rate);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_, payload, done) => done(null, payload));
  server.post('/', async (request) => {
    await sleep(delay);
    let bytes = 0;
    for await (const chunk of request.raw as AsyncIterable<Buffer>) bytes += chunk.length;
    return `${bytes} bytes`;
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await server.close();
});

interface Sending {
  readonly chunk: number;
  readonly everyMs: number;
  /** Of the body's size; all of it when absent. */
  readonly upTo?: number;
  readonly size?: number;
  /** Its size is not announced. */
  readonly chunked?: boolean;
}

/** The answer to a body that is sent at that pace. */
async function answerTo({ chunk, everyMs, size = SIZE, upTo = size, chunked = false }: Sending): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  open.push(socket);
  let answer = '';
  let ended = false;
  socket.on('data', (data: Buffer) => void (answer += data.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => void (ended = true));
  await once(socket, 'connect');
  const told = chunked ? 'transfer-encoding: chunked' : `content-length: ${size}`;
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: a/b\r\n${told}\r\n\r\n${chunked ? '1\r\na\r\n' : ''}`);
  for (let sent = 0; sent < upTo && !ended; sent += chunk) {
    socket.write(Buffer.alloc(Math.min(chunk, upTo - sent)));
    await sleep(everyMs);
  }
  while (!ended && !/\d bytes$/.test(answer)) await sleep(10);
  return answer;
}

it('lets a body take as long as the rate allows for its size', async () => {
  const begun = performance.now();
  expect(await answerTo({ chunk: 1_500, everyMs: 50 })).toContain('30000 bytes');
  expect(performance.now() - begun).toBeGreaterThan(rate.graceMs);
});

it('ends a body that stops, with 408, however fast it began', async () => {
  const begun = performance.now();
  expect(await answerTo({ chunk: 20_000, everyMs: 1, upTo: 20_000 })).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - begun).toBeLessThan(longestArrivalMs(20_000, rate));
});

it('ends a body that trickles', async () => {
  expect(await answerTo({ chunk: 10, everyMs: 50 })).toMatch(/^HTTP\/1\.1 408 /);
});

it('ends a body of untold size that stops', async () => {
  expect(await answerTo({ chunk: 1, everyMs: 0, upTo: 0, chunked: true })).toMatch(/^HTTP\/1\.1 408 /);
});

it('lets a small body that has arrived wait until it is read', async () => {
  delay = 2 * rate.idleMs;
  expect(await answerTo({ chunk: 100, everyMs: 0, size: 100 })).toContain('100 bytes');
});

it('does not blame the sender while the server itself does not read', async () => {
  delay = 2 * rate.idleMs;
  const size = 4_000_000;
  expect(await answerTo({ chunk: size, everyMs: 0, size })).toContain(`${size} bytes`);
});

it('keeps no half-sent request for longer than half a minute', () => {
  const { idleMs, checkEveryMs } = MIN_DATA_RATE;
  expect(idleMs + checkEveryMs).toBeLessThanOrEqual(30_000);
  // A byte now and then.
  expect(longestArrivalMs(30) + checkEveryMs).toBeLessThanOrEqual(31_000);
  // A photo over a line of 64 kbit/s.
  expect(longestArrivalMs(5_000_000)).toBeGreaterThan(5_000_000 / 8);
  expect(longestArrivalMs(5_000_000)).toBeLessThan(3_600_000);
  // A line that is gone for twenty seconds.
  expect(Math.min(idleMs, longestArrivalMs(0))).toBeGreaterThanOrEqual(20_000);
});
