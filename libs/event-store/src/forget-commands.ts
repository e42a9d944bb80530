import type { Logger } from '@otklik/observability';
import type pg from 'pg';

const AT_LEAST_DAYS = 30;
const AT_ONCE = 5_000;

/**
 * Drops what is remembered of commands older than `days` (≥ 30: clients may repeat a command for that long), some thousands
 * at a time; answers how many. The events stay, and a command that created its stream is known by them for ever.
 * `pool` is of the worker's role. Two processes at once do no harm.
 */
export async function forgetCommands(pool: pg.Pool, service: string, days = 45): Promise<number> {
  if (!(days >= AT_LEAST_DAYS)) throw new RangeError(`commands are remembered for ${AT_LEAST_DAYS} days at least`);
  const text = `with old as (
      select district, id from ${service}.command where at < now() - make_interval(days => $1) limit ${AT_ONCE})
    delete from ${service}.command c using old where c.district = old.district and c.id = old.id`;
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await pool.query(text, [days]);
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return forgotten;
  }
}

const SIX_HOURS_MS = 21_600_000;

export interface Forgetting {
  /** Ends the clock; what is under way is finished. */
  stop(): Promise<void>;
}

/** Forgets every six hours. A failure is logged and tried again the next time. */
export function forgetRegularly(pool: pg.Pool, service: string, logger: Logger, everyMs = SIX_HOURS_MS): Forgetting {
  let underWay = Promise.resolve();
  const forget = async (): Promise<void> => {
    try {
      const count = await forgetCommands(pool, service);
      if (count > 0) logger.info('old commands are forgotten', { service, count });
    } catch (error) {
      logger.warn('old commands could not be forgotten', { service, error });
    }
  };
  const clock = setInterval(() => void (underWay = underWay.then(forget)), everyMs);
  clock.unref();
  return {
    stop: async () => {
      clearInterval(clock);
      await underWay;
    },
  };
}
