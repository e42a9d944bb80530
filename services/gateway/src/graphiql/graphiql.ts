import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { examples } from './examples.js';

const UI = '/graphql/ui';
const resolve = createRequire(import.meta.url).resolve;
const folder = (name: string): string => dirname(resolve(`${name}/package.json`));

/** The page's files, from the installed packages: it works without the internet. */
const files: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'react.js': { path: join(folder('react'), 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { path: join(folder('react-dom'), 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { path: join(folder('graphiql'), 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { path: join(folder('graphiql'), 'graphiql.min.css'), type: 'text/css' },
};

const start = `const socket = (location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/graphql';
const tabs = JSON.parse(document.getElementById('examples').textContent);
// GraphiQL ignores the first default tab's variables; after the first visit it restores its own state.
const first = localStorage.getItem('graphiql:tabState') ? {} : { variables: tabs[0].variables };
ReactDOM.createRoot(document.getElementById('page')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socket }),
    defaultTabs: tabs,
    ...first,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: true,
  }),
);`;

/** Content security policy of this page: its own files, one inline script (by hash), and the editor's inline styles. */
export const graphiqlPolicy = [
  `default-src 'self'`,
  `script-src 'self' 'sha256-${createHash('sha256').update(start).digest('base64')}'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self' ws: wss:`,
  `worker-src 'self' blob:`,
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
<script src="${UI}/react.js"></script>
<script src="${UI}/react-dom.js"></script>
<script src="${UI}/graphiql.js"></script>
<script>${start}</script>
</body>
</html>
`;
}

export async function graphiqlRoutes(scope: FastifyInstance): Promise<void> {
  for (const [name, { path, type }] of Object.entries(files)) {
    scope.get(`${UI}/${name}`, async (_, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=3600')
        .header('x-content-type-options', 'nosniff')
        .send(createReadStream(path)),
    );
  }
}
