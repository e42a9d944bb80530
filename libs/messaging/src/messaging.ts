import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';

/** Private → public, pure and versioned; undefined = nobody else's business. */
export type Publish = (event: RecordedEvent) => PublicEvent | undefined;

/**
 * What a consumer does with one event, inside the transaction that also holds its inbox row and checkpoint.
 * Throws `FactMissing` to wait for a fact of another topic; any other error is a defect: the key is parked after
 * `attempts` tries. An event may come twice, late, or be of a type or version the consumer does not know.
 */
export type EventHandler = (event: PublicEvent, tx: Transaction) => Promise<void>;

/** Many events of one district set at once; for projections, which fold before they write, and for `together`. */
export type BatchHandler = (events: readonly PublicEvent[], tx: Transaction) => Promise<void>;

export interface Consumer {
  /** Unique in the platform: `routing.intake`. Names its inbox, checkpoints and parked keys. */
  readonly name: string;
  readonly topics: readonly Topic[];
  /** `<type>@<schema>` that it understands. An unknown version of a known type is parked; other types are passed by. */
  readonly understands: readonly string[];
  readonly handle: EventHandler | { readonly batch: BatchHandler };
  /**
   * Beside an event handler, by type: events that are only stored, so that one statement can take many. It gets those of
   * one type and one district that follow each other, in their order, instead of `handle`. When it throws, each of them
   * is tried by itself.
   */
  readonly together?: Readonly<Record<string, BatchHandler>>;
}

/** The key waits until its missing fact arrives; then it goes on by itself. */
export class FactMissing extends Error {
  override readonly name = 'FactMissing';

  constructor(
    /** What is waited for, without personal data: `Appeal 0192… registered`. */
    readonly fact: string,
  ) {
    super(fact);
  }
}

export interface ParkedKey {
  readonly consumer: string;
  readonly district: number;
  readonly appeal: string;
  readonly state: 'WAITING' | 'PARKED';
  /** Error's name and code, never its data. */
  readonly reason: string;
  readonly attempts: number;
  readonly events: number;
  readonly since: string;
}

/**
 * Asked again and again: how much of what was recorded when it was made somebody who hears it has not taken in yet. What
 * is recorded later does not count, so that 0 is reached beside any traffic.
 */
export type Backlog = () => Promise<number>;

/**
 * Carries the facts. At least once; in order per key within a topic; no order between topics. A key that is parked or
 * waiting holds back its own later events and nobody else's.
 * `single`: the services' logs themselves, in process. `cluster`: Kafka. One contract suite for both.
 */
export abstract class EventTransport {
  /** Starts the consumer; resolves when it is running. Checkpoints are the consumer's own, in its service's schema. */
  abstract follow(consumer: Consumer): Promise<void>;
  /** How far behind the consumer is: unconsumed events and the age of the oldest, in seconds. */
  abstract lag(consumer: string): Promise<{ events: number; seconds: number }>;
  /** Stops taking, finishes what is in hand. */
  abstract stop(): Promise<void>;
}
