import type { PublicEvent } from '@otklik/contracts/envelope';
import { workerTransaction, type Consumer } from '@otklik/messaging';
import type { Pool } from 'pg';

/** Hands events to a batch consumer as the transport does: in one transaction of the worker. */
export function deliver(worker: Pool, consumer: Consumer, events: readonly PublicEvent[]): Promise<void> {
  const { handle } = consumer;
  if (typeof handle === 'function') throw new Error('a batch handler was expected');
  return workerTransaction(worker, (tx) => handle.batch(events, tx));
}
