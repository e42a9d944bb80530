/** Of retries: the wait doubles from `firstMs` up to `maxMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** Beyond it every wait is the longest. */
const MAX_DOUBLINGS = 30;

/** The wait after so many failures in a row, ms, without jitter: for a reader that is alone with its server. */
export function doubledMs({ firstMs, maxMs }: Backoff, failures: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
}

/** The same with jitter over the upper half, so that what failed together is not retried together. */
export function backoffMs(backoff: Backoff, failures: number, random: number = Math.random()): number {
  const wait = doubledMs(backoff, failures);
  return wait / 2 + (wait / 2) * random;
}
