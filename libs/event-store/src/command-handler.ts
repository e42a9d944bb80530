import type { EventActor } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import type { RecordedEvent } from './event-store.js';

/** Everything around a command that is not the command. */
export interface CommandContext {
  readonly district: number;
  readonly actor: EventActor;
  /** UUID. Of a client: uuidv5 of (district, actor, operation, key); of a consumer: uuidv5 of (consumer, source event id). */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Server clock, ISO 8601 UTC. */
  readonly at: string;
  /** Keyed hash of the client's input; with it the command is remembered. Consumers have their inbox instead. */
  readonly fingerprint?: string;
}

export interface Handled<State, Event> {
  readonly state: State;
  /** The stream's version now; 0 when there is still no stream. */
  readonly version: number;
  /** The new facts; empty when they were true already or the command was repeated. */
  readonly events: readonly Event[];
  readonly repeated: boolean;
}

export interface HandleOptions {
  /** Demanded by every mutation on an existing stream: the version that its caller saw. Throws `VersionConflict`. */
  readonly expectedVersion?: number;
  /** Append inside this transaction. */
  readonly tx?: Transaction;
}

/**
 * Load → evolve → decide → seal → append. Without `expectedVersion` a lost race is tried again, three times in all.
 * Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`.
 */
export type Handle<State, Command, Event> = (
  context: CommandContext,
  stream: string,
  command: Command,
  options?: HandleOptions,
) => Promise<Handled<State, Event>>;

/** How the personal fields of an aggregate's events are sealed before they are stored. */
export interface Sealing<State, Event> {
  /** Event type → names of the sealed fields of its data (each a string or absent). */
  readonly fields: Readonly<Partial<Record<string, readonly string[]>>>;
  /** The person whose key seals the event. */
  personOf(state: State, event: Event): string;
  seal(district: number, person: string, eventId: string, field: string, text: string): Promise<string>;
}

/** The stored form of a domain event, and back. */
export type StoredEvent = RecordedEvent;
