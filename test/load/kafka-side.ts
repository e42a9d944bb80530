import type { EventStore } from '@otklik/event-store';
import { makeKafkaTransport, openKafka, startRelay, type EventTransport, type Relay } from '@otklik/messaging';
import type { EachBatchPayload } from 'kafkajs';
import { freePortBase } from '../../deploy/stack/ports.js';
import { stackUp, missingRequirement } from '../../deploy/stack/stack.js';
import { temporaryFolder } from './bench-server.js';
import { kafkajsYardstick, type KafkajsYardstick } from './kafkajs-yardstick.js';
import { logAndConsumer, publish, TOPIC } from './log-and-consumer.js';
import { silent } from './log-fixtures.js';

/** A service with a log and one that consumes it through a broker of the bench's own, and the same broker for bare kafkajs. */
export interface KafkaSide extends AsyncDisposable {
  readonly store: EventStore;
  /** Of the log, into a topic of one partition. */
  relay(): Relay;
  readonly transport: EventTransport;
  /** Passes each batch of records to `take`. */
  bare(take: (payload: EachBatchPayload) => Promise<void>): Promise<KafkajsYardstick>;
}

/** Throws when this machine cannot run the servers. */
export async function kafkaSide(print: (line: string) => void): Promise<KafkaSide> {
  const missing = missingRequirement();
  if (missing !== undefined) throw new Error(missing);
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(temporaryFolder('kafka'));
  const stack = await stackUp({
    only: ['kafka'],
    brokers: 1,
    folder: folder.path,
    portBase: await freePortBase(),
    print,
  });
  opened.defer(() => stack.reset());
  const brokers = stack.kafkaBrokers.split(',');
  const { store, log, pool, consumer } = opened.use(await logAndConsumer());
  const kafka = opened.adopt(openKafka({ brokers, clientId: 'otklik-bench', logger: silent }), (one) => one.close());
  const transport = makeKafkaTransport({ kafka, databases: { consumer }, logger: silent });
  opened.defer(() => transport.stop());
  const plan = { partitions: 1, replication: 1, minInSync: 1, retention: 'forever' } as const;
  const all = opened.move();
  return {
    ...{ store, transport },
    relay() {
      const relay = startRelay({ topic: TOPIC, plan, source: { log, publish }, kafka, pool, logger: silent });
      return all.adopt(relay, (one) => one.stop());
    },
    bare: async (take) => all.use(await kafkajsYardstick(brokers, take)),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
