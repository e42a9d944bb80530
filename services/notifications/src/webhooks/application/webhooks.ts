import type { EventType } from '@otklik/contracts/generated/graphql';
import type { WebhookDeliveryState, WebhookPause } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** A server of another program that is told of facts of its district. Times are ISO 8601 UTC. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  /** Empty: every type. */
  readonly types: readonly EventType[];
  readonly description: string;
  /** `WebhookSecrets`, sealed for this webhook. */
  readonly sealed: string;
  readonly secretSetAt: string;
}

/** As administrators see it. */
export interface WebhookStanding extends Webhook {
  readonly addedAt: string;
  readonly formerUntil: string | null;
  readonly pausedBecause: WebhookPause | null;
  readonly pausedAt: string | null;
  readonly failingSince: string | null;
  readonly lastFailure: string | null;
  readonly sentAt: string | null;
  readonly waiting: number;
  readonly failed: number;
  readonly keptSince: string | null;
}

export type WebhookAct = 'ADDED' | 'CHANGED' | 'SECRET_RENEWED' | 'PAUSED' | 'RESUMED' | 'REMOVED' | 'REPLAYED';

/** What an administrator did; kept for ever, without a secret. */
export interface WebhookRecord {
  readonly command: string;
  readonly fingerprint: string;
  readonly webhook: string;
  readonly act: WebhookAct;
  readonly at: string;
  /** The official's id. */
  readonly by: string;
  readonly url: string;
  /** How many facts are sent again. */
  readonly replayed?: number;
}

export interface ListedDelivery {
  readonly id: string;
  readonly type: EventType;
  readonly appeal: string;
  readonly at: string;
  readonly state: WebhookDeliveryState;
  readonly attempts: number;
  readonly outcome: string | null;
  readonly triedAt: string | null;
  readonly nextAt: string | null;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The webhooks of a district. */
export abstract class Webhooks {
  /** Serialises the changes of the district's webhooks until the transaction ends. */
  abstract lock(tx: Transaction, district: number): Promise<void>;
  abstract recordOf(tx: Transaction, district: number, command: string): Promise<WebhookRecord | undefined>;
  abstract record(tx: Transaction, district: number, record: WebhookRecord): Promise<void>;
  /** Of those that are not removed. */
  abstract count(tx: Transaction, district: number): Promise<number>;
  abstract find(tx: Transaction, district: number, id: string): Promise<Webhook | undefined>;
  abstract add(tx: Transaction, district: number, webhook: Webhook): Promise<void>;
  /** The next version. `formerUntil`: until when the former secret holds. */
  abstract change(tx: Transaction, district: number, webhook: Webhook, formerUntil: string | null): Promise<void>;
  abstract pause(tx: Transaction, district: number, id: string, because: WebhookPause): Promise<void>;
  /** What waits is due at once, and nothing of the past failures counts. */
  abstract resume(tx: Transaction, district: number, id: string): Promise<void>;
  /** With what waits, and its secret. */
  abstract remove(tx: Transaction, district: number, id: string): Promise<void>;
  /** Answers how many facts are sent again. */
  abstract replay(tx: Transaction, district: number, id: string, period: Period): Promise<number>;
  /** Without those that are removed, the oldest first. */
  abstract all(district: number): Promise<readonly WebhookStanding[]>;
  /** Also one that is removed. */
  abstract one(district: number, id: string): Promise<WebhookStanding | undefined>;
  abstract deliveries(
    district: number,
    id: string,
    state?: WebhookDeliveryState,
  ): Promise<readonly ListedDelivery[] | undefined>;
}
