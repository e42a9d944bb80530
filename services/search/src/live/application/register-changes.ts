import type { RegisterFacets } from '../../register/application/list/register-facets.js';

export interface RegisterChange {
  readonly district: number;
  /** Grows with every change, over all districts, and over rebuilds. */
  readonly change: number;
  readonly appeal: string;
  /** Of the appeal's stream. */
  readonly version: number;
  /** Null when the row is new. */
  readonly before: RegisterFacets | null;
  readonly after: RegisterFacets;
}

/** The changes of the register's rows, in the order of commits. */
export abstract class RegisterChanges {
  /** Something may be new: a transaction of this process is about to commit. */
  abstract hint(): void;
  /** The newest change that this process knows of; never behind what it was told by `moved`. */
  abstract known(): number;
  /** Resolves when the newest known change is not `seen` any more, or on abort. */
  abstract moved(seen: number, signal: AbortSignal): Promise<void>;
  /** The newest change's number. */
  abstract newest(): Promise<number>;
  /**
   * Whether a follower of the district can resume after `change`: not when later changes may have been pruned already. A
   * rebuild draws new, higher numbers for the rows, so the answer is no more often than necessary.
   */
  abstract resumable(district: number, change: number): Promise<boolean>;
  /** Changes after `after`, in order and by pages; of one district or of all. Ends on abort and when the process stops. */
  abstract follow(after: number, signal: AbortSignal, district?: number): AsyncGenerator<readonly RegisterChange[]>;
  /** The next changes after `after`, at once; empty when there are none. */
  abstract page(after: number, district?: number): Promise<readonly RegisterChange[]>;
}
