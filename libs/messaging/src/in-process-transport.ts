import { topics, type Topic } from '@otklik/contracts/envelope';
import { noThrottle, type Throttle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { startConsumerLoop, type ConsumerLoop } from './consumer-loop.js';
import type { TransportMetrics } from './consumer-work.js';
import { subscribeToLog, type LogSubscription, type Source } from './log-subscription.js';
import { serviceOf, type ConsumerDatabase } from './consumer-database.js';
import type { Backlog, Consumer, EventTransport } from './messaging.js';

export interface InProcessTransportOptions {
  /** By topic. */
  readonly sources: Readonly<Partial<Record<Topic, Source>>>;
  /** By consuming service (`routing` of `routing.intake`): its schema holds inbox and checkpoints. */
  readonly databases: Readonly<Record<string, ConsumerDatabase>>;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics;
  /** Called after each batch that took effect. */
  readonly throttle?: Throttle;
}

/** What the in-process transport offers beside the port. */
export interface InProcessTransport extends EventTransport {
  consumers(): readonly string[];
  backlog(): Promise<Backlog>;
}

/** `single`: the services' logs are the topics. One subscription per log serves all its consumers. */
export function makeInProcessTransport(options: InProcessTransportOptions): InProcessTransport {
  const { sources, databases, logger, metrics, throttle = noThrottle } = options;
  const subscriptions = new Map<Topic, LogSubscription>();
  for (const topic of topics) {
    const source = sources[topic];
    if (source) subscriptions.set(topic, subscribeToLog(source, logger, throttle));
  }
  const loops = new Map<string, ConsumerLoop>();
  let stopped: Promise<void> | undefined;

  function databaseOf(consumer: Consumer): ConsumerDatabase {
    const database = databases[serviceOf(consumer.name)];
    if (!database) throw new Error(`No schema for the consumer ${consumer.name}.`);
    return database;
  }

  const wakeService = (service: string) => {
    for (const loop of loops.values()) if (serviceOf(loop.consumer.name) === service) loop.wake();
  };

  return {
    async follow(consumer) {
      if (stopped) throw new Error('The transport is stopped.');
      if (loops.has(consumer.name)) throw new Error(`The consumer ${consumer.name} is running already.`);
      const database = databaseOf(consumer);
      for (const topic of consumer.topics) {
        const subscription = subscriptions.get(topic);
        if (!subscription) throw new Error(`No source for the topic ${topic} of the consumer ${consumer.name}.`);
        await subscription.start();
      }
      const woken = () => wakeService(serviceOf(consumer.name));
      loops.set(
        consumer.name,
        await startConsumerLoop(consumer, { database, subscriptions, throttle, logger, metrics, woken }),
      );
    },

    async lag(name) {
      const loop = loops.get(name);
      if (!loop) throw new Error(`No such consumer: ${name}`);
      let events = 0;
      let seconds = 0;
      for (const topic of loop.consumer.topics) {
        const { log } = sources[topic]!;
        const position = loop.position(topic);
        const behind = (await log.head()) - position;
        if (behind <= 0) continue;
        events += behind;
        const [oldest] = await log.read(position, 1);
        if (oldest) seconds = Math.max(seconds, (Date.now() - Date.parse(oldest.recordedAt)) / 1000);
      }
      return { events, seconds: Math.max(0, seconds) };
    },

    consumers: () => [...loops.keys()],

    async backlog() {
      const marks = new Map<Topic, number>();
      for (const topic of subscriptions.keys()) marks.set(topic, await sources[topic]!.log.newest());
      return () => {
        const behind = [...loops.values()].flatMap(({ consumer, position }) =>
          consumer.topics.map((topic) => Math.max(0, (marks.get(topic) ?? 0) - position(topic))),
        );
        return Promise.resolve(behind.reduce((sum, events) => sum + events, 0));
      };
    },

    stop() {
      stopped ??= (async () => {
        await Promise.all([...loops.values()].map((loop) => loop.stop()));
        await Promise.all([...subscriptions.values()].map((subscription) => subscription.stop()));
      })();
      return stopped;
    },
  };
}
