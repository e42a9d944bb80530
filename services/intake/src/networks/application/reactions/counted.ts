import type { ReactionTarget } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Counts } from '../../domain/counts.js';
import type { Place } from '../listening.js';

/** A message, or a post, whose reactions are counted. */
export interface CountedMessage extends Place {
  /** As in `source`: of a post, the thread. */
  readonly message: string;
  /** JSON of the network's own ids, sealed. */
  readonly sealed: string;
}

/** For which appeal, and what it is to that. */
export interface CountedFor {
  readonly appeal: string;
  readonly target: ReactionTarget;
}

export interface Watched extends CountedMessage, CountedFor {
  /** From when its age is counted, ISO 8601 UTC. */
  readonly since: string;
  /** Counted first in so many milliseconds; null: when the network tells its counts. */
  readonly inMs: number | null;
}

export interface DueMessage extends CountedMessage {
  /** From when its age is counted, ISO 8601 UTC. */
  readonly since: string;
  /** How often in a row the network told nothing. */
  readonly misses: number;
  /** The network told that people reacted. */
  readonly isHinted: boolean;
  /** What it told of its own accord, the last time. */
  readonly told: Counts | null;
}

/** What was recorded last for an appeal. */
export interface LastTold {
  readonly counts: Counts;
  readonly recordedAt: string;
  /** When the network told the same for the last time. */
  readonly seenAt: string;
}

export interface Listener extends CountedFor {
  readonly last: LastTold | null;
}

/** Times are ISO 8601 UTC: of the counts by the network's clock, and of when we got them. */
export interface ToldCounts {
  readonly counts: Counts;
  readonly at: string;
  readonly heardAt: string;
}

/** Which messages are counted and when. A message that several appeals are about is asked for once. */
export abstract class Counted {
  /**
   * It is counted from now on, at its first age; known before, it is counted as often as a new one. Without `tx` in a
   * transaction that others share.
   */
  abstract watch(watched: Watched, tx?: Transaction): Promise<void>;
  /** Everything of the appeal is counted as often as if it were new: we have answered. */
  abstract again(tx: Transaction, district: number, appeal: string, at: string, inMs: number): Promise<void>;
  /** People reacted to these (places of messages, or threads): they are counted soon, the older the more rarely. */
  abstract hint(tx: Transaction, district: number, places: readonly string[], at: string): Promise<void>;
  /** The network told the counts of this one; what is older than what it told before changes nothing. */
  abstract tell(tx: Transaction, district: number, place: string, told: ToldCounts): Promise<void>;
  /** It was removed, or stands again. */
  abstract stands(tx: Transaction, district: number, message: string, stands: boolean): Promise<void>;
  /** The appeal is a duplicate or spam, for which nothing is counted; or is so no more. */
  abstract hush(tx: Transaction, district: number, appeal: string, isHushed: boolean): Promise<void>;
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** Accounts with something to count, each for one process at a time, and none before its pace allows. */
  abstract claim(limit: number, leaseMs: number): Promise<readonly Place[]>;
  /** The account may be asked again in so many milliseconds. */
  abstract release(place: Place, inMs: number): Promise<void>;
  /** The longest due first. */
  abstract due(place: Place, limit: number): Promise<readonly DueMessage[]>;
  /** Those for which it is counted; their rows are locked. */
  abstract listeners(tx: Transaction, district: number, message: string): Promise<readonly Listener[]>;
  abstract told(tx: Transaction, district: number, message: string, of: CountedFor, last: LastTold): Promise<void>;
  /** It is counted for that appeal no more. */
  abstract leave(tx: Transaction, district: number, message: string, of: CountedFor): Promise<void>;
  /**
   * It was asked for, and is so again in so many milliseconds; null: when the network tells its counts; without: never, and nothing
   * of it is kept.
   */
  abstract settle(
    message: CountedMessage,
    next: { readonly inMs?: number | null; readonly misses: number },
  ): Promise<void>;
}
