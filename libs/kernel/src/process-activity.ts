const REST_AFTER_MS = 10_000;

/**
 * Whether this process has recorded, consumed or done anything of late. Background loops poll at their own pace while it has, and
 * rarely at rest; the first commit ends the rest of all of them.
 */
export class ProcessActivity {
  private latest: number;
  private readonly listeners = new Set<() => void>();
  private readonly observers = new Set<() => void>();

  constructor(
    /** No other process runs these services: nothing happens of which this one would not know. */
    readonly isAlone = false,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.latest = now();
  }

  noted(): void {
    this.woken();
    for (const observer of [...this.observers]) observer();
  }

  /** Another process has recorded or done something. */
  woken(): void {
    const ended = this.isAtRest();
    this.latest = this.now();
    if (!ended) return;
    for (const listener of [...this.listeners]) listener();
  }

  isAtRest(): boolean {
    return this.now() - this.latest > REST_AFTER_MS;
  }

  /** Calls back whenever this process has recorded, consumed or done something. Returns the function that stops listening. */
  onNoted(observer: () => void): () => void {
    this.observers.add(observer);
    return () => void this.observers.delete(observer);
  }

  /** Calls back when the rest ends. Returns the function that stops listening. */
  onEnd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
