import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface OpenLoad {
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface OpenAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** ms. */
  readonly took: number;
}

/** Elsewhere than to /graphql. Without a body it is a GET. */
export interface OpenRequest {
  readonly path: string;
  readonly body?: string;
}

/** Below the server's backlog of connections that wait to be accepted. */
const OPENED_AT_ONCE = 128;
const TICK_MS = 5;
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Sends `perSecond` requests a second, whether or not earlier ones were answered, as long as a connection is free, and
 * passes on each answer. Returns the number sent. It writes to bare sockets, because a client that costs more than the
 * server's refusal would measure itself. The connections are opened beforehand, as those of a proxy are: Node.js accepts
 * one connection in each turn of its event loop.
 */
export async function openLoop(
  url: string,
  { perSecond, seconds, connections }: OpenLoad,
  request: () => string | OpenRequest,
  onAnswer: (answer: OpenAnswer) => void,
): Promise<number> {
  const { hostname, port } = new URL(url);
  const free: Connection[] = [];
  const all: Connection[] = [];
  while (all.length < connections) {
    const more = Array.from({ length: OPENED_AT_ONCE }, () => new Connection(hostname, Number(port), free, onAnswer));
    all.push(...more);
    await Promise.all(more.map((one) => one.accepted));
  }
  const begun = performance.now();
  let sent = 0;
  let due = 0;
  for (let elapsed = 0; elapsed < seconds * 1_000; elapsed = performance.now() - begun) {
    for (const until = (elapsed * perSecond) / 1_000; due < until; due += 1) {
      const connection = free.pop();
      if (!connection) {
        due = until;
        break;
      }
      connection.send(request());
      sent += 1;
    }
    await sleep(TICK_MS);
  }
  for (const end = performance.now() + ANSWER_TIMEOUT_MS; free.length < all.length && performance.now() < end;)
    await sleep(TICK_MS);
  for (const one of all) one.close();
  return sent;
}

class Connection {
  readonly accepted: Promise<void>;
  private readonly socket: Socket;
  private onAnswer: (answer: OpenAnswer) => void;
  private sentAt = 0;
  private received = '';

  constructor(
    private readonly host: string,
    port: number,
    private readonly free: Connection[],
    onAnswer: (answer: OpenAnswer) => void,
  ) {
    this.socket = connect({ host, port, noDelay: true }).setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.receive(chunk));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.accepted = promise;
    this.socket.on('error', reject);
    this.onAnswer = () => {
      this.onAnswer = onAnswer;
      resolve();
    };
    this.socket.write(`GET /health/live HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  }

  send(request: string | OpenRequest): void {
    const { path, body } = typeof request === 'string' ? { path: '/graphql', body: request } : request;
    this.sentAt = performance.now();
    this.received = '';
    const line = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: ${this.host}\r\n`;
    if (body === undefined) return void this.socket.write(`${line}\r\n`);
    const head = `${line}content-type: application/json\r\n`;
    this.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private receive(chunk: string): void {
    this.received += chunk;
    const headEnd = this.received.indexOf('\r\n\r\n');
    const head = this.received.slice(0, headEnd).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1]);
    if (headEnd < 0 || this.received.length < headEnd + 4 + length) return;
    const took = performance.now() - this.sentAt;
    this.onAnswer({ status: Number(head.slice(9, 12)), head, body: this.received.slice(headEnd + 4), took });
    this.free.push(this);
  }

  close(): void {
    this.socket.destroy();
  }
}
