import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readJson, toJson } from '@otklik/networks/internals';
import type { ApiAnswer, ApiRequest, Protocol } from './protocol.js';
import type { SimulatedFile, World } from './world.js';

/** What becomes of the next request that sends something. */
export type SendFault =
  | 'reset-before-effect'
  | 'reset-after-effect'
  | 'silent-after-effect'
  | 'flood'
  | 'silent-flood'
  | 'server-error'
  | 'page-of-a-proxy';

/** The network's API on a port of this machine. */
export class ApiFront {
  readonly faults: SendFault[] = [];
  private server: Server | undefined;
  private port = 0;
  private second = { at: 0, count: 0 };
  /** Every request, for a look at what was asked how often. */
  readonly asked: string[] = [];

  constructor(
    private readonly world: World,
    private readonly protocol: Protocol,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On the same port as before, when it was up before. */
  async up(port = this.port): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  }

  async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', this.url);
    const file = this.world.files.get(fileIn(url.pathname));
    if (file) return serveFile(file, response);
    const request = await readRequest(incoming, url);
    this.asked.push(`${request.method} ${request.path}`);
    const fault = this.protocol.isSend(request) ? this.faults.shift() : undefined;
    if (fault === 'reset-before-effect') return void incoming.socket.destroy();
    const answer = this.faulty(fault) ?? this.effect(request);
    if (fault === 'reset-after-effect') return void incoming.socket.destroy();
    if (fault !== 'silent-after-effect') write(response, answer);
  }

  private effect(request: ApiRequest): ApiAnswer {
    return this.isFlood() ? this.protocol.flood(1) : this.protocol.handle(request);
  }

  private faulty(fault: SendFault | undefined): ApiAnswer | undefined {
    if (fault === 'flood') return this.protocol.flood(3);
    if (fault === 'silent-flood') return this.protocol.flood(undefined);
    if (fault === 'server-error') return { status: 500, body: {} };
    return fault === 'page-of-a-proxy' ? { status: 200, body: '<html><body>Шлюз</body></html>' } : undefined;
  }

  private isFlood(): boolean {
    const at = Math.floor(this.world.now / 1000);
    if (this.second.at !== at) this.second = { at, count: 0 };
    this.second.count += 1;
    return this.second.count > this.protocol.perSecond;
  }
}

const fileIn = (path: string) => /\/files\/(\w+)$/.exec(path)?.[1] ?? '';

async function readRequest(incoming: IncomingMessage, url: URL): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const query = Object.fromEntries(url.searchParams);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const type = headers['content-type'] ?? '';
  const body = type.includes('multipart/form-data') ? await formIn(raw, type) : bodyOf(raw, type);
  return { method: incoming.method ?? 'GET', path: decodeURIComponent(url.pathname), query, headers, body };
}

/** A file of the form as its name and its bytes. */
async function formIn(raw: Buffer, type: string): Promise<Readonly<Record<string, unknown>>> {
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const read = async (value: string | File): Promise<unknown> =>
    typeof value === 'string' ? value : { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
  return Object.fromEntries(await Promise.all([...form].map(async ([name, value]) => [name, await read(value)])));
}

function bodyOf(raw: Buffer, type: string): Readonly<Record<string, unknown>> {
  if (type.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(raw.toString()));
  const read = raw.length > 0 ? readJson(raw) : { fault: 'MALFORMED' as const };
  return 'value' in read && typeof read.value === 'object' && read.value !== null ? { ...read.value } : {};
}

function write(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : toJson(body));
}

function serveFile({ fate, bytes }: SimulatedFile, response: ServerResponse): void {
  if (fate === 'gone') return void response.writeHead(404).end();
  if (fate === 'forbidden') return void response.writeHead(403).end();
  if (fate === 'page') return void response.end('<!DOCTYPE html><html>ссылка устарела</html>');
  if (fate === 'redirect')
    return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  response.writeHead(200, { 'content-type': 'image/jpeg' });
  // It begins, and does not end.
  if (fate === 'slow') response.write(bytes.subarray(0, 2));
  else response.end(bytes);
}
