import type { Clock } from '@otklik/kernel';

/**
 * The real time until `set`, then the given instant; after `end` the real time permanently. Only the demonstration sets
 * it, before any client is served: `main` ends it before the process listens.
 */
export class SimulatedClock implements Clock {
  private at: string | undefined;
  private isEnded = false;

  now(): string {
    return this.at ?? new Date().toISOString();
  }

  /** ISO 8601 in UTC; never back, because a stream's events follow one another. Throws after `end`. */
  set(at: string): void {
    if (this.isEnded) throw new Error('The clock of a running product cannot be set.');
    if (this.at === undefined || at > this.at) this.at = at;
  }

  end(): void {
    this.isEnded = true;
    this.at = undefined;
  }
}
