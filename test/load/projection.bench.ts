import type { PublicEvent } from '@otklik/contracts/envelope';
import { makeDelivery, type Delivery } from '@otklik/messaging';
import { inTransaction } from '@otklik/tenancy';
import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { facts, lastStates, readSide } from './read-side.js';
import { silent } from './log-fixtures.js';
import { eventByEvent } from './event-by-event-yardstick.js';

export const name = 'projection';

const ROUNDS = 3;
const BATCH = 1000;
const SINGLES = 1000;

/** Rows and checkpoint of events in batches, as the transport delivers them, ÷ a transaction for each event. */
export async function run({ full, print }: BenchOptions): Promise<readonly Metric[]> {
  await using side = await readSide();
  const { consumer, models } = side;
  const events = full ? 100_000 : 20_000;
  let position = 1;
  const more = (count: number) => facts(count, (position += count) - count);
  const compare = (delivery: Delivery, withHistory: boolean) =>
    interleaved(
      ROUNDS,
      () => batched(delivery, more(events)),
      () => eventByEvent(consumer.worker, more(SINGLES), withHistory),
    );

  await inTransaction(consumer.worker, async (tx) => {
    await tx.query(lastStates.sql.replaceAll('{table}', 'bench.plain'));
    await tx.query(lastStates.sql.replaceAll('{table}', 'bench.single'));
  });
  print('rows and checkpoint');
  const plain = {
    ...{ name: 'bench.plain', topics: ['intake.events'], subscribesTo: lastStates.subscribesTo },
    handle: { batch: (batch, tx) => lastStates.apply(batch, tx, 'bench.plain') },
  } satisfies Parameters<typeof makeDelivery>[0];
  const rows = await compare(makeDelivery(plain, consumer, silent), false);

  print('as search uses it: history, rows, change numbers and checkpoint');
  await models.start();
  const used = { ...plain, name: 'bench.models', handle: { batch: models.deliver } };
  const withHistory = await compare(makeDelivery(used, consumer, silent), true);
  return [
    { name: `G11 batches of ${BATCH} ÷ a transaction per event`, unit: 'events/s', floor: 40, goal: 60, ...rows },
    { name: 'the same with history ÷ a transaction per event with history', unit: 'events/s', ...withHistory },
  ];
}

async function batched(delivery: Delivery, events: readonly PublicEvent[]): Promise<number> {
  const begun = performance.now();
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH);
    await delivery.deliver({ topic: 'intake.events', partition: 0, events: batch, position: batch.at(-1)!.position });
  }
  return (events.length * 1000) / (performance.now() - begun);
}
