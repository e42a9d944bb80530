import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { send, type Draft } from '../src/resident/drafts.js';

const source = (name: string) => fileURLToPath(new URL(`../src/resident/${name}`, import.meta.url));

async function bytesOf(name: string): Promise<number> {
  const entryPoints = [source(name)];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

it('keeps the page’s script below 4.3 kB its worker and what it shows before one sends below 2 kB each, gzipped', async () => {
  expect(await bytesOf('page.ts')).toBeLessThan(4_300);
  expect(await bytesOf('worker.ts')).toBeLessThan(2_000);
  expect(await bytesOf('before.ts')).toBeLessThan(2_000);
});

it('loses and doubles nothing over a thousand cut connections', async () => {
  const MESSAGES = 250;
  const received = new Map<string, string>();
  let cuts = 0;
  const random = (seed: number) => ((seed * 2_654_435_761) >>> 0) / 2 ** 32;
  let at = 0;
  // Cut before anything is received, after it is received and before it is answered, or in the middle of the answer.
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const chance = random((at += 1));
    const cut = () => void ((cuts += 1), response.socket?.destroy());
    request.on('error', () => undefined);
    if (request.method === 'GET') return void response.end('<dd id="number">N</dd>');
    if (chance < 0.4) return cut();
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const key = /name="key"\r\n\r\n([^\r]+)/.exec(body)![1]!;
      const text = /name="text"\r\n\r\n([^\r]+)/.exec(body)![1]!;
      expect(received.get(key) ?? text).toBe(text);
      received.set(key, text);
      if (chance < 0.8) return cut();
      response.writeHead(303, { location: '/sent' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const path = `http://127.0.0.1:${(server.address() as AddressInfo).port}/aldan`;
  try {
    for (let n = 0; n < MESSAGES; n += 1) {
      const draft: Draft = {
        path,
        key: `key-${n}`,
        fields: [['text', `text ${n}`]],
        files: [],
        queued: true,
        savedAt: n,
      };
      while ((await send(draft)).what !== 'SENT');
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect(cuts).toBeGreaterThan(700);
  expect([...received].map(([key, text]) => [key, text])).toEqual(
    Array.from({ length: MESSAGES }, (_, n) => [`key-${n}`, `text ${n}`]),
  );
});

it.each([
  [400, 'WRONG'],
  [409, 'WRONG'],
  [413, 'WRONG'],
  [429, 'OFFLINE'],
  [503, 'OFFLINE'],
])('keeps a draft that was answered with %i as %s', async (status, what) => {
  const server = createServer((request, response) =>
    request.resume().on('end', () => response.writeHead(status).end('x')),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const path = `http://127.0.0.1:${(server.address() as AddressInfo).port}/aldan`;
  const answer = await send({ path, key: 'k', fields: [], files: [], queued: true, savedAt: 0 });
  server.close();
  expect(answer.what).toBe(what);
});

it('answers the challenge of a limit by itself, and leaves it to the reader where no digest can be made', async () => {
  const challenge = 'abc';
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      if (request.method === 'POST') bodies.push(body);
      if (request.method === 'GET') return void response.end('sent');
      if (body.includes('name="work"')) return void response.writeHead(303, { location: '/sent' }).end();
      const input = `<input type="hidden" name="challenge" value="${challenge}"/>`;
      response.writeHead(429).end(`<div id="challenge" data-bits="6">${input}</div>`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const path = `http://127.0.0.1:${(server.address() as AddressInfo).port}/aldan`;
  const draft = { path, key: 'k', fields: [['text', 'Яма']], files: [], queued: true, savedAt: 0 } as const;
  const { subtle } = crypto;
  try {
    expect((await send(draft)).what).toBe('SENT');
    const n = /name="work"\r\n\r\n(\d+)/.exec(bodies[1]!)![1]!;
    const digest = new DataView(await subtle.digest('SHA-256', new TextEncoder().encode(`${challenge}.${n}`)));
    expect(digest.getUint8(0)).toBeLessThan(4);
    // As on a page that came over plain http.
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    expect((await send(draft)).what).toBe('WRONG');
  } finally {
    Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
    server.closeAllConnections();
    server.close();
  }
});
