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

const OWNER_CONNECT_TIMEOUT_MS = 60_000;
/** Of the client: an import's statements are long, and a server that is gone answers none. */
const OWNER_QUERY_TIMEOUT_MS = 600_000;

/** One connection of the database's owner, for one task. */
export async function asOwner<Result>(ownerUrl: string, task: (owner: pg.Pool) => Promise<Result>): Promise<Result> {
  const owner = openPool({
    connectionString: ownerUrl,
    application_name: 'otklik owner',
    max: 1,
    connectionTimeoutMillis: OWNER_CONNECT_TIMEOUT_MS,
    query_timeout: OWNER_QUERY_TIMEOUT_MS,
  });
  try {
    return await task(owner);
  } finally {
    await owner.end();
  }
}
