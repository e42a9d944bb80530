import type { Clock } from '@otklik/kernel';

/** The real time until `set`; from then on the given instant, until `reset`. Only the demonstration sets it, before the process listens. */
export class SimulatedClock implements Clock {
  private at: string | undefined;

  now(): string {
    return this.at ?? new Date().toISOString();
  }

  /** ISO 8601 in UTC; never back, because a stream's events follow one another. */
  set(at: string): void {
    if (this.at === undefined || at > this.at) this.at = at;
  }

  reset(): void {
    this.at = undefined;
  }
}
