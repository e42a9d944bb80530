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

/** Fewer than may wait to be taken up. */
const OPENED_AT_ONCE = 128;
const TICK_MS = 5;
const PATIENCE_MS = 15_000;

/**
 * Sends `perSecond` requests a second for so long, whether or not those before were answered, as long as one of many
 * connections is free, and hands on each answer. Answers how many were sent. Bare sockets: a client that costs more than
 * who refuses it measures itself. The connections are taken up before, as those of a proxy are: Node.js takes up one new
 * connection in each turn of its loop.
 */
export async function openLoop(
  url: string,
  { perSecond, seconds, connections }: OpenLoad,
  body: () => string,
  heard: (answer: OpenAnswer) => void,
): Promise<number> {
  const { hostname, port } = new URL(url);
  const free: Connection[] = [];
  const all: Connection[] = [];
  while (all.length < connections) {
    const more = Array.from({ length: OPENED_AT_ONCE }, () => new Connection(hostname, Number(port), free, heard));
    all.push(...more);
    await Promise.all(more.map((one) => one.takenUp));
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
      connection.send(body());
      sent += 1;
    }
    await sleep(TICK_MS);
  }
  for (const end = performance.now() + PATIENCE_MS; free.length < all.length && performance.now() < end;)
    await sleep(TICK_MS);
  for (const one of all) one.close();
  return sent;
}

class Connection {
  readonly takenUp: Promise<void>;
  private readonly socket: Socket;
  private heard: (answer: OpenAnswer) => void;
  private sentAt = 0;
  private got = '';

  constructor(
    private readonly host: string,
    port: number,
    private readonly free: Connection[],
    heard: (answer: OpenAnswer) => void,
  ) {
    this.socket = connect({ host, port, noDelay: true }).setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.take(chunk));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.takenUp = promise;
    this.socket.on('error', reject);
    this.heard = () => {
      this.heard = heard;
      resolve();
    };
    this.socket.write(`GET /health/live HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  }

  send(body: string): void {
    this.sentAt = performance.now();
    this.got = '';
    const head = `POST /graphql HTTP/1.1\r\nhost: ${this.host}\r\ncontent-type: application/json\r\n`;
    this.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private take(chunk: string): void {
    this.got += chunk;
    const headEnd = this.got.indexOf('\r\n\r\n');
    const head = this.got.slice(0, headEnd).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1]);
    if (headEnd < 0 || this.got.length < headEnd + 4 + length) return;
    const took = performance.now() - this.sentAt;
    this.heard({ status: Number(head.slice(9, 12)), head, body: this.got.slice(headEnd + 4), took });
    this.free.push(this);
  }

  close(): void {
    this.socket.destroy();
  }
}
