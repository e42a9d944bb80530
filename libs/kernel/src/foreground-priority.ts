/** Pauses background work after `workedMs` of it, or until the abort. */
export type Throttle = (workedMs: number, signal: AbortSignal) => Promise<void>;

/** For a process without foreground work. */
export const noThrottle: Throttle = () => Promise.resolve();

/** So many waiting at once are a queue; fewer do not feel the background work. */
const MIN_QUEUE = 8;
/** Hysteresis: a queue that is answered in batches is empty for a moment after each. */
const QUEUE_HYSTERESIS_MS = 200;
/** Pause to work, of all background work together: a tenth of the time is left to it. */
const PAUSE_RATIO = 9;
const MAX_PAUSE_MS = 10_000;
/** During a bulk load the lists are in use, so they may not lag for longer. */
const MAX_BULK_PAUSE_MS = 500;
const POLL_INTERVAL_MS = 20;

/**
 * Priority of interactive over background work in one process. While a queue of mutations waits for acknowledgement, all
 * consumers and the indexer together get a tenth of the time. They catch up afterwards, in bigger and so cheaper batches.
 */
export class ForegroundPriority {
  private waitingClients = 0;
  private queuedAt = -Infinity;
  private bulkLoads = 0;
  /** The end of the last pause. */
  private pausedUntil = 0;

  get waiting(): number {
    return this.waitingClients;
  }

  /** Counts a waiting client until `work` ends. */
  async foreground<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.waitingClients += 1;
    this.sample();
    try {
      return await work();
    } finally {
      this.sample();
      this.waitingClients -= 1;
    }
  }

  /** A bulk load has priority, too, but its pauses are short. */
  async bulkLoad<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.bulkLoads += 1;
    try {
      return await work();
    } finally {
      this.bulkLoads -= 1;
    }
  }

  readonly throttle: Throttle = async (workedMs, signal) => {
    const begun = performance.now();
    // Pauses are consecutive: were they parallel, a dozen consumers with a tenth each would take all of the time.
    const until = Math.min(Math.max(begun, this.pausedUntil) + workedMs * PAUSE_RATIO, begun + this.maxPauseMs());
    if (until > begun) this.pausedUntil = until;
    while (performance.now() < Math.min(until, begun + this.maxPauseMs()) && !signal.aborted) {
      await new Promise((polled) => setTimeout(polled, POLL_INTERVAL_MS));
    }
  };

  private maxPauseMs(): number {
    if (this.hasQueue()) return MAX_PAUSE_MS;
    return this.bulkLoads > 0 ? MAX_BULK_PAUSE_MS : 0;
  }

  private hasQueue(): boolean {
    this.sample();
    return performance.now() - this.queuedAt < QUEUE_HYSTERESIS_MS;
  }

  private sample(): void {
    if (this.waitingClients >= MIN_QUEUE) this.queuedAt = performance.now();
  }
}
