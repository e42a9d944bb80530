import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { happened, kafkaSide, whatIsMissing, type KafkaSide } from './kafka-side.js';
import { newId } from './read-side.js';

export const name = 'throughput';

const ROUNDS = 3;
const BATCH = 500;
const LIMIT_MS = 120_000;

/**
 * Events a second from the log through relay, Kafka and one consumer to the commit of its effect, in one partition, ÷ as
 * many records of the same size sent by bare kafkajs in batches and read by it, with no effect at all. The consumer is a
 * projection's: it writes a row for each event, a statement for each stretch.
 * Only on Kafka: `--profile cluster` may be said.
 */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const missing = whatIsMissing();
  if (missing !== undefined) throw new Error(missing);
  const count = full ? 50_000 : 10_000;
  const side = await kafkaSide(say);
  try {
    const transport = side.transport();
    const relay = await quietRelay(side);
    let effects = 0;
    await transport.follow({
      name: 'hearer.bench',
      topics: ['intake.events'],
      subscribesTo: ['Happened@1'],
      handle: {
        batch: async (events, tx) => {
          const [ids, at] = [events.map((event) => event.id), events.map((event) => event.position)];
          await tx.query('insert into hearer.effect select unnest($1::uuid[]), unnest($2::bigint[])', [ids, at]);
          effects += events.length;
        },
      },
    });
    let read = 0;
    const bare = await side.bare(async ({ batch }) => void (read += batch.messages.length));
    const data = { words: randomBytes(300).toString('hex') };
    const value = JSON.stringify({ ...happened(newId(), newId(), data), recordedAt: new Date().toISOString() });
    say(`${count} events in the log, then as many bare records of ${value.length} bytes`);
    const figures = await interleaved(
      ROUNDS,
      async () => {
        await relay.stop();
        await append(side, count, data);
        const goal = effects + count;
        const begun = performance.now();
        await relay.start();
        await until(() => effects >= goal);
        return (count * 1000) / (performance.now() - begun);
      },
      async () => {
        const goal = read + count;
        const begun = performance.now();
        for (let sent = 0; sent < count; sent += BATCH) {
          const messages = Array.from({ length: BATCH }, () => ({ key: newId(), value }));
          await bare.producer.sendBatch({ acks: -1, topicMessages: [{ topic: bare.topic, messages }] });
        }
        await until(() => read >= goal);
        return (count * 1000) / (performance.now() - begun);
      },
    );
    const title = 'events/s from the log to the consumer’s effect, one partition ÷ raw kafkajs batches';
    return [{ name: title, unit: '/s', floor: 0.3, goal: 0.6, ...figures }];
  } finally {
    await side.stop();
  }
}

/** A relay that can be started again: what is in the log by then is a backlog. */
async function quietRelay(side: KafkaSide) {
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

async function append(side: KafkaSide, count: number, data: object): Promise<void> {
  for (let done = 0; done < count; done += 1000) {
    const thousand = Array.from({ length: Math.min(1000, count - done) }, () => happened(newId(), newId(), data));
    await Promise.all(thousand.map((request) => side.store.append(request)));
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + LIMIT_MS; !holds(); await sleep(2)) {
    if (performance.now() > end) throw new Error('It did not arrive within two minutes.');
  }
}
