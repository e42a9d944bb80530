import { doubledMs } from '@otklik/kernel';
import type { Outcome } from '../network.js';

const BACKOFF = { firstMs: 1_000, maxMs: 3_600_000 };
/** Number of consecutive failures after which an operator is alerted. */
export const ALARMING_FAILURES = 5;

/** The wait before attempt `failures + 1`: what the network said, else doubled each time, ±20 %, at most an hour. */
export function delayAfter(outcome: Outcome, failures: number, random: () => number): number {
  if (outcome.kind === 'retry' && outcome.afterMs !== undefined) return outcome.afterMs;
  return Math.round(doubledMs(BACKOFF, failures) * (0.8 + 0.4 * random()));
}
