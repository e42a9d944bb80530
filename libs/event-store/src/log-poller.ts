import type { AppendSignal } from './append-signal.js';

/** The interval doubles with every poll that finds nothing new and is reset when the log has grown. */
const MIN_POLL_INTERVAL_MS = 10;
const MAX_POLL_INTERVAL_MS = 500;
/** Where no other process appends and this one has not for a while, the poll only mends a lost signal. */
const REST_POLL_INTERVAL_MS = 10_000;
const REST_AFTER_MS = 10_000;

/**
 * Wakes readers when the log has grown. One poll serves all waiting readers, and without waiting readers there is no poll.
 * Appends of this process are signalled and need none.
 */
export class LogPoller {
  private readonly waiting = new Set<() => void>();
  private readonly unlisten: () => void;
  private tip = 0;
  private intervalMs = MIN_POLL_INTERVAL_MS;
  private timer: NodeJS.Timeout | undefined;
  private isPolling = false;
  private hasFailed = false;
  private signalledAt = performance.now();

  constructor(
    private readonly signal: AppendSignal,
    /** The greatest visible position. */
    private readonly readTip: () => Promise<number>,
    /** No other process appends to this log. */
    private readonly isAlone = false,
  ) {
    this.unlisten = signal.listen(() => this.signalled());
  }

  /** Resolves when a position after `after` was seen, when `stop` is aborted, or when a poll failed. */
  async grown(after: number, stop: AbortSignal): Promise<void> {
    const isDone = () => stop.aborted || Math.max(this.tip, this.signal.latest) > after;
    if (isDone()) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        if (!isDone() && !this.hasFailed) return;
        this.waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      stop.addEventListener('abort', wake);
      this.schedule();
    });
  }

  close(): void {
    this.unlisten();
    clearTimeout(this.timer);
  }

  private signalled(): void {
    this.intervalMs = MIN_POLL_INTERVAL_MS;
    this.signalledAt = performance.now();
    this.wakeAll();
    if (this.waiting.size === 0 || this.isPolling) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.schedule();
  }

  private maxIntervalMs(): number {
    const isAtRest = this.isAlone && performance.now() - this.signalledAt > REST_AFTER_MS;
    return isAtRest ? REST_POLL_INTERVAL_MS : MAX_POLL_INTERVAL_MS;
  }

  private wakeAll(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private schedule(): void {
    if (this.timer || this.isPolling || this.waiting.size === 0) return;
    this.timer = setTimeout(() => void this.poll(), this.intervalMs);
  }

  private async poll(): Promise<void> {
    this.timer = undefined;
    this.isPolling = true;
    const before = this.tip;
    try {
      this.tip = Math.max(before, await this.readTip());
    } catch {
      // Every waiting reader is woken, reads the log itself, and gets the error there.
      this.hasFailed = true;
    }
    this.isPolling = false;
    this.intervalMs = this.tip > before ? MIN_POLL_INTERVAL_MS : Math.min(this.intervalMs * 2, this.maxIntervalMs());
    this.wakeAll();
    this.hasFailed = false;
    this.schedule();
  }
}
