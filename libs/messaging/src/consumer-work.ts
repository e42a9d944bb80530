import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import { makeDelivery, type Delivery, type Stretch } from './delivery.js';
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

export interface WorkParts {
  readonly ground: ServiceGround;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics | undefined;
  /** Keys of the service were woken: tells its other consumers. */
  readonly woken: () => void;
}

/** What a consumer's loop does with facts and held keys, wherever the facts come from. */
export interface ConsumerWork {
  readonly delivery: Delivery;
  /** Stored events, or records, of one stretch. */
  readonly limit: number;
  /**
   * False for a stretch that need not be delivered: nobody here hears its events, and its position need not be remembered
   * yet. `passed`: positions since the last that was remembered.
   */
  concerns(events: readonly PublicEvent[], passed: number): boolean;
  deliver(stretch: Stretch): Promise<void>;
  /** Tries the keys that are due, if it is time to look. */
  lookAtHeld(stopped: () => boolean): Promise<void>;
  /** ms until the next look. */
  untilLook(): number;
  lookNow(): void;
  /** Counts and tells a failure in a row; answers how long to pause, in ms. */
  failed(error: unknown): number;
  succeeded(): void;
}

const SINGLES = 100;
const BATCH = 1000;
/** Waiting keys are looked at so often without being asked: an operator's retry comes from another process. */
const LOOK_EVERY_MS = 2000;
/** Positions passed by without an effect are remembered when so many have come together, and at the stop. */
const REMEMBER_EVERY = 500;
/** About a minute. */
const SUSPICIOUS_FAILURES = 12;

export function makeConsumerWork(consumer: Consumer, parts: WorkParts): ConsumerWork {
  const { ground, logger, metrics } = parts;
  const delivery = makeDelivery(consumer, ground, logger);
  const retryDue = makeHeldRetry(consumer, ground, logger);
  const types = new Set(consumer.understands.map((name) => name.slice(0, name.lastIndexOf('@'))));
  let lookAt = 0;
  let failures = 0;

  return {
    delivery,
    limit: isBatch(consumer) ? BATCH : SINGLES,
    concerns: (events, passed) => passed >= REMEMBER_EVERY || events.some((event) => types.has(event.type)),

    async deliver(stretch) {
      const begun = performance.now();
      const { handled, held, parked, woken } = await delivery.deliver(stretch);
      metrics?.handled(consumer.name, handled, performance.now() - begun);
      if (held > 0) {
        lookAt = 0;
        metrics?.held(consumer.name, held);
      }
      if (parked > 0) metrics?.parked(consumer.name, parked);
      if (woken > 0) parts.woken();
    },

    async lookAtHeld(stopped) {
      if (performance.now() < lookAt) return;
      lookAt = performance.now() + LOOK_EVERY_MS;
      const { parked, nextIn } = await retryDue(stopped);
      if (parked > 0) metrics?.parked(consumer.name, parked);
      if (nextIn !== undefined) lookAt = Math.min(lookAt, performance.now() + nextIn);
    },
    untilLook: () => Math.max(1, lookAt - performance.now()),
    lookNow: () => void (lookAt = 0),

    failed(error) {
      failures += 1;
      if (failures % SUSPICIOUS_FAILURES === 0) delivery.suspect();
      lookAt = 0;
      logger.warn('the consumer will try again', { consumer: consumer.name, count: failures, error });
      return retryPause(failures, 'DEFECT');
    },
    succeeded: () => void (failures = 0),
  };
}
