import { circuit, Unavailable, type SignActor } from '@otklik/host';
import { Fault, type OperationContext } from '@otklik/host/graphql';
import { DEADLINE_HEADER, type LiveExtensions } from '@otklik/host/process';
import { BrokenCircuitError, CircuitState } from 'cockatiel';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { Pool, type Dispatcher } from 'undici';

/** Where an owner answers: `http://…`, several for several copies. */
export type Addresses = readonly [string, ...string[]];

export interface ServiceClientsOptions {
  readonly addresses: Readonly<Record<string, Addresses>>;
  readonly sign: SignActor;
  /** How long an owner may take to begin its answer where no operation says it, ms. */
  readonly deadlineMs: number;
  /** After so long without a word on its socket an owner is asked whether it is there, ms; 15,000. */
  readonly pingAfterMs?: number;
}

/** A request that is handed on as it came. */
export interface ProxiedRequest {
  readonly method: Dispatcher.HttpMethod;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Dispatcher.DispatchOptions['body'];
}

/**
 * The services behind the edge. What does not answer is `Unavailable`, and what does not in time is `Fault('TIMED_OUT')`. A
 * copy that did not several times in a row is left alone for a second: then it costs nobody his deadline.
 */
export interface ServiceClients {
  /**
   * The body of the owner's answer to `request`, a GraphQL request as JSON. `repeatable`: it is sent once more, to the
   * next copy, when the connection failed.
   */
  ask(owner: string, request: string, context: OperationContext, repeatable: boolean): Promise<Uint8Array>;
  /** Any answer with its status; nothing is sent twice. */
  proxy(owner: string, request: ProxiedRequest, context: OperationContext): Promise<Dispatcher.ResponseData>;
  /** What comes of a live field. Its `next` rejects with `OwnerLost` when the owner went away. */
  live(owner: string, query: string, variables: Record<string, unknown>, context: OperationContext): Promise<Answers>;
  close(): Promise<void>;
}

export type Answers = AsyncIterableIterator<unknown>;

/** Who answered a live field is gone; another copy, or the same one a little later, goes on. */
export class OwnerLost extends Error {
  override readonly name = 'OwnerLost';
}

