import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkWay } from './network-parts.js';
import type { NetworkSource } from './network-sources.js';

export type Attention = 'UNKNOWN' | 'HELD' | 'BY_HAND';

/** A notice that goes by a network, claimed for one attempt. */
export interface PendingMessage extends UnsentLetter, Omit<NetworkSource, 'blockedAt'> {
  readonly way: NetworkWay;
  readonly person: string;
  /** The public words in place of the whole text. */
  readonly words: Sealed | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
  /** Of what led to the notice, or of the attempt's span. */
  readonly traceparent: string | null;
}

/** A notice that waits for a person. */
export interface WaitingNotice extends Pick<NetworkSource, 'network' | 'account' | 'sourceKind' | 'ref'> {
  readonly notice: string;
  readonly appeal: string;
  readonly number: string;
  readonly way: NetworkWay;
  readonly attention: Attention;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** Notices that go by networks: the part of the to-do list that the dispatch of letters leaves alone. */
export abstract class NetworkQueue {
  /** Due messages of every district, of each appeal the first alone: they go in the order in which they were opened. */
  abstract due(limit: number): Promise<readonly DueNotice[]>;
  /** As `Deliveries.claim`. */
  abstract claim(due: DueNotice, leaseMs: number): Promise<PendingMessage | undefined>;
  abstract postpone(due: DueNotice, ms: number): Promise<void>;
  /** Nothing of the account goes for so long. */
  abstract pause(district: number, account: string, ms: number): Promise<void>;
  /** It waits for a person; null: it goes on at once. Without `tx`: in a transaction of its own. */
  abstract wait(due: DueNotice, attention: Attention | null, tx?: Transaction): Promise<void>;
  /** Keeps the public words; it goes on at once. */
  abstract say(due: DueNotice, words: Sealed): Promise<void>;
  /** Of the district, the oldest first. */
  abstract waiting(tx: Transaction, district: number): Promise<readonly WaitingNotice[]>;
  /** Where the appeal of the notice came from. */
  abstract networkOf(tx: Transaction, district: number, notice: string): Promise<string | undefined>;
  abstract personOf(tx: Transaction, district: number, notice: string): Promise<string | undefined>;
}
