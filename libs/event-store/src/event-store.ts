import type { Envelope, EventActor } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';

/** A fact as its service stores it: private, for ever; `data` is JSON with every personal field sealed. */
export interface RecordedEvent<Data = unknown> extends Envelope {
  /** Its place in this service's log. Position order equals version order inside a stream; holes may exist. */
  readonly position: number;
  readonly data: Data;
}

export interface NewEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly data: Data;
}

/**
 * What the stream must look like: exactly at version n (≥ 1); not there yet; there; or no matter what. `any` never
 * conflicts: its version is computed under the head row's lock.
 */
export type ExpectedVersion = number | 'none' | 'exists' | 'any';

/** Remembers the command (≥ 30 days), so that its repetition gets the first result. */
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
  /** With it a row of the command goes into the same commit. */
  readonly idempotency?: Idempotency;
  /** Where `none` is expected: the rows with which the stream begins; they must be new. Not inside a transaction. */
  readonly initialRows?: InitialRowValues;
}

export interface AppendResult {
  /** The stream's version after this command's events. */
  readonly version: number;
  /** True when the command had been recorded before: nothing was written now. */
  readonly repeated: boolean;
}

/** A command that was remembered. */
export interface RememberedCommand {
  readonly fingerprint: string;
  readonly stream: string;
  /** The stream's version after it; 0 = there was none. */
  readonly version: number;
}

/** A command that changed nothing, because what it asks for was true already. */
export interface SilentCommand extends RememberedCommand {
  readonly district: number;
  readonly commandId: string;
}

/**
 * The writing and stream-reading side, under the service's own role and row-level security.
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
  /**
   * What is remembered of a command, or undefined. Commands appended with `any` or `exists` are remembered without being
   * asked: they have no exact place to be found at (fingerprint `''`).
   */
  abstract remembered(district: number, commandId: string): Promise<RememberedCommand | undefined>;
  /**
   * Remembers a command that has no events, so that its repetition does nothing later either. The answer is what is
   * remembered: `repeated` with the first result when the command was there already. Throws `IdempotencyKeyReused`.
   */
  abstract remember(command: SilentCommand, options?: { readonly tx?: Transaction }): Promise<AppendResult>;
  /** After the appends that were begun have their answers. */
  abstract close(): Promise<void>;
}

/**
 * The catch-up side, under the reader's role: every district, read only, in position order.
 * It emits the contiguous prefix and decides each hole exactly (lock fence), never by a timer: nothing is skipped,
 * doubled or inverted.
 */
export abstract class EventLog {
  abstract readonly service: string;
  /**
   * The next settled events after `after`, at most `limit`, and fewer where they are big; empty when there are none yet, or the next one may still be
   * under way: not a sign of the end (`untilHead`).
   */
  abstract read(after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Resolves when events after `after` may be there: in-process appends wake it at once, others by an adaptive poll. */
  abstract wait(after: number, signal: AbortSignal): Promise<void>;
  /** The position of the last settled event; 0 when the log is empty. */
  abstract head(): Promise<number>;
  /** The greatest position that is committed, settled or not: readers reach it when what is under way before it has ended. */
  abstract newest(): Promise<number>;
  abstract close(): Promise<void>;
}

/** Lifts the data of an event from schema n to n + 1. Pure; events are never rewritten. */
export type Upcaster = (data: unknown) => unknown;
/** `{ AppealRegistered: { 1: v1 => v2 } }` */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;
