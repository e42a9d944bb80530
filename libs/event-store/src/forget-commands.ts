import type { Logger } from '@otklik/observability';
import type pg from 'pg';

const MIN_DAYS = 30;
const MAX_BATCH = 5_000;

/**
 * Deletes remembered commands older than `days` (≥ 30, because clients may retry for that long) in batches and returns how
 * many. The events stay, and a command that created its stream is recognised by them for ever. `pool` is of the worker's role.
 * Two processes may run it at once.
 */
export async function forgetCommands(pool: pg.Pool, service: string, days = 45): Promise<number> {
  if (!(days >= MIN_DAYS)) throw new RangeError(`commands are remembered for ${MIN_DAYS} days at least`);
  const text = `with old as (
      select district, id from ${service}.command where at < now() - make_interval(days => $1) limit ${MAX_BATCH})
    delete from ${service}.command c using old where c.district = old.district and c.id = old.id`;
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await pool.query(text, [days]);
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < MAX_BATCH) return forgotten;
  }
}

const FORGET_INTERVAL_MS = 21_600_000;

export interface Forgetting {
  /** Stops the timer and waits for the run in progress. */
  stop(): Promise<void>;
}

/** Runs `forgetCommands` every six hours. A failure is logged and retried with the next run. */
export function forgetRegularly(
  pool: pg.Pool,
  service: string,
  logger: Logger,
  intervalMs = FORGET_INTERVAL_MS,
): Forgetting {
  let running = Promise.resolve();
  const forget = async (): Promise<void> => {
    try {
      const count = await forgetCommands(pool, service);
      if (count > 0) logger.info('expired command records were deleted', { service, count });
    } catch (error) {
      logger.warn('deleting expired command records failed', { service, error });
    }
  };
  const clock = setInterval(() => void (running = running.then(forget)), intervalMs);
  clock.unref();
  return {
    stop: async () => {
      clearInterval(clock);
      await running;
    },
  };
}
