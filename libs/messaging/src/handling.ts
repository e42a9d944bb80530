import { orderKey, type PublicEvent } from '@otklik/contracts/envelope';
import { Refusal } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import type { BatchHandler, BatchHandling, Consumer } from './messaging.js';
import { traced, tracedBatch } from './traced.js';

/** Events of one transaction, as of consumers with an inbox. */
const AT_ONCE = 100;

/**
 * Runs the consumer's handlers on events, in this order; answers how many wait for its concerns. `scope`: the transaction's
 * districts, restored at the end.
 */
export async function handleAll(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
  logger: Logger,
): Promise<number> {
  const { handle } = consumer;
  if (typeof handle !== 'function') {
    if (events.length === 0) return 0;
    // As they were published: a read model keeps them.
    return (await tracedBatch(consumer, events, () => handle.batch(events, tx, scope))) ?? 0;
  }
  if (scope.length > 1) await handleByDistrict(consumer, events, tx, scope, logger);
  else await handleInOrder(consumer, events, tx, logger);
  return 0;
}

/** The same consumer, whose handlers hear an event again that comes again. */
export function withoutInbox(consumer: Consumer, logger: Logger): Consumer {
  const { batchHandlers: _, ...whole } = consumer;
  const batch: BatchHandling['batch'] = (events, tx, scope) => handleAll(consumer, events, tx, scope, logger);
  return { atOnce: AT_ONCE, ...whole, handle: { batch, as: 'SERVICE' } };
}

/**
 * One commit holds many districts, but each handler sees its event's district only. Keeps the order per key. By number: what two batches lock
 * of several districts until their commits (series of numbers) they lock in one order, so that neither waits for the other.
 */
async function handleByDistrict(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
  logger: Logger,
): Promise<void> {
  const byDistrict = [...Map.groupBy(events, (event) => event.district)].sort(([one], [other]) => one - other);
  for (const [district, own] of byDistrict) {
    await setDistricts(tx, [district]);
    await handleInOrder(consumer, own, tx, logger);
  }
  await setDistricts(tx, scope);
}

function setDistricts(tx: Transaction, districts: readonly number[]): Promise<unknown> {
  return tx.query(`select set_config('app.districts', $1, true)`, [`{${districts.join(',')}}`]);
}

/** Events of one district. */
async function handleInOrder(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  logger: Logger,
): Promise<void> {
  for (const slice of slices(consumer, events)) await handleSlice(consumer, slice, tx, logger);
}

/**
 * In order per key. Events with the same batch handler are handled in one call, also past events of other keys: an import
 * mixes received and registered appeals.
 */
function* slices(consumer: Consumer, events: readonly PublicEvent[]): Generator<readonly PublicEvent[]> {
  let left = events;
  while (left.length > 0) {
    const [first, ...others] = left;
    const handler = batchHandlerOf(consumer, first!);
    if (!handler) {
      yield [first!];
      left = others;
      continue;
    }
    const held = new Set<string>();
    const slice: PublicEvent[] = [];
    const rest: PublicEvent[] = [];
    for (const event of left) {
      if (batchHandlerOf(consumer, event) === handler && !held.has(orderKey(event))) slice.push(event);
      else {
        held.add(orderKey(event));
        rest.push(event);
      }
    }
    yield slice;
    left = rest;
  }
}

function batchHandlerOf({ batchHandlers = {} }: Consumer, { type }: PublicEvent): BatchHandler | undefined {
  return batchHandlers[type];
}

async function handleSlice(
  consumer: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  logger: Logger,
): Promise<void> {
  const event = events[0]!;
  const batchHandler = batchHandlerOf(consumer, event);
  try {
    if (batchHandler) await tracedBatch(consumer, events, (followed) => batchHandler(followed, tx));
    else if (typeof consumer.handle === 'function') await traced(consumer, event, tx, consumer.handle);
  } catch (error) {
    // A refusal of a whole batch does not say which event was refused: bisect.
    if (!(error instanceof Refusal) || events.length > 1) throw error;
    logger.info('event refused by the domain and acknowledged', {
      consumer: consumer.name,
      event: event.id,
      district: event.district,
      appeal: event.appeal,
      code: error.code,
    });
  }
}

/** Runs `work` in a savepoint; rolls it back on an error and returns the error instead of throwing. */
export async function attempt(tx: Transaction, work: () => Promise<unknown>): Promise<unknown> {
  await tx.query('savepoint attempt');
  try {
    await work();
    await tx.query('release savepoint attempt');
    return undefined;
  } catch (error) {
    await takeBack(tx);
    return error;
  }
}

async function takeBack(tx: Transaction): Promise<void> {
  await tx.query('rollback to savepoint attempt');
  // Else an attempt around this one would be taken back only as far as here.
  await tx.query('release savepoint attempt');
}
