import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { examples } from './examples.js';

const UI = '/graphql/ui';

/** Made by `build/graphiql.mjs`, without an address of any other host. */
const files: Readonly<Record<string, string>> = {
  'graphiql.js': 'text/javascript',
  'graphiql.css': 'text/css',
};

/** The same from this file's build and from its source. */
const pathOf = (name: string): string => fileURLToPath(new URL(`../../dist/page/${name}`, import.meta.url));

/** Content security policy of this page: its own files, and the editor's inline styles. */
export const graphiqlPolicy = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self' ws: wss:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** A working GraphiQL with the operations of the journey as its tabs. */
export function graphiqlPage(): string {
  const tabs = JSON.stringify(examples()).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Otklik: GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${UI}/graphiql.css">
<style>html, body, #page { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="page">GraphiQL…</div>
<script type="application/json" id="examples">${tabs}</script>
<script src="${UI}/graphiql.js"></script>
</body>
</html>
`;
}

export async function graphiqlRoutes(scope: FastifyInstance): Promise<void> {
  for (const [name, type] of Object.entries(files)) {
    const path = pathOf(name);
    scope.get(`${UI}/${name}`, async (_, reply) => {
      if (!existsSync(path)) return reply.code(503).type('text/plain').send('Not built: npx nx build @otklik/gateway');
      return reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=3600')
        .header('x-content-type-options', 'nosniff')
        .send(createReadStream(path));
    });
  }
}
