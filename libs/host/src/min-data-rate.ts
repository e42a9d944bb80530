import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface MinDataRate {
  /** A body of which nothing comes for so long is given up, ms. */
  readonly idleMs: number;
  /** Before it ends, the rate is not looked at, ms. */
  readonly graceMs: number;
  readonly bytesPerSecond: number;
  readonly checkEveryMs: number;
}

/**
 * 16 kbit/s: a photo of 5 MB may take as long as a poor line of 64 kbit/s needs, and four times that. What sends nothing, or
 * next to nothing, is gone within half a minute, the look included.
 */
export const MIN_DATA_RATE: MinDataRate = {
  idleMs: 25_000,
  graceMs: 25_000,
  bytesPerSecond: 2_000,
  checkEveryMs: 5_000,
};

/** The longest that a body of this size may take to arrive, ms. */
export function longestArrivalMs(bytes: number, { graceMs, bytesPerSecond }: MinDataRate = MIN_DATA_RATE): number {
  return graceMs + (bytes / bytesPerSecond) * 1_000;
}

interface Arriving {
  readonly begunAt: number;
  /** Of the connection, which may have carried requests before. */
  readonly readBefore: number;
  read: number;
  readAt: number;
}

/**
 * Ends requests whose body stops coming, or comes slower than the rate: answered with 408, as Node does for its own
 * `requestTimeout`, which knows no size and would cut off honest uploads over a poor line.
 */
export function demandMinDataRate(fastify: FastifyInstance, rate: MinDataRate = MIN_DATA_RATE): void {
  const arriving = new Map<IncomingMessage, Arriving>();
  const look = (): void => {
    const now = performance.now();
    for (const [request, progress] of arriving) {
      if (request.complete || request.destroyed) arriving.delete(request);
      else if (isTooSlow(request, progress, now, rate)) fastify.server.emit('clientError', timedOut(), request.socket);
    }
  };
  const timer = setInterval(look, rate.checkEveryMs).unref();
  fastify.addHook('onClose', async () => clearInterval(timer));
  fastify.addHook('onRequest', (request, _, done) => {
    const { raw } = request;
    const hasBody = raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0;
    const now = performance.now();
    // A request that is injected has no connection.
    if (hasBody && raw.socket?.bytesRead !== undefined)
      arriving.set(raw, { begunAt: now, readBefore: raw.socket.bytesRead, read: 0, readAt: now });
    done();
  });
}

function isTooSlow(request: IncomingMessage, progress: Arriving, now: number, rate: MinDataRate): boolean {
  const read = request.socket.bytesRead - progress.readBefore;
  // What waits to be read here is not the sender's delay.
  const isOurs = request.readableLength >= request.readableHighWaterMark;
  if (read > progress.read || isOurs) Object.assign(progress, { read, readAt: now });
  return now - progress.readAt > rate.idleMs || (!isOurs && now - progress.begunAt > longestArrivalMs(read, rate));
}

function timedOut(): Error {
  return Object.assign(new Error('The body comes too slowly.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}
