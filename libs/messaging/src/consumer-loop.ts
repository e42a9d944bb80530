import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Throttle } from '@otklik/kernel';
import { makeConsumerWork, type ConsumerWorkOptions } from './consumer-work.js';
import { pause, type LogSubscription } from './log-subscription.js';
import type { Consumer } from './messaging.js';
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

/** Loop of one consumer: a batch of each topic in turn, then the blocked keys that are due. */
export async function startConsumerLoop(consumer: Consumer, options: ConsumerLoopOptions): Promise<ConsumerLoop> {
  const { subscriptions, gates, throttle, logger } = options;
  const work = makeConsumerWork(consumer, options);
  const stopping = new AbortController();
  const positions = new Map<Topic, number>();
  const checkpointed = new Map<Topic, number>();
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

  async function advance(topic: Topic): Promise<boolean> {
    const after = positions.get(topic) ?? 0;
    const { events, position } = await subscriptions.get(topic)!.read(after, work.limit);
    if (position === after) return false;
    if (work.needsDelivery(events, position - (checkpointed.get(topic) ?? 0))) {
      const begun = performance.now();
      await work.deliver({ topic, partition: 0, events, position });
      checkpointed.set(topic, position);
      positions.set(topic, position);
      await throttle(performance.now() - begun, stopping.signal);
    }
    positions.set(topic, position);
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
        for (const topic of consumer.topics) {
          if (!stopping.signal.aborted && (await gates.get(topic)!.pass(() => advance(topic)))) progressed = true;
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
