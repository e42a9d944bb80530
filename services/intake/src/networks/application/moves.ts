import type { Transaction } from '@otklik/tenancy';

/** A thread that has become another one: what was said before and after is one conversation. */
export interface Move {
  /** Keyed hashes, as in `source`: the thread as it was, and as it is. */
  readonly origin: string;
  readonly current: string;
  readonly account: string;
  /** The network's own id of what it is now, sealed. */
  readonly place: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Where threads went, in a network that moves them. */
export abstract class Moves {
  /** Both of them tell it; the first telling counts. */
  abstract keep(tx: Transaction, district: number, moves: readonly Move[]): Promise<void>;
  /** Nothing for a thread that never moved. */
  abstract from(tx: Transaction, district: number, origin: string): Promise<Move | undefined>;
  /** What the thread was before; itself, if it never moved. */
  abstract originOf(district: number, thread: string): Promise<string>;
}
