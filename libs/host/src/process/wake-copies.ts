import type { ProcessActivity } from '@otklik/kernel';
import { pause } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Less than half of the time after which a process is at rest. */
const NOTIFY_INTERVAL_MS = 4_000;
const RECONNECT_MS = 1_000;

export interface Copy {
  readonly service: string;
  /** Of the worker role, for the one connection that listens. */
  readonly url: string;
  readonly worker: Pick<pg.Pool, 'query'>;
  readonly activity: ProcessActivity;
  readonly logger: Logger;
}

/**
 * Ends the rest of the service's other copies when this one records or does something, and its own when they do. At rest it costs
 * no statement, else one in four seconds. Without a connection loops find out by themselves, later. Returns the function that stops it.
 */
export function wakeCopies(copy: Copy): () => Promise<void> {
  const { service, worker, activity, logger } = copy;
  const stopping = new AbortController();
  const self = randomUUID();
  let notifiedAt = -Infinity;
  const stopNotifying = activity.onNoted(() => {
    const now = performance.now();
    if (now - notifiedAt < NOTIFY_INTERVAL_MS) return;
    notifiedAt = now;
    const failed = (error: unknown): void => logger.debug('other copies could not be woken', { service, error });
    worker.query('select pg_notify($1, $2)', [channelOf(service), self]).catch(failed);
  });
  const listening = listen(copy, self, stopping.signal);
  return async () => {
    stopNotifying();
    stopping.abort();
    await listening;
  };
}

async function listen(copy: Copy, self: string, signal: AbortSignal): Promise<void> {
  const { service, url, activity, logger } = copy;
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, application_name: 'otklik listener', keepAlive: true });
    const ended = new Promise<void>((resolve) => {
      client.on('error', (error) => logger.debug('the connection that listens was lost', { service, error }));
      client.on('end', resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => {
      if (payload !== self) activity.woken();
    });
    try {
      await client.connect();
      await client.query(`listen ${channelOf(service)}`);
      await ended;
    } catch (error) {
      logger.debug('no connection listens', { service, error });
    }
    await client.end().catch(() => undefined);
    await pause(RECONNECT_MS, signal);
  }
}

const channelOf = (service: string): string => `otklik_${service}`;
