import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import type { WebhookMessage } from '../domain/webhook-message.js';

export interface DueDelivery {
  readonly district: number;
  readonly webhook: string;
  /** The fact's id. */
  readonly fact: string;
}

/** An attempt that is ours to make. */
export interface ClaimedDelivery extends DueDelivery {
  readonly url: string;
  readonly sealed: string;
  readonly body: string;
  /** With this one. */
  readonly attempts: number;
  /** Failures of the webhook in a row before it. */
  readonly failures: number;
  /** Of the fact. */
  readonly traceparent: string | null;
}

/** How an attempt failed: the status of HTTP, or the name of what went wrong. */
export interface FailedAttempt {
  readonly outcome: string;
  /** Before the delivery's next attempt; undefined: that was the last one. */
  readonly waitMs?: number | undefined;
  /** Before the webhook is tried at all. */
  readonly restMs: number;
}

/** Facts on their way to webhooks. */
export abstract class WebhookQueue {
  /** Whether the district had a webhook when the fact was recorded. */
  abstract isHeard(tx: Transaction, fact: PublicEvent): Promise<boolean>;
  /** The registration number of the fact's appeal, once it is known here. */
  abstract numberOf(tx: Transaction, fact: PublicEvent): Promise<string | undefined>;
  /**
   * Kept once, for each webhook of its district that was there when it was recorded and wants its type. The message is sent
   * byte for byte the same at each attempt.
   */
  abstract add(tx: Transaction, fact: PublicEvent, message: WebhookMessage): Promise<void>;
  /**
   * The oldest that are due, a few of each webhook, one of a webhook that fails; of an appeal the first alone, until it has
   * failed several times.
   */
  abstract due(limit: number): Promise<readonly DueDelivery[]>;
  /** Undefined: another process has it, or it is not due any more. */
  abstract claim(due: DueDelivery, leaseMs: number): Promise<ClaimedDelivery | undefined>;
  abstract sent(delivery: DueDelivery, outcome: string): Promise<void>;
  /** Answers whether the webhook is paused as dead: it took nothing for days. */
  abstract failed(delivery: DueDelivery, attempt: FailedAttempt): Promise<boolean>;
  /** The receiver says that there is no such address any more: paused, the delivery waits. */
  abstract gone(delivery: DueDelivery): Promise<void>;
  /** What is older than it is kept. Answers how many facts went. */
  abstract sweep(district: number): Promise<number>;
}
