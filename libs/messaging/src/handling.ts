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
  await handleInTurn(consumer, events, tx, logger);
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
    await handleInTurn(consumer, own, tx, logger);
  }
  await setDistricts(tx, scope);
}

function setDistricts(tx: Transaction, districts: readonly number[]): Promise<unknown> {
  return tx.query(`select set_config('app.districts', $1, true)`, [`{${districts.join(',')}}`]);
}

/** Of one district, in their order; what may be taken together and follows each other is taken at once. */
async function handleInTurn(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  logger: Logger,
): Promise<void> {
  for (let from = 0; from < events.length;) {
    const { type } = events[from]!;
    let to = from + 1;
    if (consumer.together?.[type]) while (events[to]?.type === type) to += 1;
    await handleRun(consumer, events.slice(from, to), tx, logger);
    from = to;
  }
}

async function handleRun(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  logger: Logger,
): Promise<void> {
  const event = events[0]!;
  const together = consumer.together?.[event.type];
  try {
    if (together) await together(events, tx);
    else if (typeof consumer.handle === 'function') await consumer.handle(event, tx);
  } catch (error) {
    // Of many, nobody knows yet which one is refused.
    if (!(error instanceof Refusal) || events.length > 1) throw error;
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
