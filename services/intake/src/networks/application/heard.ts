import type { Transaction } from '@otklik/tenancy';
import type { Standing } from '../domain/heard-place.js';

/** One thing that was read of a network, with the ids of what it is about. */
export interface CapturedRow {
  /** Where its message stands, and which message that is: an album's are one. */
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

/** A message that was heard, as far as it was told. */
export interface HeardRow {
  readonly id: string;
  readonly account: string;
  readonly author: string | null;
  readonly replyTo: string | null;
  readonly place: Place | null;
  readonly appeal: string | null;
  /** How much was captured of it so far. */
  readonly captured: number;
  /** Revisions that were told, by their ids. */
  readonly told: readonly string[];
  readonly removed: boolean;
  /** How often it was told as removed or restored. */
  readonly fates: number;
}

export interface CapturedId {
  readonly ref: string;
  readonly id: string;
}

export interface PendingMessage extends HeardRow {
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

/** What was heard, until it is told. */
export abstract class Heard {
  /** What was captured before changes nothing; nothing is kept of what was erased. */
  abstract keep(tx: Transaction, district: number, rows: readonly CapturedRow[]): Promise<void>;
  abstract dialogue(tx: Transaction, district: number, dialogue: Dialogue): Promise<void>;
  abstract dialogues(district: number, account: string): Promise<readonly Dialogue[]>;
  /** Places in which posts were published, with the threads of the copies that are commented: each is the same post. */
  abstract published(tx: Transaction, district: number, posts: ReadonlyMap<string, string>): Promise<void>;
  /** Bodies that were not erased. */
  abstract bodies(
    tx: Transaction,
    district: number,
    deliveries: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** Lanes with something to tell, the districts in turn; for `leaseMs` nobody else gets them. */
  abstract claim(limit: number, leaseMs: number): Promise<readonly Lane[]>;
  abstract pending(lane: Pick<Lane, 'district' | 'id'>): Promise<readonly PendingMessage[]>;
  /** Dead letters: what cannot be read is kept and looked at no more, until an operator has it read again. */
  abstract setAside(district: number, unreadable: readonly CapturedId[]): Promise<void>;
  /** How much was set aside, by account. */
  abstract aside(): Promise<readonly SetAside[]>;
  /** All that was set aside is read again. Answers how much that was. */
  abstract readAgain(): Promise<number>;
  /** What stands at `ref`; nothing if it was never heard of. */
  abstract at(district: number, ref: string): Promise<Standing | undefined>;
  /** The appeal that began last in the dialogue; of the author, if one is given. */
  abstract latestIn(lane: Pick<Lane, 'district' | 'id'>, author?: string): Promise<string | undefined>;
  /** What was told of the message stands; without `tx` in a transaction that others share. */
  abstract settle(district: number, row: HeardRow, tx?: Transaction): Promise<void>;
  /** The lane waits again if anything came meanwhile, or after `againMs`. */
  abstract release(
    lane: Pick<Lane, 'district' | 'id'>,
    again?: { readonly afterMs: number; readonly failed: boolean },
  ): Promise<void>;
  /** What was captured of the message that began the appeal; nothing for one that came otherwise, or was erased. */
  abstract beginningOf(
    tx: Transaction,
    district: number,
    appeal: string,
  ): Promise<{ readonly ref: string; readonly sealed: string } | undefined>;
  /** A message of ours that was sent: what replies to it belongs to its case. */
  abstract sent(tx: Transaction, district: number, of: SentMessage): Promise<void>;
  /** Raw bodies and captured texts of the appeal's messages go, and nothing is kept of them again. */
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** Raw bodies that came before go. */
  abstract sweep(district: number, before: string): Promise<void>;
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
