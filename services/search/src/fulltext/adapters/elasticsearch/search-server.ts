import type { Client, ClientOptions } from '@elastic/elasticsearch';
import { SearchServerAway } from '../../application/search-server-away.js';

/** The search server as the adapter uses it: its client, and the beginning of all its indexes' names. */
export interface SearchServer {
  readonly client: Client;
  readonly prefix: string;
  /** Primary shards of a new index; a district lives in one of them. */
  readonly shards: number;
}

export interface SearchServerOptions {
  /** Address, with user and password where the server asks for them. */
  readonly url: string;
  readonly prefix?: string;
  readonly shards?: number;
  /** Of one request, ms. */
  readonly timeout?: number;
}

const CONTENT = 'application/json';
const LINES = 'application/x-ndjson';
const TIMEOUT_MS = 10_000;
/** Of the connection: never reached, because each request has a timeout of its own. */
const MAX_TIMEOUT_MS = 2 * TIMEOUT_MS;

/**
 * The client by itself and not through Nest's module for it: what we make of it is needed before there is a Nest
 * container (followers, migrations) and where there never is one (the operator's tool); the module would add an
 * injection token and nothing else. Loaded only where a server is configured: it costs 40 MB.
 * Its transport is made neutral, so that it speaks to OpenSearch and managed servers too: no check of the product, and
 * plain media types. Nothing is retried here: the caller decides.
 */
export async function openSearchServer(options: SearchServerOptions): Promise<SearchServer> {
  const { Client: Connected, Transport } = await import('@elastic/elasticsearch');
  const requestTimeout = options.timeout ?? TIMEOUT_MS;
  class NeutralTransport extends Transport {
    constructor({ productCheck: _, ...options }: ConstructorParameters<typeof Transport>[0]) {
      super({ ...options, vendoredHeaders: { jsonContentType: CONTENT, ndjsonContentType: LINES, accept: CONTENT } });
    }

    // The client's own timeout is undici's, which ticks once a second; one of the request is a timer of its own.
    override request<Response>(
      ...[params, given]: Parameters<InstanceType<typeof Transport>['request']>
    ): Promise<Response> {
      return super.request<Response>(params, { requestTimeout, ...given });
    }
  }
  const settings: ClientOptions = {
    node: options.url,
    Transport: NeutralTransport,
    maxRetries: 0,
    requestTimeout: MAX_TIMEOUT_MS,
    enableMetaHeader: false,
  };
  return { client: new Connected(settings), prefix: options.prefix ?? 'otklik', shards: options.shards ?? 1 };
}

/** The server's version: `9.2.0`; throws `SearchServerAway`. Asked of the nodes, as not every server has a front page. */
export async function serverVersion({ client }: SearchServer): Promise<string> {
  const { nodes } = await asking(() => client.nodes.info({ metric: 'http', filter_path: ['nodes.*.version'] }));
  return Object.values(nodes ?? {})[0]?.version ?? 'unknown';
}

/** Away, overloaded, closed to us or without our index: asked again later, it may answer. */
const PASSING = new Set([401, 403, 404, 408, 413, 429]);

/** Runs one request; what speaks of the server and not of the request becomes `SearchServerAway`. */
export async function asking<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    const { statusCode, name } = error as { readonly statusCode?: number; readonly name?: string };
    const refused = statusCode !== undefined && statusCode < 500 && !PASSING.has(statusCode);
    if (refused || !(error instanceof Error) || !isOfClient(name)) throw error;
    throw new SearchServerAway(statusCode ? `HTTP ${statusCode}` : (name ?? 'unknown'), { cause: error });
  }
}

function isOfClient(name: string | undefined): boolean {
  return ['ResponseError', 'ConnectionError', 'TimeoutError', 'NoLivingConnectionsError'].includes(name ?? '');
}
