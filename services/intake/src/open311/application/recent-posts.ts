/** A post without a key of its own. */
export interface RecentPost {
  readonly district: number;
  /** Id of the client's account. */
  readonly account: string;
  /** Keyed hash of who sent what. */
  readonly fingerprint: Buffer;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whether an earlier post of the same fingerprint stands at the same place, by its sealed point. */
  readonly isHere: (sealed: string | null) => boolean;
  /** Sealed. */
  readonly point: string | null;
}

/** What was posted in the last ten minutes, so that the same sent again is known; what is older is forgotten. */
export abstract class RecentPosts {
  /** The key of the same post within the window, else a new one; of several copies at once all get the same. */
  abstract keyOf(post: RecentPost): Promise<string>;
}
