import { circuit, Unavailable, type SignActor } from '@otklik/host';
import { Fault, type OperationContext } from '@otklik/host/graphql';
import { DEADLINE_HEADER, type LiveExtensions } from '@otklik/host/process';
import { compact } from '@otklik/kernel';
import { BrokenCircuitError, CircuitState } from 'cockatiel';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { Pool, type Dispatcher } from 'undici';

/** Where an owner results: `http://…`, several for several pools. */
export type Addresses = readonly [string, ...string[]];

export interface ServiceClientsOptions {
  readonly addresses: Readonly<Record<string, Addresses>>;
  readonly sign: SignActor;
  /** Time limit of an answer's head and body where the operation has no deadline of its own, ms. */
  readonly deadlineMs: number;
  /** Silence on a subscription socket after which a ping is sent, ms; 15,000. */
  readonly pingAfterMs?: number;
}

/** A request that is streamed through. */
export interface ProxiedRequest {
  readonly method: Dispatcher.HttpMethod;
  /** With the query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Dispatcher.DispatchOptions['body'];
  /** How long the body may take to arrive, where the owner uses the caller's token after it, ms. */
  readonly arrivalMs?: number;
}

/**
 * Clients of the services behind the edge. Reject with `Unavailable` when no replica results, with `Fault('TIMED_OUT')` after
 * the deadline. A circuit breaker per replica opens for a second after several failures in a row, so that later requests
 * do not spend their deadline on it.
 */
export interface ServiceClients {
  /**
   * The body of the owner's answer to `request`, a GraphQL request as JSON. `repeatable`: it is sent once more, to the
   * next replica, when the connection failed.
   */
  ask(owner: string, request: string, context: OperationContext, repeatable: boolean): Promise<Uint8Array>;
  /** The answer with its status, whatever it is; never retried. */
  proxy(owner: string, request: ProxiedRequest, context: OperationContext): Promise<Dispatcher.ResponseData>;
  /** Results of a subscription. `next` rejects with `ReplicaLost` when the connection to the replica breaks. */
  subscribe(
    owner: string,
    query: string,
    variables: Record<string, unknown>,
    context: OperationContext,
  ): Promise<SubscriptionResults>;
  close(): Promise<void>;
}

export type SubscriptionResults = AsyncIterableIterator<unknown>;

/** The connection of a running subscription broke; another replica, or the same one later, continues it. */
export class ReplicaLost extends Error {
  override readonly name = 'ReplicaLost';
}

const MAX_CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 2_000;
const KEEP_ALIVE_TIMEOUT_MS = 30_000;
/** Of a replica; then its circuit opens. */
const MAX_CONSECUTIVE_FAILURES = 5;
const HALF_OPEN_AFTER_MS = 1_000;
/** A replica that does not answer a ping within it counts as lost. */
const PONG_TIMEOUT_MS = 5_000;

const timeouts = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];
const connectionFailures = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
];

export function openServiceClients({
  addresses,
  sign,
  deadlineMs,
  pingAfterMs = 15_000,
}: ServiceClientsOptions): ServiceClients {
  const replicasAt = (urls: Addresses) => new ReplicaPool(urls.map((url) => new Replica(url, deadlineMs, pingAfterMs)));
  const pools = new Map(Object.entries(addresses).map(([owner, urls]) => [owner, replicasAt(urls)]));
  const of = (owner: string): ReplicaPool => {
    const found = pools.get(owner);
    if (!found) throw new Unavailable(owner);
    return found;
  };
  const headersOf = async (
    owner: string,
    context: OperationContext,
    arrivalMs?: number,
  ): Promise<Record<string, string>> =>
    compact({
      authorization: `Bearer ${await sign(owner, context, arrivalMs)}`,
      'accept-language': context.language,
      'x-request-id': context.requestId,
      traceparent: context.traceparent,
      ...(context.deadline !== undefined && { [DEADLINE_HEADER]: String(context.deadline.at) }),
    });

  return {
    async ask(owner, request, context, repeatable) {
      const own = await headersOf(owner, context);
      const { signal } = context.deadline ?? {};
      // Services look at networks of senders without an account alone.
      const address = context.actor.kind === 'anyone' ? addressOf(context) : {};
      const headers = { ...own, ...address, 'content-type': 'application/json' };
      const post = () =>
        of(owner).send(async (pool) => {
          const { statusCode, body } = await pool.request(
            compact({ method: 'POST', path: '/graphql', headers, body: request, signal }),
          );
          if (statusCode === 200) return body.bytes();
          await body.dump();
          throw new Unavailable(`${owner} answered ${statusCode}`);
        }, signal);
      try {
        return await post().catch((error: unknown) => {
          if (!repeatable || !isConnectionFailure(error)) throw error;
          return post();
        });
      } catch (error) {
        throw toClientError(error, owner);
      }
    },

    async proxy(owner, { method, path, headers, body = null, arrivalMs }, context) {
      const own = await headersOf(owner, context, arrivalMs);
      try {
        // Bypasses the circuit breaker: a client that aborts its upload looks like a replica that fails.
        const { pool } = of(owner).next();
        return await pool.request({
          method,
          path,
          headers: { ...own, ...headers, authorization: own['authorization']!, ...addressOf(context) },
          body,
        });
      } catch (error) {
        throw toClientError(error, owner);
      }
    },

    async subscribe(owner, query, variables, context) {
      const { language, requestId } = context;
      const extensions: LiveExtensions = { actor: await sign(owner, context), language, requestId };
      return of(owner)
        .next()
        .subscribe({ query, variables, extensions: { ...extensions } });
    },

    async close() {
      await Promise.all([...pools.values()].flatMap((each) => each.close()));
    },
  };
}

