import { expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { KeptPages } from './kept-pages.js';

/** A page that says how often it was made. */
function served(failing: { now: boolean } = { now: false }, keptMs?: number, max?: number) {
  const kept = new KeptPages(max, keptMs);
  let made = 0;
  const fastify = Fastify();
  fastify.get('/*', (request, reply) => {
    return kept.send(request, reply, {
      about: [request.url, request.headers['accept-language'] ?? 'ru'],
      make: async () => {
        made += 1;
        if (failing.now) throw new Error('not now');
        return {
          status: request.url === '/gone' ? 410 : 200,
          type: 'text/plain',
          body: `made ${made}`,
          headers: { age: '1' },
          isPartial: request.url === '/partial',
        };
      },
    });
  });
  const get = (url: string, headers: Record<string, string> = {}) => fastify.inject({ url, headers });
  return { get, made: () => made };
}

it('is made once for all who ask in the same language', async () => {
  const { get, made } = served();
  const all = await Promise.all(Array.from({ length: 50 }, () => get('/answers')));
  expect(new Set(all.map(({ body }) => body))).toEqual(new Set(['made 1']));
  await get('/answers', { 'accept-language': 'en' });
  await get('/answers?q=1');
  expect(made()).toBe(3);
});

it('may be kept by caches for less than half a minute, and is not sent twice to who has it', async () => {
  const { get } = served();
  const first = await get('/answers');
  const etag = String(first.headers['etag']);
  expect(first.headers['cache-control']).toBe('public, max-age=25');
  expect(first.headers['age']).toBe('1');
  const again = await get('/answers', { 'if-none-match': etag });
  expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
  expect((await get('/answers', { 'if-none-match': `"other", ${etag}` })).statusCode).toBe(304);
  expect((await get('/answers', { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  expect((await get('/gone')).statusCode).toBe(410);
  expect((await get('/gone', { 'if-none-match': String((await get('/gone')).headers['etag']) })).statusCode).toBe(410);
});

it('is packed as the reader takes it, which changes nothing of its tag', async () => {
  const { get, made } = served();
  const plain = await get('/answers');
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const { rawPayload, headers } = await get('/answers', { 'accept-encoding': encoding });
    expect([headers['content-encoding'], headers['etag']]).toEqual([encoding, plain.headers['etag']]);
    expect(unpack(rawPayload).toString()).toBe('made 1');
  }
  expect(made()).toBe(1);
});

it('keeps no failure', async () => {
  const failing = { now: true };
  const { get } = served(failing);
  expect((await get('/answers')).statusCode).toBe(500);
  failing.now = false;
  expect((await get('/answers')).body).toBe('made 2');
});

it('is made again once its time is over, whoever asks', async () => {
  const { get } = served(undefined, 1);
  expect((await get('/answers')).body).toBe('made 1');
  await pause(20);
  expect((await get('/answers')).body).toBe('made 2');
});

it('is made again for the next reader where a part of it could not be read, and no cache keeps it', async () => {
  const { get } = served();
  const [first, beside] = await Promise.all([get('/partial'), get('/partial')]);
  expect([first.body, beside.body, first.headers['cache-control']]).toEqual(['made 1', 'made 1', 'no-store']);
  expect((await get('/partial')).body).toBe('made 2');
});

it('pushes nothing out that is kept where it fails', async () => {
  const failing = { now: false };
  const { get } = served(failing, undefined, 2);
  await get('/answers');
  failing.now = true;
  for (const path of ['/one', '/other', '/third']) expect((await get(path)).statusCode).toBe(500);
  expect((await get('/answers')).body).toBe('made 1');
});
