import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Batch } from './batch.js';
import { makeDelivery, type Delivery } from './delivery.js';
import { isBatch, serviceOf, type ConsumerDatabase } from './consumer-database.js';
import { BuildDefect } from './equal-defects.js';
import { makeBlockedKeyRetry } from './blocked-key-retry.js';
import type { Consumer } from './messaging.js';
import { retryDelayMs } from './retry-delay.js';
import { subscriptionOf } from './subscription.js';
import { consumersWithWaitingKeys } from './waiting-keys.js';

/** Measurements of the consumer loops. */
export interface TransportMetrics {
  /** Events that took effect in one transaction, and its duration. */
  handled(consumer: string, events: number, ms: number): void;
  /** Events queued behind a blocked key. */
  blocked(consumer: string, events: number): void;
  /** Keys that became dead letters: an operator must act. */
  deadLettered(consumer: string, keys: number): void;
  /** Keys of the service's log that cannot be published now. */
  unpublished(service: string, keys: number): void;
  /** Age of the oldest event of the service's log that is not on its topic. */
  publisherLag(service: string, seconds: number): void;
}

export interface ConsumerWorkOptions {
  readonly database: ConsumerDatabase;
  readonly logger: Logger;
  readonly metrics?: TransportMetrics | undefined;
  /** Called when waiting keys of the service became due: wakes its other consumers. */
  readonly woken: () => void;
  /** Between two looks for keys that an operator has released; 5 s when absent. */
  readonly retryPollMs?: number | undefined;
}

/** The part of a consumer's loop that does not depend on the transport. */
export interface ConsumerWork {
  readonly delivery: Delivery;
  /** Maximum events, or records, of one batch of all places. */
  readonly limit: number;
  /**
   * False when no event of the batch is subscribed to and its checkpoint need not be written yet. `passed`: positions since
   * the last checkpoint.
   */
  needsDelivery(events: readonly PublicEvent[], passed: number): boolean;
  deliver(stretch: Batch): Promise<void>;
  /** Retries due keys, when the poll interval has passed. */
  retryBlockedKeys(stopped: () => boolean): Promise<void>;
  msUntilRetry(): number;
  retryNow(): void;
  /** Counts and logs a failure in a row; returns the delay before the next attempt, in ms. */
  failed(error: unknown): number;
  succeeded(): void;
}

const MAX_SINGLE_EVENTS = 100;
const MAX_BATCH_EVENTS = 1000;
/** An operator's retry comes from another process, so waiting keys are polled. */
export const RETRY_POLL_INTERVAL_MS = 5_000;
/** Positions without a subscribed event are checkpointed after so many of them, and at the stop. */
const CHECKPOINT_INTERVAL_EVENTS = 500;
/** About a minute of failures. */
const MAX_FAILURES_IN_A_ROW = 12;

export function makeConsumerWork(consumer: Consumer, options: ConsumerWorkOptions): ConsumerWork {
  const { database, logger, metrics, retryPollMs = RETRY_POLL_INTERVAL_MS } = options;
  const delivery = makeDelivery(consumer, database, logger);
  const retryDue = makeBlockedKeyRetry(consumer, database, logger);
  const { hears } = subscriptionOf(consumer);
  let retryDueAt = 0;
  /** A waiting key is known, or may have become one: the consumer asks for its own. */
  let isExpected = true;
  let failures = 0;

  function retryNow(): void {
    retryDueAt = 0;
    isExpected = true;
  }

  async function isWaiting(): Promise<boolean> {
    const waiting = await consumersWithWaitingKeys(database.worker, serviceOf(consumer.name));
    return [consumer, ...(consumer.concerns ?? [])].some(({ name }) => waiting.has(name));
  }

  return {
    delivery,
    limit: consumer.atOnce ?? (isBatch(consumer) ? MAX_BATCH_EVENTS : MAX_SINGLE_EVENTS),
    needsDelivery: (events, passed) =>
      passed >= CHECKPOINT_INTERVAL_EVENTS || events.some((event) => hears(event.type)),

    async deliver(stretch) {
      const begun = performance.now();
      const { handled, blocked, deadLettered, woken } = await delivery.deliver(stretch);
      metrics?.handled(consumer.name, handled, performance.now() - begun);
      if (blocked > 0) {
        retryNow();
        metrics?.blocked(consumer.name, blocked);
      }
      if (deadLettered > 0) metrics?.deadLettered(consumer.name, deadLettered);
      if (woken > 0) options.woken();
    },

    async retryBlockedKeys(stopped) {
      if (performance.now() < retryDueAt) return;
      // All consumers of a service ask at the same moment, in one statement.
      retryDueAt = Math.ceil((performance.now() + 1) / retryPollMs) * retryPollMs;
      if (!isExpected && !(await isWaiting())) return;
      const { deadLettered, nextInMs } = await retryDue(stopped);
      isExpected = nextInMs !== undefined;
      if (deadLettered > 0) metrics?.deadLettered(consumer.name, deadLettered);
      if (nextInMs !== undefined) retryDueAt = Math.min(retryDueAt, performance.now() + nextInMs);
    },
    msUntilRetry: () => Math.max(1, retryDueAt - performance.now()),
    retryNow,

    failed(error) {
      failures += 1;
      const told = { consumer: consumer.name, count: failures, error };
      if (error instanceof BuildDefect) logger.error('consumer stopped: every key fails with the same error', told);
      else {
        if (failures % MAX_FAILURES_IN_A_ROW === 0) delivery.deliverIndividually();
        logger.warn('delivery failed; retrying', told);
      }
      retryNow();
      return retryDelayMs(failures, 'DEFECT');
    },
    succeeded: () => void (failures = 0),
  };
}
