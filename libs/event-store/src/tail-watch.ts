import type { AppendSignal } from './append-signal.js';

/** Between two looks at the log, ms: shortest after it has grown, doubled by every look in vain. */
const SHORTEST = 10;
const LONGEST = 500;

/**
 * Tells when the log has grown. One look serves all who wait; nobody waiting, nobody looks. Appends of this process are
 * known without a look.
 */
export class TailWatch {
  readonly #waiting = new Set<() => void>();
  readonly #unlisten: () => void;
  #tip = 0;
  #pause = SHORTEST;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(
    private readonly signal: AppendSignal,
    /** The greatest visible position. */
    private readonly look: () => Promise<number>,
  ) {
    this.#unlisten = signal.listen(() => this.#signalled());
  }

  /** Resolves when a position after `after` was seen, when `stop` is aborted, or when a look failed. */
  async grown(after: number, stop: AbortSignal): Promise<void> {
    const done = () => stop.aborted || this.#seen > after;
    if (done()) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        if (!done() && !this.#failed) return;
        this.#waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      stop.addEventListener('abort', wake);
      this.#schedule();
    });
  }

  close(): void {
    this.#unlisten();
    clearTimeout(this.#timer);
  }

  #failed = false;

  get #seen(): number {
    return Math.max(this.#tip, this.signal.latest);
  }

  #signalled(): void {
    this.#pause = SHORTEST;
    this.#wakeAll();
    if (this.#waiting.size === 0 || this.#looking) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule();
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #schedule(): void {
    if (this.#timer || this.#looking || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => void this.#lookNow(), this.#pause);
  }

  async #lookNow(): Promise<void> {
    this.#timer = undefined;
    this.#looking = true;
    const before = this.#tip;
    try {
      this.#tip = Math.max(before, await this.look());
    } catch {
      // Whoever waits asks the log itself next, and gets the error there.
      this.#failed = true;
    }
    this.#looking = false;
    this.#pause = this.#tip > before ? SHORTEST : Math.min(this.#pause * 2, LONGEST);
    this.#wakeAll();
    this.#failed = false;
    this.#schedule();
  }
}
