import { topics, type Topic } from '@otklik/contracts/envelope';
import { noThrottle, type Throttle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { startConsumerLoop, type ConsumerLoop } from './consumer-loop.js';
import type { TransportMetrics } from './consumer-work.js';
import { makeFeed, type Feed, type Source } from './feed.js';
import { serviceOf, type ServiceGround } from './ground.js';
import type { Backlog, Consumer, EventTransport } from './messaging.js';

export interface InProcessTransportParts {
  /** By topic: the owner's log and what it publishes of it. */
  readonly sources: Readonly<Partial<Record<Topic, Source>>>;
  /** By name of the consuming service (`routing` of `routing.intake`): whose schema holds its inbox and checkpoints. */
  readonly grounds: Readonly<Record<string, ServiceGround>>;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics;
  /** After each stretch that had an effect. */
  readonly throttle?: Throttle;
}

/** The in-process form's own surface, beside the port. */
export interface InProcessTransport extends EventTransport {
  consumers(): readonly string[];
  backlog(): Promise<Backlog>;
}

/** `single`: the services' logs themselves are the topics. One tailer per log feeds all its consumers' loops. */
export function makeInProcessTransport(parts: InProcessTransportParts): InProcessTransport {
  const { sources, grounds, logger, metrics, throttle = noThrottle } = parts;
  const feeds = new Map<Topic, Feed>();
  for (const topic of topics) {
    const source = sources[topic];
    if (source) feeds.set(topic, makeFeed(source, logger, throttle));
  }
  const loops = new Map<string, ConsumerLoop>();
  let stopped: Promise<void> | undefined;

  function groundOf(consumer: Consumer): ServiceGround {
    const ground = grounds[serviceOf(consumer.name)];
    if (!ground) throw new Error(`No schema for the consumer ${consumer.name}.`);
    return ground;
  }

  const wakeService = (service: string) => {
    for (const loop of loops.values()) if (serviceOf(loop.consumer.name) === service) loop.wake();
  };

  return {
    async follow(consumer) {
      if (stopped) throw new Error('The transport is stopped.');
      if (loops.has(consumer.name)) throw new Error(`The consumer ${consumer.name} is running already.`);
      const ground = groundOf(consumer);
      for (const topic of consumer.topics) {
        const feed = feeds.get(topic);
        if (!feed) throw new Error(`No source for the topic ${topic} of the consumer ${consumer.name}.`);
        await feed.start();
      }
      const woken = () => wakeService(serviceOf(consumer.name));
      loops.set(consumer.name, await startConsumerLoop(consumer, { ground, feeds, throttle, logger, metrics, woken }));
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
      for (const topic of feeds.keys()) marks.set(topic, await sources[topic]!.log.newest());
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
        await Promise.all([...feeds.values()].map((feed) => feed.stop()));
      })();
      return stopped;
    },
  };
}
