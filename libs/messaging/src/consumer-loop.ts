import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Throttle } from '@otklik/kernel';
import { makeConsumerWork, type ConsumerWorkOptions } from './consumer-work.js';
import { pause, type LogPage, type LogSubscription } from './log-subscription.js';
import type { Consumer } from './messaging.js';
import { inOrderOfArrival, type Arrived } from './order-of-arrival.js';
import type { TopicGate } from './publishing/topic-gate.js';

export interface ConsumerLoop {
  readonly consumer: Consumer;
  /** Last position of the topic processed by this process. */
  position(topic: Topic): number;
  /** Delivers those of the topic's released events that the position has passed. Only while the topic's gate is closed. */
  release(topic: Topic, events: readonly PublicEvent[]): Promise<void>;
  /** A waiting key of this consumer may have become due. */
  wake(): void;
  stop(): Promise<void>;
}

export interface ConsumerLoopOptions extends ConsumerWorkOptions {
  readonly subscriptions: ReadonlyMap<Topic, LogSubscription>;
  readonly gates: ReadonlyMap<Topic, TopicGate>;
  readonly throttle: Throttle;
}

/** A batch of several topics waits so long for more, where it is larger and no topic has more than its page. */
const COMPANY = { ms: 50, beyond: 200 };

/** Loop of one consumer: a batch of each topic in turn, or of all, then the blocked keys that are due. */
export async function startConsumerLoop(consumer: Consumer, options: ConsumerLoopOptions): Promise<ConsumerLoop> {
  const { subscriptions, gates, throttle, logger } = options;
  const work = makeConsumerWork(consumer, options);
  const stopping = new AbortController();
  const positions = new Map<Topic, number>();
  const checkpointed = new Map<Topic, number>();
  const turns = consumer.together ? [consumer.topics] : consumer.topics.map((topic) => [topic]);
  let call: (() => void) | undefined;

  for (const topic of consumer.topics) {
    const position = await work.delivery.position(topic);
    positions.set(topic, position);
    checkpointed.set(topic, position);
  }

  const wake = () => {
    work.retryNow();
    call?.();
  };

  /** Passes the gates of all topics that are read at once. */
  function passed<Result>(topics: readonly Topic[], read: () => Promise<Result>): Promise<Result> {
    const [topic, ...others] = topics;
    return topic === undefined ? read() : gates.get(topic)!.pass(() => passed(others, read));
  }

  async function arrived(topics: readonly Topic[]): Promise<Arrived & { readonly isFull: boolean }> {
    const limit = topics.length > 1 ? work.limit / 2 : work.limit;
    const pages = new Map<Topic, LogPage>();
    for (const topic of topics)
      pages.set(topic, await subscriptions.get(topic)!.read(positions.get(topic) ?? 0, limit));
    const taken = inOrderOfArrival(pages, work.limit);
    const isFull = taken.events.length === work.limit || [...pages.values()].some(({ more }) => more);
    return { ...taken, isFull };
  }

  /** Under load the events of one appeal come shortly one after the other: what waits for them writes its rows once. */
  async function withCompany(topics: readonly Topic[]): Promise<Arrived> {
    const first = await arrived(topics);
    const waits = topics.length > 1 && !first.isFull && first.events.length > COMPANY.beyond;
    if (!waits) return first;
    await pause(COMPANY.ms, stopping.signal);
    return arrived(topics);
  }

  async function advance(topics: readonly Topic[]): Promise<boolean> {
    const { events, positions: reached } = await withCompany(topics);
    const [first, ...along] = [...reached]
      .filter(([topic, position]) => position !== positions.get(topic))
      .map(([topic, position]) => ({ topic, partition: 0, position }));
    if (!first) return false;
    const moved = [first, ...along];
    const unwritten = moved.reduce((sum, { topic, position }) => sum + position - (checkpointed.get(topic) ?? 0), 0);
    if (work.needsDelivery(events, unwritten)) {
      const begun = performance.now();
      await work.deliver({ ...first, along, events });
      for (const { topic, position } of moved) checkpointed.set(topic, position);
      await throttle(performance.now() - begun, stopping.signal);
    }
    for (const { topic, position } of moved) positions.set(topic, position);
    return true;
  }

  async function idle(): Promise<void> {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, stopping.signal]);
    const news = consumer.topics.map((topic) => subscriptions.get(topic)!.wait(positions.get(topic) ?? 0, signal));
    const called = new Promise<void>((resolve) => void (call = resolve));
    await Promise.race([...news, called, pause(work.msUntilRetry(), signal)]);
    call = undefined;
    done.abort();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        let progressed = false;
        for (const topics of turns) {
          if (!stopping.signal.aborted && (await passed(topics, () => advance(topics)))) progressed = true;
        }
        await work.retryBlockedKeys(() => stopping.signal.aborted);
        work.succeeded();
        if (!progressed) await idle();
      } catch (error) {
        await pause(work.failed(error), stopping.signal);
      }
    }
  }

  async function writeCheckpoints(): Promise<void> {
    for (const [topic, position] of positions) {
      if (position === checkpointed.get(topic)) continue;
      await work.delivery.deliver({ topic, partition: 0, events: [], position });
    }
  }

  const running = run();
  return {
    consumer,
    position: (topic) => positions.get(topic) ?? 0,
    async release(topic, events) {
      const position = positions.get(topic) ?? 0;
      const passed = events.filter((event) => event.position <= position);
      if (passed.length === 0) return;
      await work.deliver({ topic, partition: 0, events: passed, position });
      checkpointed.set(topic, position);
    },
    wake,
    async stop() {
      stopping.abort();
      await running;
      await writeCheckpoints().catch((error: unknown) =>
        logger.warn('last checkpoints not written; their events are skipped again after the restart', {
          consumer: consumer.name,
          error,
        }),
      );
    },
  };
}
