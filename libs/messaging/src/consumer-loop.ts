import type { Topic } from '@otklik/contracts/envelope';
import type { Throttle } from '@otklik/kernel';
import { makeConsumerWork, type WorkParts } from './consumer-work.js';
import { pause, type Feed } from './feed.js';
import type { Consumer } from './messaging.js';

export interface ConsumerLoop {
  readonly consumer: Consumer;
  /** How far the topic was taken, in this process. */
  position(topic: Topic): number;
  /** A waiting key of this consumer may be due now. */
  wake(): void;
  stop(): Promise<void>;
}

export interface LoopParts extends WorkParts {
  readonly feeds: ReadonlyMap<Topic, Feed>;
  readonly throttle: Throttle;
}

/** One consumer's own loop over its topics: a stretch of each in turn, then the keys that are due. */
export async function startConsumerLoop(consumer: Consumer, parts: LoopParts): Promise<ConsumerLoop> {
  const { feeds, throttle, logger } = parts;
  const work = makeConsumerWork(consumer, parts);
  const stopping = new AbortController();
  const positions = new Map<Topic, number>();
  const remembered = new Map<Topic, number>();
  let call: (() => void) | undefined;

  for (const topic of consumer.topics) {
    const position = await work.delivery.position(topic);
    positions.set(topic, position);
    remembered.set(topic, position);
  }

  const wake = () => {
    work.lookNow();
    call?.();
  };

  async function advance(topic: Topic): Promise<boolean> {
    const after = positions.get(topic) ?? 0;
    const { events, upTo } = await feeds.get(topic)!.take(after, work.limit);
    if (upTo === after) return false;
    if (work.concerns(events, upTo - (remembered.get(topic) ?? 0))) {
      const begun = performance.now();
      await work.deliver({ topic, partition: 0, events, upTo });
      remembered.set(topic, upTo);
      positions.set(topic, upTo);
      await throttle(performance.now() - begun, stopping.signal);
    }
    positions.set(topic, upTo);
    return true;
  }

  async function idle(): Promise<void> {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, stopping.signal]);
    const news = consumer.topics.map((topic) => feeds.get(topic)!.wait(positions.get(topic) ?? 0, signal));
    const called = new Promise<void>((resolve) => void (call = resolve));
    await Promise.race([...news, called, pause(work.untilLook(), signal)]);
    call = undefined;
    done.abort();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        let progressed = false;
        for (const topic of consumer.topics) {
          if (!stopping.signal.aborted && (await advance(topic))) progressed = true;
        }
        await work.lookAtHeld(() => stopping.signal.aborted);
        work.succeeded();
        if (!progressed) await idle();
      } catch (error) {
        await pause(work.failed(error), stopping.signal);
      }
    }
  }

  async function remember(): Promise<void> {
    for (const [topic, upTo] of positions) {
      if (upTo === remembered.get(topic)) continue;
      await work.delivery.deliver({ topic, partition: 0, events: [], upTo });
    }
  }

  const running = run();
  return {
    consumer,
    position: (topic) => positions.get(topic) ?? 0,
    wake,
    async stop() {
      stopping.abort();
      await running;
      await remember().catch((error: unknown) =>
        logger.warn('the last positions are not remembered; their events will be passed by again', {
          consumer: consumer.name,
          error,
        }),
      );
    },
  };
}
