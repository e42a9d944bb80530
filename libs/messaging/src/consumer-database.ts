import type { Database, Transaction } from '@otklik/tenancy';
import type { Pool, QueryConfig } from 'pg';
import type { Consumer } from './messaging.js';

/** A consuming service's access to its own schema, under its two roles. */
export interface ConsumerDatabase {
  /** The service's role: a handler sees its event's district only (row-level security). */
  readonly database: Database;
  /** The worker role: batches of many districts, checkpoints and inbox. */
  readonly worker: Pool;
}

/** The consuming service: `routing` of the consumer `routing.intake`. */
export function serviceOf(consumer: string): string {
  const service = consumer.split('.')[0] ?? '';
  if (!/^[a-z_]+$/.test(service)) throw new Error(`A consumer is called <service>.<what>: ${consumer}`);
  return service;
}

export function isBatch(consumer: Consumer): boolean {
  return typeof consumer.handle !== 'function';
}

/** A transaction of the consumer: batch consumers under the worker role, others under the service's role. */
export function consumerTransaction<Result>(
  { database, worker }: ConsumerDatabase,
  consumer: Consumer,
  districts: readonly number[],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = districts;
  if (isBatch(consumer) || first === undefined) return workerTransaction(worker, work);
  return database.scope(first, ...others).transaction(work);
}

/** Commits when `work` resolves, rolls back when it throws. `pool`: of the worker role. */
export async function workerTransaction<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A checked-out client also emits a lost connection as an event; without a listener it would crash the process.
  const lost = (error: Error) => void (broken = error);
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work({
      query: (statement, values) => client.query(statement as QueryConfig, values as never),
    });
    const ended = await client.query('commit');
    if (ended.command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement of it had failed.');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lostToo: Error) => void (broken ??= lostToo));
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}
