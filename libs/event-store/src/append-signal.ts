/**
 * Tells the readers of this process that its own appends were committed, so that they need not wait for their next poll.
 * One per service and process, handed to the store and to the log. A hint, never data.
 */
export class AppendSignal {
  #latest = 0;
  readonly #listeners = new Set<() => void>();

  /** The greatest position that this process has committed; 0 before the first. */
  get latest(): number {
    return this.#latest;
  }

  committed(position: number): void {
    if (position > this.#latest) this.#latest = position;
    this.soon();
  }

  /** Something is about to be committed by somebody else's transaction: look sooner than usual. */
  soon(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Answers the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
