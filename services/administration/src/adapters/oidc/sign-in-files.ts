import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PROVIDER_PATH } from '@otklik/host';
import type { FastifyInstance } from 'fastify';
import { signInScript } from './sign-in-script.js';
import { signInStyle } from './sign-in-style.js';

const FONTS = ['cyrillic-ext', 'cyrillic', 'latin'];
const IMMUTABLE = 'public, max-age=86400';

/** Style, script and fonts of the sign-in pages. */
export async function signInFiles(scope: FastifyInstance): Promise<void> {
  const serve = (name: string, type: string, content: string | Buffer): void => {
    scope.get(`${PROVIDER_PATH}/${name}`, async (_, reply) =>
      reply.header('content-type', type).header('cache-control', IMMUTABLE).send(content),
    );
  };
  serve('sign-in.css', 'text/css; charset=utf-8', signInStyle);
  serve('sign-in.js', 'text/javascript; charset=utf-8', signInScript);
  const { resolve } = createRequire(import.meta.url);
  for (const subset of FONTS) {
    const file = resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`);
    serve(`golos-${subset}.woff2`, 'font/woff2', await readFile(file));
  }
}
