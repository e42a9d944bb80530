import type { Database, Transaction } from '@otklik/tenancy';
import type { Pool, QueryConfig } from 'pg';
import type { Consumer } from './messaging.js';

/** A consuming service's two ways to its own schema. */
export interface ServiceGround {
  /** The service's role: an event's handler sees its event's district and no other. */
  readonly database: Database;
  /** The worker role: batches of many districts, and the transport's own bookkeeping. */
  readonly worker: Pool;
}

/** The service that a consumer belongs to, by its name: `routing.intake` is of `routing`. */
export function serviceOf(consumer: string): string {
  const service = consumer.split('.')[0] ?? '';
  if (!/^[a-z_]+$/.test(service)) throw new Error(`A consumer is called <service>.<what>: ${consumer}`);
  return service;
}

export function isBatch(consumer: Consumer): boolean {
  return typeof consumer.handle !== 'function';
}

/** The transaction in which this consumer works: batches under the worker's role, single events under the service's. */
export function consumerTransaction<Result>(
  ground: ServiceGround,
  consumer: Consumer,
  districts: readonly number[],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = districts;
  if (isBatch(consumer) || first === undefined) return workerTransaction(ground.worker, work);
  return ground.database.scope(first, ...others).transaction(work);
}

/** A transaction of the worker role: committed when `work` resolves, rolled back when it throws. */
export async function workerTransaction<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A client in use reports a lost connection as an event too; unheard, it would end the process.
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
