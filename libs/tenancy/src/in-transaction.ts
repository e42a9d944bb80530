import { isPgReadTimeout } from '@otklik/kernel';
import pg from 'pg';
import type { Transaction } from './district-scope.js';

/** feature_not_supported: a prepared statement's columns were changed by a migration. It stays so on its connection. */
const STALE_PLAN = '0A000';
const DEADLOCK_DETECTED = '40P01';

/**
 * Runs `work` in one transaction on a connection of the pool: committed when it resolves, rolled back when it throws. `mode`
 * is what BEGIN may say: an isolation level, `read only`.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Result>,
  mode = '',
): Promise<Result> {
  const client = await pool.connect();
  let result: Result;
  try {
    await client.query(`begin ${mode}`);
    result = await work(client);
    await commit(client);
  } catch (error) {
    await rollBack(client, error);
    throw error;
  }
  client.release();
  return result;
}

/** The server ended this one of two transactions that waited for each other: it may be run again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === DEADLOCK_DETECTED;
}

/** Reads of one moment. */
export function inSnapshot<Result>(pool: pg.Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return inTransaction(pool, work, 'isolation level repeatable read read only');
}

export async function commit(client: pg.PoolClient): Promise<void> {
  const ended = await client.query('commit');
  // The server answers COMMIT with ROLLBACK when a statement failed and its error was caught.
  if (ended.command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
}

/** Never throws, since the caller throws `cause`: a connection that cannot be rolled back is dropped from the pool. */
export async function rollBack(client: pg.PoolClient, cause: unknown): Promise<void> {
  // The statement may still be running, and a rollback would wait for it.
  if (isPgReadTimeout(cause)) return client.release(true);
  const isStale = cause instanceof pg.DatabaseError && cause.code === STALE_PLAN;
  await client.query('rollback').then(
    () => client.release(isStale),
    (broken: Error) => client.release(broken),
  );
}
