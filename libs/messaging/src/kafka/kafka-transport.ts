import type { Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { TransportMetrics } from '../consumer-work.js';
import { serviceOf, type ConsumerDatabase } from '../consumer-database.js';
import type { EventTransport } from '../messaging.js';
import { progress } from './checkpoints.js';
import { eventOf } from './event-record.js';
import type { KafkaClient } from './kafka-record.js';
import { startKafkaLoop, type KafkaLoop } from './kafka-loop.js';

export interface KafkaTransportOptions {
  /** Owned by the caller: `stop` leaves it open. */
  readonly kafka: KafkaClient;
  /** By consuming service: its schema holds inbox and checkpoints. */
  readonly databases: Readonly<Record<string, ConsumerDatabase>>;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics;
  /** Prefix of topics and groups, where installations share one cluster. */
  readonly namespace?: string;
  /** Between two looks for keys that an operator has released; 5 s when absent. */
  readonly retryPollMs?: number;
}

/** `cluster`: topics on Kafka, written by the relays; replicas of a service share its consumers' partitions. */
export function makeKafkaTransport(options: KafkaTransportOptions): EventTransport {
  const { kafka, databases, logger, metrics, namespace = '', retryPollMs } = options;
  const loops = new Map<string, KafkaLoop>();
  let stopped: Promise<void> | undefined;

  const wakeService = (service: string) => {
    for (const loop of loops.values()) if (serviceOf(loop.consumer.name) === service) loop.wake();
  };

  async function behind(consumer: string, topic: Topic): Promise<{ events: number; seconds: number }> {
    const name = `${namespace}${topic}`;
    const extents = (await kafka.extent(name)) ?? [];
    const taken = await progress(databases[serviceOf(consumer)]!.worker, consumer, topic);
    const oldest = new Map<number, number>();
    let events = 0;
    for (const { partition, low, high } of extents) {
      const at = Math.max(low, taken.get(partition) ?? 0);
      if (at >= high) continue;
      events += high - at;
      oldest.set(partition, at);
    }
    let seconds = 0;
    for (const record of (await kafka.peek(name, oldest)).values()) {
      const event = eventOf(record, topic);
      if (event) seconds = Math.max(seconds, (Date.now() - Date.parse(event.recordedAt)) / 1000);
    }
    return { events, seconds };
  }

  return {
    async follow(consumer) {
      if (stopped) throw new Error('The transport is stopped.');
      if (loops.has(consumer.name)) throw new Error(`The consumer ${consumer.name} is running already.`);
      const service = serviceOf(consumer.name);
      const database = databases[service];
      if (!database) throw new Error(`No schema for the consumer ${consumer.name}.`);
      const woken = () => wakeService(service);
      const work = { database, logger, metrics, woken, retryPollMs };
      loops.set(consumer.name, await startKafkaLoop(consumer, { ...work, kafka, namespace }));
    },

    async lag(name) {
      const loop = loops.get(name);
      if (!loop) throw new Error(`No such consumer: ${name}`);
      const all = await Promise.all(loop.consumer.topics.map((topic) => behind(name, topic)));
      return {
        events: all.reduce((sum, { events }) => sum + events, 0),
        seconds: Math.max(0, ...all.map(({ seconds }) => seconds)),
      };
    },

    stop() {
      stopped ??= (async () => {
        await Promise.all([...loops.values()].map((loop) => loop.stop()));
      })();
      return stopped;
    },
  };
}
