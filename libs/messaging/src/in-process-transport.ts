import { topics, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import { noThrottle, type Throttle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { startConsumerLoop, type ConsumerLoop } from './consumer-loop.js';
import { RETRY_POLL_INTERVAL_MS, type TransportMetrics } from './consumer-work.js';
import { pause, subscribeToLog, type LogSubscription, type Source } from './log-subscription.js';
import { makePublisher, type Publisher } from './publishing/publisher.js';
import { makeTopicGate, type TopicGate } from './publishing/topic-gate.js';
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
  /** Between two looks for keys that an operator has released; 5 s when absent. */
  readonly retryPollMs?: number;
}

/** What the in-process transport offers beside the port. */
export interface InProcessTransport extends EventTransport {
  consumers(): readonly string[];
  backlog(): Promise<Backlog>;
  /**
   * To be called once all consumers follow: begins to retry the keys that could not be published. Events that are released
   * then reach the consumers that run, and a consumer that began to follow later would lack them.
   */
  retryUnpublished(): void;
}

/** The lag of all consumers is measured at once. */
const HEAD_MAX_AGE_MS = 1_000;

/** `single`: the services' logs are the topics. One subscription per log serves all its consumers. */
export function makeInProcessTransport(options: InProcessTransportOptions): InProcessTransport {
  const { sources, databases, logger, metrics, throttle = noThrottle, retryPollMs = RETRY_POLL_INTERVAL_MS } = options;
  const subscriptions = new Map<Topic, LogSubscription>();
  const publishers = new Map<Topic, Publisher>();
  const gates = new Map<Topic, TopicGate>();
  for (const topic of topics) {
    const source = sources[topic];
    if (!source) continue;
    const onBlocked = (service: string, keys: number): void => metrics?.unpublished(service, keys);
    const publisher = makePublisher({ source, logger, onBlocked });
    publishers.set(topic, publisher);
    gates.set(topic, makeTopicGate());
    subscriptions.set(topic, subscribeToLog(source, logger, throttle, publisher));
  }
  const stopping = new AbortController();
  let retrying: Promise<void> | undefined;
  const loops = new Map<string, ConsumerLoop>();
  const heads = new Map<Topic, { readonly head: number; readonly at: number }>();
  let stopped: Promise<void> | undefined;

  function databaseOf(consumer: Consumer): ConsumerDatabase {
    const database = databases[serviceOf(consumer.name)];
    if (!database) throw new Error(`No schema for the consumer ${consumer.name}.`);
    return database;
  }

  const wakeService = (service: string) => {
    for (const loop of loops.values()) if (serviceOf(loop.consumer.name) === service) loop.wake();
  };

  async function retryTopic(topic: Topic): Promise<void> {
    const release = async (events: readonly PublicEvent[]): Promise<void> => {
      for (const loop of loops.values()) if (loop.consumer.topics.includes(topic)) await loop.release(topic, events);
    };
    const exclusively = (work: () => Promise<void>): Promise<void> =>
      gates.get(topic)!.alone(async () => {
        try {
          await work();
        } finally {
          subscriptions.get(topic)!.forget();
        }
      });
    await publishers.get(topic)!.retryDue(release, { exclusively });
  }

  async function retry(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const topic of publishers.keys())
        await retryTopic(topic).catch((error: unknown) =>
          logger.warn('blocked keys could not be published; retrying', { service: sources[topic]!.log.service, error }),
        );
      await pause(retryPollMs, stopping.signal);
    }
  }

  async function headOf(topic: Topic): Promise<number> {
    const before = heads.get(topic);
    if (before && performance.now() - before.at < HEAD_MAX_AGE_MS) return before.head;
    const head = await sources[topic]!.log.head();
    heads.set(topic, { head, at: performance.now() });
    return head;
  }

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
        await startConsumerLoop(consumer, {
          database,
          subscriptions,
          gates,
          throttle,
          logger,
          metrics,
          woken,
          retryPollMs,
        }),
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
        const behind = (await headOf(topic)) - position;
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

    retryUnpublished: () => void (retrying ??= retry()),

    stop() {
      stopped ??= (async () => {
        stopping.abort();
        await retrying;
        await Promise.all([...loops.values()].map((loop) => loop.stop()));
        await Promise.all([...subscriptions.values()].map((subscription) => subscription.stop()));
      })();
      return stopped;
    },
  };
}
