import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';

/** Maps a recorded event to its public form; pure. Undefined: the event is private to its service. */
export type Publish = (event: RecordedEvent) => PublicEvent | undefined;

/**
 * Effect of one event, in the transaction that also holds its inbox row and checkpoint. Throws `PrerequisiteMissing` to
 * wait for an event of another topic; any other error is a defect, which dead-letters the key after `MAX_ATTEMPTS`.
 * Delivery is at least once, and late: the inbox deduplicates.
 */
export type EventHandler = (event: PublicEvent, tx: Transaction, knownOf?: KnownOf) => Promise<void>;

/** Effect of several events at once: for projections, which fold before they write, and for `batchHandlers`. */
export type BatchHandler = (events: readonly PublicEvent[], tx: Transaction, knownOf?: KnownOf) => Promise<void>;

/** To a concern of a reactor: what this knows of the case, with the event. */
export type KnownOf = (event: Pick<PublicEvent, 'id'>) => unknown;

export interface BatchHandling {
  /** Answers how many events wait for concerns of the consumer, if any. `scope`: the transaction's districts. */
  readonly batch: (events: readonly PublicEvent[], tx: Transaction, scope: readonly number[]) => Promise<number | void>;
  /** Under the service's role, in the districts of the batch; absent: under the worker's, which sees all districts. */
  readonly as?: 'SERVICE';
}

export interface Consumer {
  /** Unique in the platform: `routing.intake`. Identifies its inbox rows, checkpoints and blocked keys. */
  readonly name: string;
  readonly topics: readonly Topic[];
  /** `<type>@<schema>`. An unknown version of a known type is dead-lettered; other types are skipped. */
  readonly subscribesTo: readonly string[];
  /**
   * Types that are not subscribed to are delivered as well, without these: for a consumer that stores events which a later
   * build will know.
   */
  readonly everythingBut?: readonly string[];
  readonly handle: EventHandler | BatchHandling;
  /**
   * By event type, instead of `handle`: events of one district whose handler is the same one, in order per key, so that one
   * statement can store many. When it throws, they are delivered one at a time.
   */
  readonly batchHandlers?: Readonly<Record<string, BatchHandler>>;
  /**
   * Maximum events of one transaction, of all its topics and partitions; when absent, a hundred, or a thousand where all are
   * handled in a batch. What a publisher releases of a blocked key comes by itself, two hundred at most.
   */
  readonly atOnce?: number;
  /**
   * Parts of it that block keys under names of their own, and are retried with its own. They have no checkpoint; that of a
   * former consumer of the name goes along.
   */
  readonly concerns?: readonly Consumer[];
  /**
   * Of a concern: what it consumes that a release wrote already, and no concern or consumer of this name consumed, by type or all
   * alike. A reactor that has taken the place of several consumers reads its topics from the beginning; then `NOW` leaves out
   * what was recorded before, and `PAST` takes effect for it, too. A reactor that goes on at its checkpoint receives neither.
   */
  readonly begins?: Begin | Readonly<Record<string, Begin>>;
  /** Of a concern: its handlers ask what is known of the case, so its reactor must keep that. */
  readonly isToldCase?: boolean;
  /**
   * Events of all topics come in one batch, as they were recorded, and commit together; those of one topic keep their order.
   * Else each topic has batches of its own, in turn.
   */
  readonly together?: boolean;
}

export type Begin = 'NOW' | 'PAST';

/** Undefined: a release consumed it. */
export function beginOf({ begins }: Pick<Consumer, 'begins'>, type: string): Begin | undefined {
  return typeof begins === 'object' ? begins[type] : begins;
}

/** The key waits for an event of another topic and resumes when one of its appeal arrives. */
export class PrerequisiteMissing extends Error {
  override readonly name = 'PrerequisiteMissing';

  constructor(
    /** No personal data: `Appeal 0192… registered`. */
    readonly prerequisite: string,
  ) {
    super(prerequisite);
  }
}

export interface BlockedKey {
  readonly consumer: string;
  readonly district: number;
  readonly appeal: string;
  readonly state: 'WAITING' | 'DEAD_LETTERED';
  /** Name and code of the error, never its message. */
  readonly reason: string;
  readonly attempts: number;
  readonly events: number;
  readonly since: string;
}

/**
 * Counts the events recorded before its creation that some consumer has not processed yet. Later events do not count, so
 * it reaches 0 under any load.
 */
export type Backlog = () => Promise<number>;

/**
 * Delivers events at least once, in order per key within a topic, in no order between topics. A blocked key delays its own
 * later events only. `single`: reads the services' logs in process. `cluster`: Kafka. One contract suite runs on both.
 */
export abstract class EventTransport {
  /** Starts the consumer and resolves when it is running. Checkpoints are kept in the consuming service's schema. */
  abstract follow(consumer: Consumer): Promise<void>;
  /** Unconsumed events and the age of the oldest of them, in seconds. */
  abstract lag(consumer: string): Promise<{ events: number; seconds: number }>;
  /** Finishes the current batches and stops. */
  abstract stop(): Promise<void>;
}