function addressOf({ address }: OperationContext): Readonly<Record<string, string>> {
  return address === undefined ? {} : { 'x-forwarded-for': address };
}

class ReplicaPool {
  private at = 0;

  constructor(private readonly all: readonly Replica[]) {}

  /** Round robin. */
  next(): Replica {
    this.at = (this.at + 1) % this.all.length;
    return this.all[this.at]!;
  }

  /** Sends by the next replica with a closed circuit. Rejects with `BrokenCircuitError` when all are open. */
  async send<Answer>(request: (pool: Pool) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    const last = this.all.indexOf(this.next()) + this.all.length - 1;
    for (let at = last + 1 - this.all.length; ; at += 1) {
      try {
        return await this.all[at % this.all.length]!.send(request, signal);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError) || at === last) throw error;
      }
    }
  }

  close(): Promise<unknown>[] {
    return this.all.map((replica) => replica.close());
  }
}

/** One replica of a service: a connection pool for requests, and one socket for all subscriptions, opened by the first. */
class Replica {
  readonly pool: Pool;
  private readonly breaker = circuit({
    failures: MAX_CONSECUTIVE_FAILURES,
    openMs: HALF_OPEN_AFTER_MS,
    isFault: isFailure,
  });
  private readonly sockets: Client;
  private probedAt = -Infinity;
  private connections = 0;
  private connected = false;
  private pong: NodeJS.Timeout | undefined;
  private socket: WebSocket | undefined;

  constructor(url: string, deadlineMs: number, pingAfterMs: number) {
    this.pool = new Pool(url, {
      connections: MAX_CONNECTIONS,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
    });
    this.sockets = createClient({
      url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/graphql`,
      retryAttempts: 0,
      connectionAckWaitTimeout: deadlineMs,
      keepAlive: pingAfterMs,
      on: {
        opened: (socket) => void (this.socket = socket as WebSocket),
        connected: () => {
          this.connected = true;
          this.connections += 1;
        },
        // A machine that loses power does not close its sockets: without pings its subscriptions would stay silent for ever.
        ping: (theirs) => {
          if (!theirs) this.pong = setTimeout(() => this.sockets.terminate(), Math.min(PONG_TIMEOUT_MS, deadlineMs));
        },
        pong: () => clearTimeout(this.pong),
        closed: () => {
          clearTimeout(this.pong);
          this.connected = false;
        },
      },
    });
  }

  async send<Answer>(request: (pool: Pool) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    const attempt = (): Promise<Answer> => abortable(signal, request(this.pool));
    if (this.breaker.state === CircuitState.HalfOpen) {
      // Another request is the probe. Fail fast for a moment; later ones pass, since the probe may be a slow operation.
      if (performance.now() - this.probedAt < HALF_OPEN_AFTER_MS) throw new BrokenCircuitError();
      return attempt();
    }
    if (this.breaker.state !== CircuitState.Closed) this.probedAt = performance.now();
    return this.breaker.execute(attempt);
  }

  subscribe(payload: SubscribePayload): SubscriptionResults {
    // The last subscriber left, and a silent replica never completes the close handshake, which the client would wait for.
    if (this.socket?.readyState === WebSocket.CLOSING) this.sockets.terminate();
    const { connections, connected } = this;
    const results = this.sockets.iterate(payload);
    const failed = (error: unknown): IteratorResult<unknown> => {
      // GraphQL errors, already formatted by the owner.
      if (Array.isArray(error)) return { done: false, value: { data: null, errors: error as unknown[] } };
      const lost = connected || this.connections > connections;
      throw lost ? new ReplicaLost() : new Unavailable('subscriptions', { cause: error });
    };
    // Not a generator: its `return` would wait for a value that may never come.
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: () => results.next().catch(failed),
      return: (value) => results.return!(value) as Promise<IteratorResult<unknown>>,
    };
  }

  async close(): Promise<void> {
    await this.sockets.dispose();
    await this.pool.destroy();
  }
}

/** Rejects as soon as the signal aborts; undici checks it only once the request has a connection. */
function abortable<Answer>(signal: AbortSignal | undefined, answer: Promise<Answer>): Promise<Answer> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    answer.then(resolve, reject);
  });
}

function toClientError(error: unknown, owner: string): Error {
  return error instanceof Unavailable || error instanceof Fault ? error : new Unavailable(owner, { cause: error });
}

function isFailure(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return isConnectionFailure(error) || code === 'TIMED_OUT' || timeouts.includes(String(code));
}

function isConnectionFailure(error: unknown): boolean {
  return connectionFailures.includes(String((error as { readonly code?: unknown }).code));
}
