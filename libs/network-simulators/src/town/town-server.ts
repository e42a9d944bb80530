import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACTS } from './acts.js';
import { pageOf } from './page.js';
import { NotThere, type SeenThread } from './seen.js';
import { read, Unclear } from './sent.js';
import type { TownAccount } from './town-account.js';
import type { Town } from './town.js';
import { NEIGHBOURS } from './words.js';

/** The page on which a person writes as a citizen and sees the threads, and the same as JSON. On loopback alone. */
export class TownServer {
  private readonly server: Server;
  private readonly watching = new Set<ServerResponse>();
  private unwatch: () => void = () => undefined;

  private constructor(private readonly town: Town) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(town: Town, port = 0): Promise<TownServer> {
    const server = new TownServer(town);
    await new Promise<void>((ready, failed) =>
      server.server.once('error', failed).listen(port, '127.0.0.1', () => ready()),
    );
    server.unwatch = town.watch(() => server.tell());
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.unwatch();
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private tell(): void {
    for (const response of this.watching) response.write('data: changed\n\n');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isOwn(request)) return void response.writeHead(403).end();
      const url = new URL(request.url ?? '/', this.url);
      if (request.method === 'POST') return await this.act(request, response, url.pathname.slice(1));
      return this.show(response, url);
    } catch (error) {
      const status = error instanceof NotThere ? 404 : error instanceof Unclear ? 400 : 500;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: (error as Error).message }));
    }
  }

  private async act(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const act = ACTS[name];
    if (!act) throw new NotThere(`There is no act ${name}.`);
    const isProgram = request.headers['content-type']?.startsWith('application/json') ?? false;
    const { to, answer } = await act(this.town, await read(request, isProgram));
    if (!isProgram) return void response.writeHead(303, { location: to }).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  }

  private show(response: ServerResponse, url: URL): void {
    const { pathname, searchParams } = url;
    if (pathname === '/events') return this.watch(response);
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (pathname === '/health') return void response.end('ok');
    if (pathname.startsWith('/files/')) return this.file(response, pathname.slice('/files/'.length));
    if (pathname === '/thread' || pathname === '/said') return this.json(response, pathname, searchParams);
    this.page(response, pathname.slice(1).split('/').map(decodeURIComponent), searchParams);
  }

  private page(
    response: ServerResponse,
    [network = '', page = '', thread]: readonly string[],
    of: URLSearchParams,
  ): void {
    const account = network === '' ? this.town.accounts[0] : this.town.known(network, page);
    const seen = account && this.seen(account, thread);
    const replyTo = seen?.messages.find(({ id }) => id === of.get('reply'));
    const person = of.get('as') || NEIGHBOURS[0];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(pageOf({ accounts: this.town.accounts, account, thread: seen, person, replyTo }));
  }

  /** The account's first thread when none is named. */
  private seen(account: TownAccount, named: string | undefined): SeenThread | undefined {
    const id = named || account.threads[0]?.id;
    return id === undefined ? undefined : account.thread(id);
  }

  /** A thread, or all that was said under and to a page. */
  private json(response: ServerResponse, what: string, of: URLSearchParams): void {
    const account = this.town.known(of.get('network') ?? '', of.get('page') ?? '');
    const thread = () => account.thread(of.get('thread') ?? account.threads[0]?.id ?? '');
    const said = () => account.threads.flatMap(({ id }) => account.thread(id).messages);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(what === '/thread' ? thread() : said()));
  }

  private file(response: ServerResponse, id: string): void {
    const bytes = this.town.accounts.map((one) => one.file(id)).find((one) => one !== undefined)?.bytes;
    if (!bytes) return void response.writeHead(404).end();
    const headers = { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' };
    response.writeHead(200, headers).end(bytes);
  }

  private watch(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    this.watching.add(response);
    response.on('close', () => this.watching.delete(response));
  }
}

/** Another site in the same browser neither reads nor writes here. */
function isOwn({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  return /^(127\.0\.0\.1|localhost):\d+$/.test(host) && (origin === undefined || origin === `http://${host}`);
}
