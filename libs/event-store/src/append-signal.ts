/**
 * Wakes the readers of this process when its own appends are committed, ahead of their next poll. One per service and
 * process, shared by the store and the log. A hint, never data.
 */
export class AppendSignal {
  private latestPosition = 0;
  private readonly listeners = new Set<() => void>();

  /** The greatest position that this process has committed; 0 before the first. */
  get latest(): number {
    return this.latestPosition;
  }

  committed(position: number): void {
    if (position > this.latestPosition) this.latestPosition = position;
    this.soon();
  }

  /** The caller's transaction will commit an append shortly: readers should poll sooner. */
  soon(): void {
    for (const listener of this.listeners) listener();
  }

  /** Returns the function that stops listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
