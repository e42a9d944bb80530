import type pg from 'pg';

/** A term of leadership: it lasts as long as the session that holds the lock. */
export interface Term {
  /** Aborted when the session is known to be lost. */
  readonly lost: AbortSignal;
  /** Asks the database whether the lock is still ours, unless that was known `freshMs` ago. Throws `TermLost`. */
  check(freshMs?: number): Promise<void>;
  /** Gives the lock back, at the latest with its connection. */
  end(): Promise<void>;
}

export class TermLost extends Error {
  override readonly name = 'TermLost';
}

/** How long an answer holds: a process that was frozen asks before it goes on. */
const FRESH_MS = 250;
const ANSWER_MS = 3000;

/** Undefined: another process leads. Takes a connection of the pool for the whole term. */
export async function tryToLead(pool: pg.Pool, name: string): Promise<Term | undefined> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onLost = (): void => lost.abort();
  client.on('error', onLost).on('end', onLost);
  const giveBack = (broken: boolean): void => {
    client.off('error', onLost).off('end', onLost);
    client.release(broken);
  };

  async function ask(statement: string): Promise<boolean> {
    const question = { text: statement, values: [name], query_timeout: ANSWER_MS };
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
    async check(freshMs = FRESH_MS) {
      if (!lost.signal.aborted && performance.now() - knownAt < freshMs) return;
      try {
        if (lost.signal.aborted || !(await ask(HELD))) throw new TermLost('the lock is gone');
      } catch (error) {
        lost.abort();
        throw error instanceof TermLost ? error : new TermLost('the session does not answer', { cause: error });
      }
      knownAt = performance.now();
    },
    end() {
      // Closing the connection gives the lock back too, whatever state it is in.
      giveBack(true);
      return Promise.resolve();
    },
  };
}

const HELD = `select exists (
  select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)) as yes`;
