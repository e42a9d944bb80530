import pg from 'pg';

/**
 * A pool whose connections may be lost at any time, in use or idle: the next statement on a lost one fails, and says so.
 * A bare `pg.Pool` ends the process when the server closes a connection that is taken out and between two statements.
 */
export function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ keepAlive: true, ...options });
  const lost = (): void => undefined;
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}
