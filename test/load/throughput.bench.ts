import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { kafkaSide, type KafkaSide } from './kafka-side.js';
import { TOPIC } from './log-and-consumer.js';
import { creation, newId } from './log-fixtures.js';

export const name = 'throughput';

const ROUNDS = 3;
const BATCH = { smoke: 100, usual: 500, full: 500 } as const;
const CONCURRENT_APPENDS = { smoke: 100, usual: 1_000, full: 1_000 } as const;
const ARRIVAL_TIMEOUT_MS = 120_000;

/**
 * Events a second from the log through relay, Kafka and one consumer to the commit of its effect, in one partition, ÷ as
 * many records of the same size sent in batches and read by bare kafkajs, without an effect. The consumer is a
 * projection's: one statement writes the rows of a batch.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  const count = sized(options, { smoke: 200, usual: 10_000, full: 50_000 });
  const [batch, concurrent] = [BATCH[options.size], CONCURRENT_APPENDS[options.size]];
  await using side = await kafkaSide(print);
  const relay = await restartableRelay(side);
  let effects = 0;
  await side.transport.follow({
    name: 'consumer.bench',
    topics: [TOPIC],
    subscribesTo: ['Happened@1'],
    handle: {
      batch: async (events, tx) => {
        const [ids, at] = [events.map((event) => event.id), events.map((event) => event.position)];
        await tx.query('insert into consumer.effect select unnest($1::uuid[]), unnest($2::bigint[])', [ids, at]);
        effects += events.length;
      },
    },
  });
  let read = 0;
  const bare = await side.bare(async ({ batch }) => void (read += batch.messages.length));
  const data = { words: randomBytes(300).toString('hex') };
  const value = JSON.stringify({ ...creation('Happened', data), recordedAt: new Date().toISOString() });
  print(`${count} events in the log, then as many bare records of ${value.length} bytes`);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    async () => {
      await relay.stop();
      for (let done = 0; done < count; done += concurrent) {
        const requests = Array.from({ length: concurrent }, () => creation('Happened', data));
        await Promise.all(requests.map((request) => side.store.append(request)));
      }
      const goal = effects + count;
      const begun = performance.now();
      await relay.start();
      await until(() => effects >= goal);
      await side.assertEffects(goal);
      return (count * 1000) / (performance.now() - begun);
    },
    async () => {
      const goal = read + count;
      const begun = performance.now();
      for (let sent = 0; sent < count; sent += batch) {
        const messages = Array.from({ length: batch }, () => ({ key: newId(), value }));
        await bare.producer.sendBatch({ acks: -1, topicMessages: [{ topic: bare.topic, messages }] });
      }
      await until(() => read >= goal);
      return (count * 1000) / (performance.now() - begun);
    },
  );
  const title = 'events/s from the log to the consumer’s effect, one partition ÷ raw kafkajs batches';
  return [{ name: title, unit: '/s', floor: 0.3, goal: 0.6, ...figures }];
}

/** What is appended while it is stopped becomes a backlog. */
async function restartableRelay(side: KafkaSide) {
  let relay = side.relay();
  while (!relay.isLeader() || relay.publishedPosition() > 0) await sleep(20);
  await sleep(300);
  return {
    stop: () => relay.stop(),
    async start() {
      relay = side.relay();
      while (!relay.isLeader()) await sleep(1);
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + ARRIVAL_TIMEOUT_MS; !holds(); await sleep(2)) {
    if (performance.now() > end) throw new Error('the events did not arrive within two minutes');
  }
}
