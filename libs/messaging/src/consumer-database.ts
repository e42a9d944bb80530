import { inTransaction, type Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
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

export function isBatch({ handle }: Consumer): boolean {
  return typeof handle !== 'function';
}

function isWorkers({ handle }: Consumer): boolean {
  return typeof handle !== 'function' && handle.as === undefined;
}

/** A transaction of the consumer, under the worker role or in the districts under the service's. */
export function consumerTransaction<Result>(
  { database, worker }: ConsumerDatabase,
  consumer: Consumer,
  districts: readonly number[],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = districts;
  if (isWorkers(consumer) || first === undefined) return inTransaction(worker, work);
  return database.scope(first, ...others).transaction(work);
}
