import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deskPolicy } from './content-policy.js';
import { appearanceOf, languageOf } from './look.js';
import type { WebOptions } from './web.module.js';

/** The browser's build, beside this file's build or beside its source. */
const folders = ['../browser/', '../dist/browser/'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);
const YEAR_S = 31_536_000;

/** The single page of the desk and of analysis, and its files, compressed at build. Paths below are the browser's routes. */
export async function staticRoutes(
  scope: FastifyInstance,
  { connectTo = [], scansFiles = false }: WebOptions,
): Promise<void> {
  const root = folders.find((folder) => existsSync(`${folder}index.html`));
  if (root === undefined) return withoutBuild(scope);
  const policy = deskPolicy(connectTo);
  await scope.register(fastifyStatic, {
    root: `${root}assets/`,
    prefix: '/desk/assets/',
    wildcard: true,
    index: false,
    preCompressed: true,
    decorateReply: false,
    // Names carry the content's hash.
    maxAge: YEAR_S * 1000,
    immutable: true,
    setHeaders: (reply) => void reply.header('x-content-type-options', 'nosniff'),
  });
  const send = async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        vary: 'cookie, accept-language',
      })
      // Read at each request: a new build beside a running process is shown as a whole.
      .send(dressed(await readFile(`${root}index.html`, 'utf8'), request, scansFiles));
  for (const path of ['/desk', '/desk/*', '/analysis', '/analysis/*']) scope.get(path, send);
}

/** Theme, size and language in <html>, so that the first paint is right without a script; and what the page cannot ask for. */
function dressed(page: string, { headers }: FastifyRequest, scansFiles: boolean): string {
  const { theme, size, density } = appearanceOf(headers.cookie);
  const data = [theme === 'auto' ? '' : ` data-theme="${theme}"`, ` data-size="${size}"`, ` data-density="${density}"`];
  if (!scansFiles) data.push(' data-files="not-scanned"');
  return page.replace('<html lang="ru"', `<html lang="${languageOf(headers['accept-language'])}"${data.join('')}`);
}

async function withoutBuild(scope: FastifyInstance): Promise<void> {
  for (const path of ['/desk', '/desk/*', '/analysis', '/analysis/*'])
    scope.get(path, async (_, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send('The desk is not built: npx nx build @otklik/web'),
    );
}
