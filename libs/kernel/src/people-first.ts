/** Rests after `workedMs` of work that nobody waits for, or until the abort. */
export type GiveWay = (workedMs: number, signal: AbortSignal) => Promise<void>;

/** Where nobody is served beside the work. */
export const noRest: GiveWay = () => Promise.resolve();

/** So many at once are a queue; fewer do not feel what goes on beside them. */
const QUEUE = 8;
/** For so long it is taken to be there still: who waits in batches is gone for a moment after each. */
const LINGERS_MS = 200;
/** Rest to work, of all background work together. */
const TIMES = 9;
const MAX_MS = 10_000;
/** Others work on beside a bulk and look at their lists. */
const MAX_IN_BULK_MS = 500;
const POLL_INTERVAL_MS = 20;

/**
 * People and background work that share a process. While a queue of people waits for answers, all that follows facts
 * takes a tenth of the time together: rather come lists late for as long as a rush lasts than every acknowledgement. What
 * is late comes in bigger batches, which cost less apiece, and is caught up when the queue is gone.
 */
export class PeopleFirst {
  #waiting = 0;
  #crowdedAt = -Infinity;
  #bulks = 0;
  /** The end of the last rest. */
  #restedAt = 0;

  /** How many wait now. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Counts somebody who waits until `work` ends. */
  async serve<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.#waiting += 1;
    this.#look();
    try {
      return await work();
    } finally {
      this.#look();
      this.#waiting -= 1;
    }
  }

  /** Much is brought in at once, and nobody looks at each of it: what follows rests between batches, but never long. */
  async bulk<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.#bulks += 1;
    try {
      return await work();
    } finally {
      this.#bulks -= 1;
    }
  }

  readonly giveWay: GiveWay = async (workedMs, signal) => {
    const begun = performance.now();
    // Rests come one after another: a dozen consumers that each took a tenth would take all of it.
    const until = Math.min(Math.max(begun, this.#restedAt) + workedMs * TIMES, begun + this.#longestMs());
    if (until > begun) this.#restedAt = until;
    while (performance.now() < Math.min(until, begun + this.#longestMs()) && !signal.aborted) {
      await new Promise((looked) => setTimeout(looked, POLL_INTERVAL_MS));
    }
  };

  #longestMs(): number {
    if (this.#isCrowded()) return MAX_MS;
    return this.#bulks > 0 ? MAX_IN_BULK_MS : 0;
  }

  #isCrowded(): boolean {
    this.#look();
    return performance.now() - this.#crowdedAt < LINGERS_MS;
  }

  #look(): void {
    if (this.#waiting >= QUEUE) this.#crowdedAt = performance.now();
  }
}
