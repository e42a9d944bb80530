import type { Envelope, EventActor } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';

/** An event as its service stores it, private and immutable; `data` is JSON with every personal field sealed. */
export interface RecordedEvent<Data = unknown> extends Envelope {
  /** Position in this service's log. Position order equals version order inside a stream; there may be holes. */
  readonly position: number;
  readonly data: Data;
  /**
   * Only from `EventLog.read`: the error that keeps the stored row from being read (its upcaster fails, or it was damaged).
   * Then the columns of the log are right, and `actor`, `correlationId` and `data` are what is left of the row.
   */
  readonly unreadable?: Error;
}

export interface NewEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly data: Data;
}

/**
 * Optimistic concurrency: the stream must be at version n (≥ 1), be absent, exist, or anything. `any` never conflicts, because
 * its version is computed under the lock of the head row.
 */
export type ExpectedVersion = number | 'none' | 'exists' | 'any';

/** Remembers the command for ≥ 30 days, so that a retry gets the first result. */
export interface Idempotency {
  /** Keyed hash of the command's input; the same command id with another fingerprint is `IdempotencyKeyReused`. */
  readonly fingerprint: string;
}

/** By the columns of the service's `InitialRows`. */
export type InitialRowValues = Readonly<Record<string, string | Buffer | null>>;

export interface AppendRequest {
  readonly district: number;
  readonly stream: string;
  /** The aggregate's name: `Appeal`, `Question`, … */
  readonly streamType: string;
  readonly expected: ExpectedVersion;
  /** At least one. */
  readonly events: readonly NewEvent[];
  readonly at: string;
  readonly actor: EventActor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Stores the command in the same commit. */
  readonly idempotency?: Idempotency;
  /** Rows to insert with a new stream (`expected: 'none'`); they must not exist yet. Not available inside a transaction. */
  readonly initialRows?: InitialRowValues;
}

export interface AppendResult {
  /** The stream's version after this command's events. */
  readonly version: number;
  /** True when the command was recorded before and nothing was written now. */
  readonly repeated: boolean;
}

/** A command that was remembered. */
export interface RememberedCommand {
  readonly fingerprint: string;
  readonly stream: string;
  /** The stream's version after the command; 0 when there was no stream. */
  readonly version: number;
}

/** A command without events, because its effect was already in place. */
export interface SilentCommand extends RememberedCommand {
  readonly district: number;
  readonly commandId: string;
}

export interface StreamKey {
  readonly district: number;
  readonly stream: string;
}

/** A stream's name among those of all districts. */
export function streamName({ district, stream }: StreamKey): string {
  return `${district}/${stream}`;
}

/**
 * Appends to streams and reads them, under the service's own role and row-level security.
 * Two implementations, one contract suite (`event-store.contract.ts`).
 */
export abstract class EventStore {
  /**
   * Appends all events of one command or none. Concurrent appends of a process share one statement and one commit.
   * Resolves after the commit. The same command id at the same place is success (`repeated`). Throws `VersionConflict`,
   * `IdempotencyKeyReused`, `InitialRowsConflict`; other errors mean "unknown": a retry with the same command id is safe.
   */
  abstract append(request: AppendRequest): Promise<AppendResult>;
  /** As `append`, inside the caller's transaction (an inbox row, a number's counter): both or neither. */
  abstract append(
    request: Omit<AppendRequest, 'initialRows'>,
    options: { readonly tx: Transaction },
  ): Promise<AppendResult>;
  /**
   * The stream's events after version `after` (0 = all), oldest first, upcast to their newest schema. With `tx` also what
   * that transaction has appended.
   */
  abstract read(
    district: number,
    stream: string,
    after?: number,
    options?: { readonly tx?: Transaction },
  ): Promise<readonly RecordedEvent[]>;
  /** Several streams in one statement, inside the caller's transaction; by `streamName`, one without events is absent. */
  abstract readAll(
    streams: readonly StreamKey[],
    options: { readonly tx: Transaction },
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>>;
  /**
   * Appends commands of a consumer, at most one of a stream, inside the caller's transaction. A request that met another
   * writer has no result: nothing of it was written.
   */
  abstract appendAll(
    requests: readonly Omit<AppendRequest, 'initialRows' | 'idempotency'>[],
    options: { readonly tx: Transaction },
  ): Promise<readonly (AppendResult | undefined)[]>;
  /**
   * What is remembered of a command, or undefined. Commands appended with `any` or `exists` are remembered without being
   * asked: they have no exact place to be found at (fingerprint `''`).
   */
  abstract remembered(district: number, commandId: string): Promise<RememberedCommand | undefined>;
  /**
   * Remembers a command without events, so that a later retry has no effect either. Returns the first result and `repeated`
   * when the command was remembered before. Throws `IdempotencyKeyReused`.
   */
  abstract remember(command: SilentCommand, options?: { readonly tx?: Transaction }): Promise<AppendResult>;
  /** Waits for the results of appends in progress. */
  abstract close(): Promise<void>;
}

/**
 * Reads the log of every district in position order, under the reader's role, for catching up.
 * It emits the contiguous prefix and decides each hole exactly (visibility barrier), never by a timer: nothing is skipped,
 * doubled or inverted.
 */
export abstract class EventLog {
  abstract readonly service: string;
  /**
   * The next settled events after `after`: at most `limit`, fewer when they are big. Empty when there is none yet or the next
   * one may still be in progress, so an empty result does not mean the end (`untilHead`). An event that cannot be read is
   * answered as `unreadable`, so that it does not hide those behind it.
   */
  abstract read(after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Resolves when there may be events after `after`: at once for appends of this process, else by an adaptive poll. */
  abstract wait(after: number, signal: AbortSignal): Promise<void>;
  /** The position of the last settled event; 0 when the log is empty. */
  abstract head(): Promise<number>;
  /** The greatest committed position, settled or not. Readers reach it once the appends in progress before it have ended. */
  abstract newest(): Promise<number>;
  abstract close(): Promise<void>;
}

/** Lifts the data of an event from schema n to n + 1. Pure; events are never rewritten. */
export type Upcaster = (data: unknown) => unknown;
/** `{ AppealRegistered: { 1: v1 => v2 } }` */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;
