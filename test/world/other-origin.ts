import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Another team's web server, with the files of this repository: examples and their libraries. */
export async function otherOrigin(): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const path = normalize(new URL(url!, 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    response.setHeader('content-type', types[extname(file)] ?? 'text/plain');
    createReadStream(join(ROOT, file))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
