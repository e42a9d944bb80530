import type { Transaction } from '@otklik/tenancy';

/** A thread of comments by the network's own ids, and the text of the post above it: both sealed. */
export interface SealedPost {
  /** The thread. */
  readonly id: string;
  readonly account: string;
  /** JSON of its Ref. */
  readonly place: string;
  readonly text: string | null;
}

export interface DuePost extends SealedPost {
  readonly district: number;
}

/** What stands above the comments that were heard, a row for each thread. */
export abstract class Posts {
  /** Comments stand there. `isAsked`: the post is read soon, unless it was in the last day. */
  abstract note(tx: Transaction, district: number, threads: readonly SealedPost[], isAsked: boolean): Promise<void>;
  /** The network told them. */
  abstract told(tx: Transaction, district: number, posts: readonly SealedPost[]): Promise<void>;
  /** Posts to be asked for; for `leaseMs` nobody else gets them. */
  abstract claim(limit: number, leaseMs: number): Promise<readonly DuePost[]>;
  /** The network was asked: `text` is sealed; null where it did not tell, and is asked again some times. */
  abstract asked(post: DuePost, text: string | null): Promise<void>;
  abstract of(district: number, threads: readonly string[]): Promise<readonly SealedPost[]>;
}
