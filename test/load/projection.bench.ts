import type { PublicEvent } from '@otklik/contracts/envelope';
import { makeDelivery, type Delivery } from '@otklik/messaging';
import { inTransaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { facts, lastStates, readSide } from './read-side.js';
import { silent } from './log-fixtures.js';
import { eventByEvent } from './event-by-event-yardstick.js';

export const name = 'projection';

const ROUNDS = 3;
const BATCH = 1000;
const SINGLES = 1_000;
/** CPU is counted so finely. */
const TICK_S = 0.01;

/**
 * Rows and checkpoint of events in batches, as the transport delivers them, ÷ a transaction for each event: in events of a
 * second of CPU on both sides, which neither the disk nor a busy core moves.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using side = await readSide();
  const { consumer, models } = side;
  const events = sized(options, { smoke: 1_000, usual: 20_000, full: 100_000 });
  const singles = sized(options, { smoke: 200, usual: SINGLES, full: SINGLES });
  let position = 1;
  const more = (count: number) => facts(count, (position += count) - count);
  const fed = { batched: 0, single: 0 };
  const ofCpu = async (given: readonly PublicEvent[], work: (given: readonly PublicEvent[]) => Promise<unknown>) => {
    const before = side.cpuSeconds();
    await work(given);
    return given.length / Math.max(side.cpuSeconds() - before, TICK_S);
  };
  const compare = (delivery: Delivery, withHistory: boolean) => {
    Object.assign(fed, { batched: 0, single: 0 });
    return interleaved(
      sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
      () => ofCpu(more((fed.batched += events) && events), (given) => batched(delivery, given)),
      () =>
        ofCpu(more((fed.single += singles) && singles), (given) => eventByEvent(consumer.worker, given, withHistory)),
    );
  };

  await inTransaction(consumer.worker, async (tx) => {
    await tx.query(lastStates.sql.replaceAll('{table}', 'bench.plain'));
    await tx.query(lastStates.sql.replaceAll('{table}', 'bench.single'));
  });
  print('rows and checkpoint');
  const plain = {
    name: 'bench.plain',
    topics: ['intake.events'],
    subscribesTo: lastStates.subscribesTo,
    handle: { batch: (batch, tx) => lastStates.apply(batch, tx, 'bench.plain') },
  } satisfies Parameters<typeof makeDelivery>[0];
  const rows = await compare(makeDelivery(plain, consumer, silent), false);
  await assertRows(consumer.worker, 'bench.plain', fed.batched / 2);
  await assertRows(consumer.worker, 'bench.single', fed.single / 2);

  print('as search uses it: history, rows, change numbers and checkpoint');
  await models.start();
  const used = { ...plain, name: 'bench.models', handle: { batch: models.deliver } };
  const withHistory = await compare(makeDelivery(used, consumer, silent), true);
  await assertRows(consumer.worker, 'bench.history', fed.batched + fed.single);
  return [
    { name: `G11 batches of ${BATCH} ÷ a transaction per event`, unit: 'events/CPU s', floor: 16, goal: 24, ...rows },
    {
      name: 'the same with history ÷ a transaction per event with history',
      unit: 'events/CPU s',
      floor: 8,
      goal: 10,
      ...withHistory,
    },
  ];
}

async function assertRows(worker: Pool, table: string, expected: number): Promise<void> {
  const { rows } = await worker.query<{ all: number }>(`select count(*)::int as all from ${table}`);
  if (rows[0]!.all !== expected) throw new Error(`${table} holds ${rows[0]!.all} rows instead of ${expected}`);
}

async function batched(delivery: Delivery, events: readonly PublicEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH);
    await delivery.deliver({ topic: 'intake.events', partition: 0, events: batch, position: batch.at(-1)!.position });
  }
}
