import type { EventStore } from '@otklik/event-store';
import { makeKafkaTransport, openKafka, startRelay, type EventTransport, type Relay } from '@otklik/messaging';
import { eventually } from '@otklik/testing';
import type { EachBatchPayload } from 'kafkajs';
import { benchKafka } from './bench-stack.js';
import { kafkajsYardstick, type KafkajsYardstick } from './kafkajs-yardstick.js';
import { logAndConsumer, publish, TOPIC } from './log-and-consumer.js';
import { newId, silent } from './log-fixtures.js';

const COMMIT_TIMEOUT_MS = 10_000;

/** A service with a log and one that consumes it through a broker of the bench's own, and the same broker for bare kafkajs. */
export interface KafkaSide extends AsyncDisposable {
  readonly store: EventStore;
  /** Of the log, into a topic of one partition. */
  relay(): Relay;
  readonly transport: EventTransport;
  /** Throws unless so many rows of effects are committed within seconds: a handler runs before its commit. */
  assertEffects(expected: number): Promise<void>;
  /** Passes each batch of records to `take`. */
  bare(take: (payload: EachBatchPayload) => Promise<void>): Promise<KafkajsYardstick>;
}

/** Throws when this machine cannot run the servers. */
export async function kafkaSide(print: (line: string) => void): Promise<KafkaSide> {
  await using opened = new AsyncDisposableStack();
  const { brokers } = opened.use(await benchKafka(print));
  const { store, log, pool, consumer } = opened.use(await logAndConsumer());
  const kafka = opened.adopt(openKafka({ brokers, clientId: 'otklik-bench', logger: silent }), (one) => one.close());
  const namespace = `${newId()}.`;
  const transport = makeKafkaTransport({ kafka, databases: { consumer }, logger: silent, namespace });
  opened.defer(() => transport.stop());
  const plan = { partitions: 1, replication: 1, minInSync: 1, retention: 'forever' } as const;
  const all = opened.move();
  return {
    store,
    transport,
    relay() {
      const relay = startRelay({
        topic: TOPIC,
        plan,
        source: { log, publish },
        kafka,
        pool,
        logger: silent,
        namespace,
      });
      return all.adopt(relay, (one) => one.stop());
    },
    async assertEffects(expected) {
      const count = 'select count(*)::int as all from consumer.effect';
      await eventually(async () => {
        const { rows } = await consumer.worker.query<{ all: number }>(count);
        return rows[0]!.all >= expected ? true : undefined;
      }, COMMIT_TIMEOUT_MS);
    },
    bare: async (take) => all.use(await kafkajsYardstick(brokers, take)),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
