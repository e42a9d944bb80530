/** One thing that was read of a network, with the ids of what it is about. */
export interface CapturedRow {
  /** The place of its message, and which message that is: an album's are one. */
  readonly ref: string;
  readonly message: string;
  readonly lane: string;
  readonly account: string;
  /** Of its content. */
  readonly id: string;
  readonly sealed: string;
  readonly delivery: string | null;
  /** When we got it, ISO 8601. */
  readonly at: string;
  /** Of a message itself, not of an edit or a removal. */
  readonly said?: { readonly author: string; readonly replyTo: string | null };
  /** How long others that belong to it may still be on their way, ms. */
  readonly patience: number;
}

/** What a message is to a case: our own, its beginning, an addition; or nothing. */
export type Place = 'OWN' | 'CASE' | 'ADDITION' | 'NONE';

/** A received message, as far as it was applied. */
export interface InboundRow {
  readonly id: string;
  readonly account: string;
  readonly author: string | null;
  readonly replyTo: string | null;
  readonly place: Place | null;
  readonly appeal: string | null;
  /** How much was captured of it so far. */
  readonly captured: number;
  /** Revisions that were applied, by their ids. */
  readonly told: readonly string[];
  readonly removed: boolean;
  /** How many removals and restorations were applied. */
  readonly fates: number;
}

export interface CapturedId {
  readonly ref: string;
  readonly id: string;
}

export interface PendingMessage extends InboundRow {
  /** All that was captured of it, but for what was set aside. */
  readonly parts: readonly (CapturedId & { readonly sealed: string; readonly at: string })[];
}

export interface Lane {
  readonly district: number;
  readonly id: string;
  readonly account: string;
  /** How long there has been something to tell, ms. */
  readonly waitedMs: number;
  readonly failures: number;
}

/** A dialogue by the network's own id, sealed. */
export interface Dialogue {
  readonly id: string;
  readonly account: string;
  readonly sealed: string;
}

export interface SetAside {
  readonly district: number;
  readonly account: string;
  readonly count: number;
  /** ISO 8601 UTC. */
  readonly since: string;
}

export interface SentMessage {
  readonly ref: string;
  readonly lane: string;
  readonly account: string;
  readonly appeal: string;
}
