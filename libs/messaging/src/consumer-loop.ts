import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import { makeDelivery } from './delivery.js';
import { pause, type Feed } from './feed.js';
import { isBatch, type ServiceGround } from './ground.js';
import { makeHeldRetry } from './held-retry.js';
import type { Consumer } from './messaging.js';
import { retryPause } from './retry-pace.js';

/** What may be measured of the loops. */
export interface TransportMetrics {
  /** Events that had their effect in one transaction, and how long it took. */
  handled(consumer: string, events: number, ms: number): void;
  /** Events that went behind a waiting or parked key. */
  held(consumer: string, events: number): void;
  /** Keys given up: they need an operator. */
  parked(consumer: string, keys: number): void;
}

export interface ConsumerLoop {
  readonly consumer: Consumer;
  /** How far the topic was taken, in this process. */
  position(topic: Topic): number;
  /** A waiting key of this consumer may be due now. */
  wake(): void;
  stop(): Promise<void>;
}

export interface LoopParts {
  readonly ground: ServiceGround;
  readonly feeds: ReadonlyMap<Topic, Feed>;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics | undefined;
  /** Keys of the service were woken: tells its other consumers. */
  readonly woken: () => void;
}

const SINGLES = 100;
const BATCH = 1000;
/** Waiting keys are looked at so often without being asked: an operator's retry comes from another process. */
const LOOK_EVERY_MS = 2000;
/** Positions passed by without an effect are remembered when so many have come together, and at the stop. */
const REMEMBER_EVERY = 500;
/** About a minute. */
const SUSPICIOUS_FAILURES = 12;

/** One consumer's own loop over its topics: a stretch of each in turn, then the keys that are due. */
export async function startConsumerLoop(consumer: Consumer, parts: LoopParts): Promise<ConsumerLoop> {
  const { ground, feeds, logger, metrics } = parts;
  const delivery = makeDelivery(consumer, ground, logger);
  const retryDue = makeHeldRetry(consumer, ground, logger);
  const limit = isBatch(consumer) ? BATCH : SINGLES;
  const types = new Set(consumer.understands.map((name) => name.slice(0, name.lastIndexOf('@'))));
  const stopping = new AbortController();
  const positions = new Map<Topic, number>();
  const remembered = new Map<Topic, number>();
  let lookAt = 0;
  let call: (() => void) | undefined;

  await delivery.start();
  for (const topic of consumer.topics) {
    const position = await delivery.position(topic, 0);
    positions.set(topic, position);
    remembered.set(topic, position);
  }

  const wake = () => {
    lookAt = 0;
    call?.();
  };

  async function advance(topic: Topic): Promise<boolean> {
    const after = positions.get(topic) ?? 0;
    const { events, upTo } = await feeds.get(topic)!.take(after, limit);
    if (upTo === after) return false;
    const passed = upTo - (remembered.get(topic) ?? 0);
    if (passed >= REMEMBER_EVERY || events.some((event) => types.has(event.type))) await deliver(topic, events, upTo);
    positions.set(topic, upTo);
    return true;
  }

  async function deliver(topic: Topic, events: readonly PublicEvent[], upTo: number): Promise<void> {
    const begun = performance.now();
    const { handled, held, woken } = await delivery.deliver({ topic, partition: 0, events, upTo });
    remembered.set(topic, upTo);
    metrics?.handled(consumer.name, handled, performance.now() - begun);
    if (held > 0) {
      lookAt = 0;
      metrics?.held(consumer.name, held);
    }
    if (woken > 0) parts.woken();
  }

  async function lookAtHeld(): Promise<void> {
    if (Date.now() < lookAt) return;
    lookAt = Date.now() + LOOK_EVERY_MS;
    const { parked, nextIn } = await retryDue(() => stopping.signal.aborted);
    if (parked > 0) metrics?.parked(consumer.name, parked);
    if (nextIn !== undefined) lookAt = Math.min(lookAt, Date.now() + nextIn);
  }

  async function idle(): Promise<void> {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, stopping.signal]);
    const news = consumer.topics.map((topic) => feeds.get(topic)!.wait(positions.get(topic) ?? 0, signal));
    const called = new Promise<void>((resolve) => void (call = resolve));
    await Promise.race([...news, called, pause(Math.max(1, lookAt - Date.now()), signal)]);
    call = undefined;
    done.abort();
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        let progressed = false;
        for (const topic of consumer.topics) {
          if (!stopping.signal.aborted && (await advance(topic))) progressed = true;
        }
        await lookAtHeld();
        failures = 0;
        if (!progressed) await idle();
      } catch (error) {
        failures += 1;
        if (failures % SUSPICIOUS_FAILURES === 0) delivery.suspect();
        lookAt = 0;
        logger.warn('the consumer will try again', { consumer: consumer.name, count: failures, error });
        await pause(retryPause(failures, 'DEFECT'), stopping.signal);
      }
    }
  }

  async function remember(): Promise<void> {
    for (const [topic, upTo] of positions) {
      if (upTo === remembered.get(topic)) continue;
      await delivery.deliver({ topic, partition: 0, events: [], upTo });
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
