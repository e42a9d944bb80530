import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding } from './compression.js';

/** The browser's scripts, beside this file's build or beside its source. */
const folders = ['../../resident/', '../../dist/resident/'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);
const YEAR_S = 31_536_000;

/** Serves the page's script and its worker; returns the script's address, undefined where they are not built. */
export async function scriptRoutes(scope: FastifyInstance): Promise<string | undefined> {
  const folder = folders.find((one) => existsSync(`${one}page.js`));
  if (folder === undefined) return undefined;
  const page = packed(readFileSync(`${folder}page.js`));
  const worker = packed(readFileSync(`${folder}worker.js`));
  const before = packed(readFileSync(`${folder}before.js`));
  const address = `/resident.${page.hash}.js`;
  scope.get(address, async (request, reply) => send(request, reply, page, `public, max-age=${YEAR_S}, immutable`));
  // A worker's address must not change: the browser asks it for its newer version.
  scope.get('/resident-worker.js', async (request, reply) =>
    send(request, reply.header('service-worker-allowed', '/'), worker, 'no-cache'),
  );
  scope.get('/resident-before.js', async (request, reply) => send(request, reply, before, 'no-cache'));
  return address;
}

/** What checks files or letters, to stand inside a page. */
export function inlineScript(name: 'check-file' | 'check-sheet'): string | undefined {
  const file = folders.map((one) => `${one}${name}.js`).find((one) => existsSync(one));
  return file && readFileSync(file, 'utf8').trim().replaceAll('</script', '<\\/script');
}

interface Packed {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  readonly hash: string;
}

function packed(plain: Buffer): Packed {
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  return { plain, gzip: gzipSync(plain, { level: 9 }), br: brotliCompressSync(plain), hash };
}

function send(request: FastifyRequest, reply: FastifyReply, file: Packed, cache: string): FastifyReply {
  const encoding = acceptedEncoding(request);
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply
    .type('text/javascript; charset=utf-8')
    .header('cache-control', cache)
    .send(encoding === undefined ? file.plain : file[encoding]);
}
