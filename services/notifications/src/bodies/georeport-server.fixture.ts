import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server took. */
export interface Taken {
  readonly id: string;
  readonly form: URLSearchParams;
  readonly key: string | undefined;
  status: 'open' | 'closed';
  notes: string | null;
  updatedAt: string;
}

/** An update of a request, as mySociety's extension has them. */
export interface Update {
  readonly id: string;
  readonly request: string;
  readonly status: string;
  readonly text: string;
  readonly at: string;
}

/** What becomes of a post: taken; taken, and its answer lost on the way; taken under a token; not taken, with that status. */
export type PostFate = 'TAKE' | 'LOSE' | 'TOKEN' | number;

/** A server of Open311 GeoReport v2 of another body. It dedupes nothing unless it `knowsKeys`. */
export class GeoReportServer {
  readonly taken: Taken[] = [];
  /** Of the next posts, one each; then TAKE. */
  readonly fates: PostFate[] = [];
  /** Whether its list tells descriptions. */
  tellsTexts = true;
  knowsKeys = false;
  /** Tokens whose id it tells. */
  tellsIds = true;
  /** It answers no question. */
  isDown = false;
  asked = 0;
  /** Names by which it was called. */
  readonly hosts = new Set<string>();
  readonly updates: Update[] = [];
  /** So many of them it tells at once, the oldest. */
  updatesAtOnce = 100;
  /** It tells none of them. */
  isFeedDown = false;
  askedForUpdates = 0;
  private readonly tokens = new Map<string, string>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<GeoReportServer> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => on.answer(request, response, Buffer.concat(chunks).toString()));
    });
    const on = new GeoReportServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return on;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Of the letter. */
  of(letter: string): readonly Taken[] {
    return this.taken.filter(({ form }) => form.get('description')?.includes(letter));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url!, this.origin);
    this.hosts.add(new URL(`http://${request.headers.host}`).hostname);
    if (request.method === 'POST') return this.take(request, response, new URLSearchParams(body));
    this.asked += 1;
    if (this.isDown) return json(response, 503, []);
    if (url.pathname.endsWith('/servicerequestupdates.json')) return this.tellUpdates(url.searchParams, response);
    const token = /\/tokens\/([^/]+)\.json$/.exec(url.pathname)?.[1];
    if (token !== undefined)
      return json(response, 200, [{ token, service_request_id: this.tellsIds ? this.tokens.get(token) : null }]);
    const ids = url.searchParams.get('service_request_id')?.split(',');
    json(
      response,
      200,
      this.taken.filter(({ id }) => ids === undefined || ids.includes(id)).map((one) => this.told(one)),
    );
  }

  private tellUpdates(params: URLSearchParams, response: ServerResponse): void {
    this.askedForUpdates += 1;
    if (this.isFeedDown) return json(response, 503, []);
    const [from, to] = [params.get('start_date')!, params.get('end_date') ?? '9999'];
    const told = this.updates
      .filter(({ at }) => from <= at && at <= to)
      .toSorted((one, other) => (one.at < other.at ? -1 : 1))
      .slice(0, this.updatesAtOnce)
      .map(({ id, request, status, text, at }) => ({
        update_id: id,
        service_request_id: request,
        status,
        description: text,
        updated_datetime: at,
      }));
    json(response, 200, told);
  }

  private take({ headers }: IncomingMessage, response: ServerResponse, form: URLSearchParams): void {
    const fate = this.fates.shift() ?? 'TAKE';
    if (typeof fate === 'number') return json(response, fate, [{ code: fate, description: 'x' }]);
    const key = headers['idempotency-key'] as string | undefined;
    const known = this.knowsKeys ? this.taken.find((one) => one.key === key) : undefined;
    const id = known?.id ?? String(638_344 + this.taken.length);
    const fresh = { id, form, key, status: 'open', notes: null, updatedAt: '2026-11-24T03:05:00Z' } as const;
    if (!known) this.taken.push({ ...fresh });
    if (fate === 'LOSE') return void response.destroy();
    if (fate === 'TAKE') return json(response, 200, [{ service_request_id: id }]);
    const token = randomUUID();
    this.tokens.set(token, id);
    json(response, 200, [{ token }]);
  }

  private told({ id, form, status, notes, updatedAt }: Taken): object {
    const description = this.tellsTexts ? form.get('description') : null;
    return { service_request_id: id, status, status_notes: notes, description, updated_datetime: updatedAt };
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
