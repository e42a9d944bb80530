import type pg from 'pg';

const AT_LEAST_DAYS = 30;
const AT_ONCE = 5_000;

/**
 * Drops what is remembered of commands older than `days` (≥ 30: clients may repeat a command for that long), some thousands
 * at a time; answers how many. The events stay, and a command that created its stream is known by them for ever.
 * `pool` is of the worker's role. To be called now and then, by one process.
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
