import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const SLOW_MS = 1_000;

export interface SeenRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly body: string;
}

/** A proxy before the search server: records the requests, and breaks them as configured. */
export interface FaultyServer {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** `hang`: takes requests and never answers; `slow`: answers after a second; `cut`: closes them; a number: that status. */
  fault: 'none' | 'hang' | 'slow' | 'cut' | number;
  close(): Promise<void>;
}

export async function faultyServer(to: string): Promise<FaultyServer> {
  const listening = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    self.seen.push({ method: request.method ?? '', path: request.url ?? '', body });
    if (self.fault === 'hang') return;
    if (self.fault === 'slow') await sleep(SLOW_MS);
    if (self.fault === 'cut') return void request.socket.destroy();
    if (typeof self.fault === 'number') return void response.writeHead(self.fault).end('{}');
    await pass(to, request, body, response);
  }
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const self: FaultyServer = {
    url: `http://127.0.0.1:${port}`,
    seen: [],
    fault: 'none',
    close: () =>
      new Promise((resolve) => {
        listening.close(() => resolve());
        listening.closeAllConnections();
      }),
  };
  return self;
}

async function pass(to: string, request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
  const answer = await fetch(`${to}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
    ...(body !== '' && { body }),
  });
  const type = answer.headers.get('content-type') ?? 'application/json';
  response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
