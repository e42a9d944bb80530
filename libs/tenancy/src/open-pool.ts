import pg from 'pg';

/** A backend keeps what its largest statements took, 5 to 15 MB, as long as it lives. An idle one ends after 10 s. */
const MAX_LIFETIME_S = 60;

/**
 * A pool whose connections may be lost at any time, in use or idle: the next statement on a lost one fails, and says so.
 * A bare `pg.Pool` ends the process when the server closes a connection that is taken out and between two statements.
 */
export function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ keepAlive: true, maxLifetimeSeconds: MAX_LIFETIME_S, ...options });
  const lost = (): void => undefined;
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}
