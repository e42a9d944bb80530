/**
 * Decides the holes of the log. A position that is not visible belongs either to a transaction that is still open or to one
 * that was rolled back, and the database can tell which: an appender holds a lock on the log from before it draws its first
 * position until after its commit is visible. So every transaction that drew a position up to a `limit` seen now is among
 * the lock holders queried now; once all of them have ended, a new read shows every row that will ever exist up to `limit`.
 */
export class VisibilityBarrier {
  /** Every position up to here is decided: visible to a new read, or never to be filled. */
  private settledPosition = 0;
  /** Limits whose holders have not all ended, oldest first. They overlap, so a reader waits for one append and not for two. */
  private pending: { readonly limit: number; readonly holders: Set<string> }[] = [];

  get settled(): number {
    return this.settledPosition;
  }

  get isPending(): boolean {
    return this.pending.length > 0;
  }

  /** A read showed no hole up to `position`. */
  reached(position: number): void {
    if (position > this.settledPosition) this.settledPosition = position;
  }

  /** Settles `limit` once `holders` have ended. `limit` was seen before `holders` were queried. */
  waitFor(limit: number, holders: readonly string[]): void {
    if (limit <= this.settledPosition || this.pending.some((pending) => pending.limit >= limit)) return;
    if (holders.length === 0) this.reached(limit);
    else this.pending.push({ limit, holders: new Set(holders) });
  }

  /** Settles the limits of which no holder is among `holders`, the current ones. */
  update(holders: readonly string[]): void {
    const current = new Set(holders);
    this.pending = this.pending.filter((pending) => {
      for (const holder of pending.holders) if (!current.has(holder)) pending.holders.delete(holder);
      if (pending.holders.size === 0) this.reached(pending.limit);
      return pending.holders.size > 0 && pending.limit > this.settledPosition;
    });
  }
}
