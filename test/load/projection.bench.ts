import type { PublicEvent } from '@otklik/contracts/envelope';
import { makeDelivery, workerTransaction, type Delivery } from '@otklik/messaging';
import { makeReadModels, openHistory } from '@otklik/read-models';
import { openDatabase } from '@otklik/tenancy';
import type pg from 'pg';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { facts, lastStates, readSide, silent } from './read-side.js';

export const name = 'projection';

const ROUNDS = 3;
const BATCH = 1000;
const SINGLES = 1000;

/** Rows and checkpoint of events in batches, as the transport delivers them, ÷ a transaction for each event. */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const server = await benchServer();
  try {
    const { worker, appUrl } = await readSide(server.url);
    const database = openDatabase(appUrl, 'bench', { max: 2 });
    const events = full ? 100_000 : 20_000;
    let position = 1;
    const more = (count: number) => facts(count, (position += count) - count);

    await workerTransaction(worker, async (tx) => {
      await tx.query(lastStates.sql.replaceAll('{table}', 'bench.plain'));
      await tx.query(lastStates.sql.replaceAll('{table}', 'bench.single'));
    });
    say('rows and checkpoint');
    const plain = makeDelivery(
      {
        name: 'bench.plain',
        topics: ['intake.events'],
        subscribesTo: lastStates.subscribesTo,
        handle: { batch: (batch, tx) => lastStates.apply(batch, tx, 'bench.plain') },
      },
      { database, worker },
      silent,
    );
    const rows = await interleaved(
      ROUNDS,
      () => batched(plain, more(events)),
      () => singly(worker, more(SINGLES), false),
    );

    say('as search does it: history, rows, change numbers and checkpoint');
    const history = openHistory(worker, 'bench');
    const models = makeReadModels({ service: 'bench', worker, projections: [lastStates], history, logger: silent });
    await models.start();
    const consumer = models.consumer('bench.models', ['intake.events'], lastStates.subscribesTo);
    const used = makeDelivery(consumer, { database, worker }, silent);
    const withHistory = await interleaved(
      ROUNDS,
      () => batched(used, more(events)),
      () => singly(worker, more(SINGLES), true),
    );
    await database.close();
    await worker.end();
    return [
      { name: `G11 batches of ${BATCH} ÷ a transaction per event`, unit: 'events/s', floor: 40, goal: 60, ...rows },
      { name: 'the same with history ÷ a transaction per event with history', unit: 'events/s', ...withHistory },
    ];
  } finally {
    await server.stop();
  }
}

async function batched(delivery: Delivery, events: readonly PublicEvent[]): Promise<number> {
  const begun = performance.now();
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH);
    await delivery.deliver({ topic: 'intake.events', partition: 0, events: batch, position: batch.at(-1)!.position });
  }
  return events.length / ((performance.now() - begun) / 1000);
}

/** What a plain consumer does: upsert and checkpoint by prepared statements, one commit for each event. */
async function singly(worker: pg.Pool, events: readonly PublicEvent[], withHistory: boolean): Promise<number> {
  const client = await worker.connect();
  const begun = performance.now();
  for (const event of events) {
    await client.query('begin');
    if (withHistory) {
      await client.query({
        name: 'single history',
        text: `insert into bench.history (district, event, appeal, topic, position, type, at, body)
          values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        values: [
          event.district,
          event.id,
          event.appeal,
          event.topic,
          event.position,
          event.type,
          event.at,
          JSON.stringify(event),
        ],
      });
    }
    await client.query({
      name: 'single row',
      text: `insert into bench.single as t (district, appeal, version, state, at) values ($1, $2, $3, $4, $5)
        on conflict (district, appeal) do update
        set version = excluded.version, state = excluded.state, at = excluded.at where t.version < excluded.version`,
      values: [event.district, event.appeal, event.version, (event.data as { state: string }).state, event.at],
    });
    await client.query({
      name: 'single checkpoint',
      text: `insert into bench.checkpoint (consumer, topic, partition, position) values ('single', 'intake.events', 0, $1)
        on conflict (consumer, topic, partition) do update set position = excluded.position`,
      values: [event.position],
    });
    await client.query('commit');
  }
  const rate = events.length / ((performance.now() - begun) / 1000);
  client.release();
  return rate;
}
