/**
 * Decides the holes of the log. A position that is not visible is either owned by a transaction that still lives or dead
 * for ever, and the database can say which: an appender holds a lock on the log from before it draws its first position
 * until after its commit is visible. So whoever drew a position up to `limit`, seen now, is among the holders asked for
 * now; once they are all gone, a fresh look shows whatever will ever be there.
 */
export class Fence {
  /** Everything up to here is decided: visible to a fresh look, or dead. */
  #settled = 0;
  /** Fences that still wait, oldest first. They overlap, so a reader waits for one append under way and not for two. */
  #open: { readonly limit: number; readonly holders: Set<string> }[] = [];

  get settled(): number {
    return this.#settled;
  }

  get waits(): boolean {
    return this.#open.length > 0;
  }

  /** The log was seen without a hole up to here. */
  reached(position: number): void {
    if (position > this.#settled) this.#settled = position;
  }

  /** Puts up a fence at `limit`, a position seen before `holders` were asked for. */
  put(limit: number, holders: readonly string[]): void {
    if (limit <= this.#settled || this.#open.some((fence) => fence.limit >= limit)) return;
    if (holders.length === 0) this.reached(limit);
    else this.#open.push({ limit, holders: new Set(holders) });
  }

  /** Takes down the fences whose holders are all gone. */
  ask(holders: readonly string[]): void {
    const now = new Set(holders);
    this.#open = this.#open.filter((fence) => {
      for (const holder of fence.holders) if (!now.has(holder)) fence.holders.delete(holder);
      if (fence.holders.size === 0) this.reached(fence.limit);
      return fence.holders.size > 0 && fence.limit > this.#settled;
    });
  }
}
