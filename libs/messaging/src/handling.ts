import type { PublicEvent } from '@otklik/contracts/envelope';
import { Refusal } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import type { Consumer } from './messaging.js';

/**
 * The consumer's own work on events that are to have their effect now, in this order. `scope`: the transaction's
 * districts, set again at the end.
 */
export async function handleAll(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
  logger: Logger,
): Promise<void> {
  if (typeof consumer.handle !== 'function') {
    if (events.length > 0) await consumer.handle.batch(events, tx);
    return;
  }
  if (scope.length > 1) return handleByDistrict(consumer, events, tx, scope, logger);
  for (const event of events) await handleOne(consumer, event, tx, logger);
}

/** Each handler sees its event's district and no other, although one commit holds many. Order holds per key. */
async function handleByDistrict(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
  logger: Logger,
): Promise<void> {
  for (const [district, own] of Map.groupBy(events, (event) => event.district)) {
    await setDistricts(tx, [district]);
    for (const event of own) await handleOne(consumer, event, tx, logger);
  }
  await setDistricts(tx, scope);
}

function setDistricts(tx: Transaction, districts: readonly number[]): Promise<unknown> {
  return tx.query(`select set_config('app.districts', $1, true)`, [`{${districts.join(',')}}`]);
}

async function handleOne(consumer: Consumer, event: PublicEvent, tx: Transaction, logger: Logger): Promise<void> {
  if (typeof consumer.handle !== 'function') return consumer.handle.batch([event], tx);
  try {
    await consumer.handle(event, tx);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    logger.info('refused by the rules; acknowledged', {
      consumer: consumer.name,
      event: event.id,
      district: event.district,
      appeal: event.appeal,
      code: error.code,
    });
  }
}

/** Savepoint around `work`: undone when it throws, and the error answered instead of thrown. */
export async function attempt(tx: Transaction, work: () => Promise<void>): Promise<unknown> {
  await tx.query('savepoint attempt');
  try {
    await work();
    await tx.query('release savepoint attempt');
    return undefined;
  } catch (error) {
    await tx.query('rollback to savepoint attempt');
    return error;
  }
}
