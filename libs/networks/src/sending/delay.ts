import type { Outcome } from '../network.js';

const FIRST = 1_000;
const LONGEST = 3_600_000;
/** So many failures in a row are told to a person. */
export const ALARMING_FAILURES = 5;

/** The wait before attempt `failures + 1`: what the network said, else doubled each time, ±20 %, at most an hour. */
export function delayAfter(outcome: Outcome, failures: number, random: () => number): number {
  if (outcome.kind === 'retry' && outcome.afterMs !== undefined) return outcome.afterMs;
  const doubled = Math.min(FIRST * 2 ** Math.min(failures - 1, 30), LONGEST);
  return Math.round(doubled * (0.8 + 0.4 * random()));
}
