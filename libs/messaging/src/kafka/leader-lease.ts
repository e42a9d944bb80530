import type pg from 'pg';

/** Leadership by a session advisory lock: held as long as the database session. */
export interface LeaderLease {
  /** Aborted when the session was lost. */
  readonly lost: AbortSignal;
  /** Checks in the database that the lock is held, unless it was checked less than `freshMs` ago. Throws `LeaseLost`. */
  check(freshMs?: number): Promise<void>;
  /** Releases the lock by closing the connection. */
  release(): Promise<void>;
}

export class LeaseLost extends Error {
  override readonly name = 'TermLost';
}

/** A process that was suspended longer than this checks its lease before it continues. */
const LEASE_CHECK_INTERVAL_MS = 250;
const QUERY_TIMEOUT_MS = 3000;

/** Undefined when another process is the leader. Keeps a connection of the pool while the lease is held. */
export async function tryAcquire(pool: pg.Pool, name: string): Promise<LeaderLease | undefined> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onLost = (): void => lost.abort();
  client.on('error', onLost).on('end', onLost);
  const giveBack = (broken: boolean): void => {
    client.off('error', onLost).off('end', onLost);
    client.release(broken);
  };

  async function ask(statement: string): Promise<boolean> {
    const question = { text: statement, values: [name], query_timeout: QUERY_TIMEOUT_MS };
    const { rows } = await client.query<{ yes: boolean }>(question);
    return rows[0]?.yes === true;
  }

  try {
    if (!(await ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as yes'))) {
      giveBack(false);
      return undefined;
    }
  } catch (error) {
    giveBack(true);
    throw error;
  }
  let knownAt = performance.now();
  return {
    lost: lost.signal,
    async check(freshMs = LEASE_CHECK_INTERVAL_MS) {
      if (!lost.signal.aborted && performance.now() - knownAt < freshMs) return;
      try {
        if (lost.signal.aborted || !(await ask(HELD))) throw new LeaseLost('the lock is gone');
      } catch (error) {
        lost.abort();
        throw error instanceof LeaseLost ? error : new LeaseLost('the session does not answer', { cause: error });
      }
      knownAt = performance.now();
    },
    release() {
      // Closing the connection releases the lock whatever state it is in.
      giveBack(true);
      return Promise.resolve();
    },
  };
}

const HELD = `select exists (
  select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)) as yes`;