const CONNECTIONS = 64;
const CONNECT_MS = 2_000;
const KEPT_ALIVE_MS = 30_000;
/** In a row. */
const FAILURES = 5;
const ALONE_MS = 1_000;
/** The longest wait for the answer to a ping. */
const PONG_MS = 5_000;

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
  const copies = new Map(Object.entries(addresses).map(([owner, urls]) => [owner, replicasAt(urls)]));
  const of = (owner: string): ReplicaPool => {
    const found = copies.get(owner);
    if (!found) throw new Unavailable(owner);
    return found;
  };
  const headersOf = async (owner: string, context: OperationContext): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await sign(owner, context)}`,
    'accept-language': context.language,
    'x-request-id': context.requestId,
    ...(context.traceparent === undefined ? {} : { traceparent: context.traceparent }),
    ...(context.deadline === undefined ? {} : { [DEADLINE_HEADER]: String(context.deadline.at) }),
  });

  return {
    async ask(owner, request, context, repeatable) {
      const own = await headersOf(owner, context);
      const { signal } = context.deadline ?? {};
      const headers = { ...own, 'content-type': 'application/json' };
      const post = () =>
        of(owner).by(async (pool) => {
          const { statusCode, body } = await pool.request({
            method: 'POST',
            path: '/graphql',
            headers,
            body: request,
            ...(signal ? { signal } : {}),
          });
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

    async proxy(owner, { method, path, headers, body = null }, context) {
      const own = await headersOf(owner, context);
      const address = context.address === undefined ? {} : { 'x-forwarded-for': context.address };
      try {
        // Past the breaker: a sender who breaks off in the midst of his body looks like an owner that does.
        const { pool } = of(owner).next();
        return await pool.request({ method, path, headers: { ...headers, ...own, ...address }, body });
      } catch (error) {
        throw toClientError(error, owner);
      }
    },

    async live(owner, query, variables, context) {
      const { language, requestId } = context;
      const extensions: LiveExtensions = { actor: await sign(owner, context), language, requestId };
      return of(owner)
        .next()
        .live({ query, variables, extensions: { ...extensions } });
    },

    async close() {
      await Promise.all([...copies.values()].flatMap((each) => each.close()));
    },
  };
}

class ReplicaPool {
  private at = 0;

  constructor(private readonly all: readonly Replica[]) {}

  /** In turn. */
  next(): Replica {
    this.at = (this.at + 1) % this.all.length;
    return this.all[this.at]!;
  }

  /** By the next that is not left alone. Rejects with `BrokenCircuitError` when all are. */
  async by<Answer>(send: (pool: Pool) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    const last = this.all.indexOf(this.next()) + this.all.length - 1;
    for (let at = last + 1 - this.all.length; ; at += 1) {
      try {
        return await this.all[at % this.all.length]!.by(send, signal);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError) || at === last) throw error;
      }
    }
  }

  close(): Promise<unknown>[] {
    return this.all.map((copy) => copy.close());
  }
}

/** One copy of an owner: connections for requests, and one socket for all live fields, opened with the first. */
class Replica {
  readonly pool: Pool;
  private readonly breaker = circuit({ failures: FAILURES, aloneMs: ALONE_MS, isFault: isAway });
  private readonly sockets: Client;
  private triedAt = -Infinity;
  private connections = 0;
  private connected = false;
  private pong: NodeJS.Timeout | undefined;
  private socket: WebSocket | undefined;

  constructor(url: string, deadlineMs: number, pingAfterMs: number) {
    this.pool = new Pool(url, {
      connections: CONNECTIONS,
      connect: { timeout: CONNECT_MS },
      keepAliveTimeout: KEPT_ALIVE_MS,
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
        // A machine that lost its power does not close its sockets: without this its live fields would be silent for ever.
        ping: (theirs) => {
          if (!theirs) this.pong = setTimeout(() => this.sockets.terminate(), Math.min(PONG_MS, deadlineMs));
        },
        pong: () => clearTimeout(this.pong),
        closed: () => {
          clearTimeout(this.pong);
          this.connected = false;
        },
      },
    });
  }

  async by<Answer>(send: (pool: Pool) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    const asked = (): Promise<Answer> => heeding(signal, send(this.pool));
    if (this.breaker.state === CircuitState.HalfOpen) {
      // Somebody else's request tries whether it is back. For a moment nobody waits for that; a request that is slow by
      // nature must not stand for all.
      if (performance.now() - this.triedAt < ALONE_MS) throw new BrokenCircuitError();
      return asked();
    }
    if (this.breaker.state !== CircuitState.Closed) this.triedAt = performance.now();
    return this.breaker.execute(asked);
  }

  live(payload: SubscribePayload): Answers {
    // Its last listener left, and who fell silent does not take leave: the client would wait for that.
    if (this.socket?.readyState === WebSocket.CLOSING) this.sockets.terminate();
    const { connections, connected } = this;
    const answers = this.sockets.iterate(payload);
    const failed = (error: unknown): IteratorResult<unknown> => {
      // An answer that there is none, as the owner has worded it.
      if (Array.isArray(error)) return { done: false, value: { data: null, errors: error as unknown[] } };
      const lost = connected || this.connections > connections;
      throw lost ? new OwnerLost() : new Unavailable('live fields', { cause: error });
    };
    // No generator: its end would wait for a value that may never come.
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: () => answers.next().catch(failed),
      return: (value) => answers.return!(value) as Promise<IteratorResult<unknown>>,
    };
  }

  async close(): Promise<void> {
    await this.sockets.dispose();
    await this.pool.destroy();
  }
}

/** Rejects when the signal comes first; the client itself only looks at it when a request gets a connection. */
function heeding<Answer>(signal: AbortSignal | undefined, answer: Promise<Answer>): Promise<Answer> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    answer.then(resolve, reject);
  });
}

function toClientError(error: unknown, owner: string): Error {
  return error instanceof Unavailable || error instanceof Fault ? error : new Unavailable(owner, { cause: error });
}

function isAway(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return isConnectionFailure(error) || code === 'TIMED_OUT' || timeouts.includes(String(code));
}

function isConnectionFailure(error: unknown): boolean {
  return connectionFailures.includes(String((error as { readonly code?: unknown }).code));
}
