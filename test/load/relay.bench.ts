import type { EventStore } from '@otklik/event-store';
import { makeInProcessTransport, type EventTransport } from '@otklik/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { atRate } from './at-rate.js';
import { interleaved, median, quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { kafkaSide } from './kafka-side.js';
import { logAndConsumer, publish, TOPIC } from './log-and-consumer.js';
import { creation, newId, silent } from './log-fixtures.js';
import { notifyYardstick } from './notify-yardstick.js';

export const name = 'relay';

const ROUNDS = 3;
const PER_SECOND = 200;
/** After the last send, for what is still on its way. */
const ARRIVAL_TIMEOUT_MS = 30_000;

interface Route {
  readonly store: EventStore;
  readonly transport: EventTransport;
  /** Sends the id by the yardstick's way. */
  hop(id: string): Promise<unknown>;
  readonly metric: Pick<Metric, 'name' | 'floor' | 'goal'>;
}

/**
 * From the acknowledged commit of an append to the consumer's handler, inside the transaction of its inbox: in one process
 * ÷ a bare NOTIFY's hop; with `cluster` through relay and Kafka ÷ a bare kafkajs hop, from `send` with acks −1 to
 * `eachBatch`.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const seconds = sized(options, { smoke: 0.5, usual: 5, full: 20 });
  const arrivals = new Map<string, number>();
  const arrived = (id: string) => void arrivals.set(id, performance.now());
  await using opened = new AsyncDisposableStack();
  const open = args.includes('cluster') ? throughKafka : inProcess;
  const { store, transport, hop, metric } = await open(opened, arrived, print);
  await transport.follow({
    name: 'consumer.bench',
    topics: [TOPIC],
    subscribesTo: ['Happened@1'],
    handle: async (event) => arrived(event.id),
  });
  /** `start` answers the moment from which the time of its id counts. */
  const latencies = async (start: (id: string) => Promise<number>): Promise<readonly number[]> => {
    const begun = new Map<string, number>();
    await atRate(PER_SECOND, seconds, async () => {
      const id = newId();
      begun.set(id, await start(id));
    });
    const missing = () => [...begun.keys()].filter((id) => !arrivals.has(id)).length;
    for (const end = performance.now() + ARRIVAL_TIMEOUT_MS; missing() > 0; await sleep(100))
      if (performance.now() > end) throw new Error(`${missing()} of ${begun.size} did not arrive`);
    return [...begun].map(([id, at]) => Math.max(0, arrivals.get(id)! - at));
  };
  const p99s: number[] = [];
  print(`${PER_SECOND} appends a second, then as many bare sends`);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    async () => {
      const times = await latencies(async (id) => {
        await store.append(creation('Happened', {}, id));
        return performance.now();
      });
      p99s.push(quantile(times, 0.99));
      return quantile(times, 0.5);
    },
    async () => {
      const times = await latencies(async (id) => {
        const begun = performance.now();
        await hop(id);
        return begun;
      });
      return quantile(times, 0.5);
    },
  );
  return [
    { ...metric, unit: 'ms', lessIsBetter: true, ...figures },
    { name: 'p99 of it', unit: 'ms', value: median(p99s) },
  ];
}

async function inProcess(opened: AsyncDisposableStack, arrived: (id: string) => void): Promise<Route> {
  const { databaseUrl, store, log, consumer } = opened.use(await logAndConsumer());
  const sources = { [TOPIC]: { log, publish } };
  const transport = makeInProcessTransport({ sources, databases: { consumer }, logger: silent });
  opened.defer(() => transport.stop());
  const { send: hop } = opened.use(await notifyYardstick(databaseUrl, arrived));
  const title = `G15 commit → consumer at ${PER_SECOND}/s, p50 ÷ a NOTIFY's hop`;
  return { store, transport, hop, metric: { name: title, floor: 4, goal: 1 } };
}

async function throughKafka(
  opened: AsyncDisposableStack,
  arrived: (id: string) => void,
  print: (line: string) => void,
): Promise<Route> {
  const side = opened.use(await kafkaSide(print));
  const relay = side.relay();
  while (!relay.isLeader()) await sleep(20);
  const { producer, topic } = await side.bare(async ({ batch }) => {
    for (const { key } of batch.messages) arrived(String(key));
  });
  const value = JSON.stringify({ words: 'x'.repeat(600) });
  const hop = (id: string) => producer.send({ topic, acks: -1, messages: [{ key: id, value }] });
  const title = `commit → consumer's effect through Kafka at ${PER_SECOND}/s, p50 ÷ a bare kafkajs hop`;
  return { store: side.store, transport: side.transport, hop, metric: { name: title, floor: 4, goal: 2 } };
}
