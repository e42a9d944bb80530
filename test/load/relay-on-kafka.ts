import { setTimeout as sleep } from 'node:timers/promises';
import { interleaved, median, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { happened, kafkaSide } from './kafka-side.js';
import { paced, PER_SECOND } from './paced.js';
import { newId } from './read-side.js';

const ROUNDS = 3;

/**
 * From the acknowledged commit of an append through relay, Kafka and the consumer to its handler, inside the transaction
 * of its inbox, ÷ a bare kafkajs hop on the same broker: from `send` with acks −1 to `eachBatch`.
 */
export async function relayOnKafka({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const side = await kafkaSide(say);
  const seconds = full ? 20 : 5;
  try {
    const arrivals = new Map<string, number>();
    const arrived = (id: string) => void arrivals.set(id, performance.now());
    const relay = side.relay();
    while (!relay.isLeader()) await sleep(20);
    await side.transport().follow({
      name: 'hearer.bench',
      topics: ['intake.events'],
      subscribesTo: ['Happened@1'],
      handle: async (event) => arrived(event.id),
    });
    const bare = await side.bare(async ({ batch }) => {
      for (const { key } of batch.messages) arrived(String(key));
    });
    const hops = async (once: (id: string, begun: Map<string, number>) => Promise<void>): Promise<number[]> => {
      const begun = new Map<string, number>();
      await paced(seconds, () => once(newId(), begun));
      await sleep(500);
      return [...begun].map(([id, at]) => Math.max(0, (arrivals.get(id) ?? Number.POSITIVE_INFINITY) - at));
    };
    const value = JSON.stringify({ words: 'x'.repeat(600) });
    const p99s: number[] = [];
    say(`${PER_SECOND} appends a second, then as many bare sends`);
    const figures = await interleaved(
      ROUNDS,
      async () => {
        const times = await hops(async (id, begun) => {
          await side.store.append(happened(newId(), id));
          begun.set(id, performance.now());
        });
        p99s.push(quantile(times, 0.99));
        return quantile(times, 0.5);
      },
      async () => {
        const times = await hops(async (id, begun) => {
          begun.set(id, performance.now());
          await bare.producer.send({ topic: bare.topic, acks: -1, messages: [{ key: id, value }] });
        });
        return quantile(times, 0.5);
      },
    );
    const title = `commit → consumer's effect through Kafka at ${PER_SECOND}/s, p50 ÷ a bare kafkajs hop`;
    return [
      { name: title, unit: 'ms', floor: 4, goal: 2, lessIsBetter: true, ...figures },
      { name: 'p99 of it', unit: 'ms', value: median(p99s) },
    ];
  } finally {
    await side.stop();
  }
}
