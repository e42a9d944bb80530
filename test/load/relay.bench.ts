import { AppendSignal, logMigrations, postgresEventLog, postgresEventStore } from '@otklik/event-store';
import { consumerMigrations, makeInProcessTransport } from '@otklik/messaging';
import { installService, openDatabase } from '@otklik/tenancy';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { benchServer, interleaved, median, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { paced, PER_SECOND } from './paced.js';
import { newId, quietPool, silent } from './read-side.js';
import { relayOnKafka } from './relay-on-kafka.js';

export const name = 'relay';

const ROUNDS = 3;

/**
 * From the acknowledged commit of an append to the consumer's handler, inside the transaction of its inbox, ÷ a bare
 * NOTIFY on its way from one connection to another. `--profile cluster`: through Kafka.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  if (options.args.includes('cluster')) return relayOnKafka(options);
  const { full, say } = options;
  const server = await benchServer();
  const seconds = full ? 20 : 5;
  try {
    const owner = await installService(server.url, 'teller', logMigrations('teller'), 'a secret');
    const heard = await installService(server.url, 'hearer', consumerMigrations('hearer'), 'a secret');
    const pools = [owner.worker, heard.worker].map((url) => quietPool(url, 2));
    const [ownerWorker, worker] = pools as [pg.Pool, pg.Pool];
    const database = openDatabase(heard.app, 'hearer', { max: 2 });
    const signal = new AppendSignal();
    const store = postgresEventStore({ service: 'teller', url: owner.app, signal });
    const log = postgresEventLog({ service: 'teller', pool: ownerWorker, signal });
    const taken = new Map<string, number>();
    const arrivals = new Map<string, number>();
    const transport = makeInProcessTransport({
      sources: {
        'intake.events': {
          log,
          publish: (event) => {
            taken.set(event.id, performance.now());
            return { ...event, topic: 'intake.events', appeal: event.correlationId };
          },
        },
      },
      databases: { hearer: { database, worker } },
      logger: silent,
    });
    await transport.follow({
      name: 'hearer.bench',
      topics: ['intake.events'],
      subscribesTo: ['Happened@1'],
      handle: async (event) => void arrivals.set(event.id, performance.now()),
    });

    async function hops(): Promise<{ relayed: number[]; handled: number[] }> {
      const committed = new Map<string, number>();
      await paced(seconds, async () => {
        const [id, stream] = [newId(), newId()];
        await store.append({
          ...{ district: 1, stream, streamType: 'Appeal', expected: 'none', at: new Date().toISOString() },
          ...{ actor: { kind: 'anyone' }, commandId: newId(), correlationId: stream },
          events: [{ id, type: 'Happened', schema: 1, data: {} }],
        });
        committed.set(id, performance.now());
      });
      await sleep(200);
      const after = (times: ReadonlyMap<string, number>) =>
        [...committed].map(([id, at]) => Math.max(0, (times.get(id) ?? Number.POSITIVE_INFINITY) - at));
      return { relayed: after(taken), handled: after(arrivals) };
    }
    const notify = await notifier(server.url);
    const p99s: number[] = [];
    const relays: number[] = [];
    say(`${PER_SECOND} appends a second, then as many NOTIFYs`);
    const figures = await interleaved(
      ROUNDS,
      async () => {
        const { relayed, handled } = await hops();
        relays.push(quantile(relayed, 0.5));
        p99s.push(quantile(handled, 0.99));
        return quantile(handled, 0.5);
      },
      async () => quantile(await notify.hops(seconds), 0.5),
    );
    await transport.stop();
    await Promise.all([notify.close(), store.close(), log.close(), database.close()]);
    for (const pool of pools) await pool.end();
    const title = `G15 commit → consumer at ${PER_SECOND}/s, p50 ÷ a NOTIFY's hop`;
    return [
      { name: title, unit: 'ms', floor: 4, goal: 1, lessIsBetter: true, ...figures },
      { name: 'p99 of it', unit: 'ms', value: median(p99s) },
      {
        name: 'commit → the consumers’ loops, p50, before the transaction of the inbox',
        unit: 'ms',
        value: median(relays),
      },
    ];
  } finally {
    await server.stop();
  }
}

async function notifier(url: string) {
  const senders = quietPool(url, 4);
  const listener = new pg.Client(url);
  listener.on('error', () => undefined);
  await listener.connect();
  const arrivals = new Map<string, number>();
  listener.on('notification', ({ payload }) => void arrivals.set(payload ?? '', performance.now()));
  await listener.query('listen hop');
  return {
    async hops(seconds: number): Promise<number[]> {
      const sent = new Map<string, number>();
      await paced(seconds, async () => {
        const id = newId();
        sent.set(id, performance.now());
        await senders.query('select pg_notify($1, $2)', ['hop', id]);
      });
      await sleep(200);
      return [...sent].map(([id, at]) => (arrivals.get(id) ?? Number.POSITIVE_INFINITY) - at);
    },
    close: () => Promise.all([senders.end(), listener.end()]),
  };
}
