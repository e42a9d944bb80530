import { setTimeout as sleep } from 'node:timers/promises';

/** Each pause is a quarter longer, so that a check costs little beside what it waits for. */
const FIRST_PAUSE_MS = 10;
const LONGER = 1.25;
const LAST_PAUSE_MS = 150;

/**
 * Repeats `check` until it neither throws nor answers undefined; then its answer. Throws the last error after `withinMs`.
 * A check that returns nothing could never be satisfied, so its type is refused.
 */
export async function eventually<Result extends NonNullable<unknown> | null>(
  check: () => Promise<Result | undefined>,
  withinMs = 10_000,
): Promise<Result> {
  const end = Date.now() + withinMs;
  let last: unknown = new Error('nothing was answered');
  for (let pause = FIRST_PAUSE_MS; Date.now() < end; pause = Math.min(pause * LONGER, LAST_PAUSE_MS)) {
    try {
      const result = await check();
      if (result !== undefined) return result;
    } catch (error) {
      last = error;
    }
    await sleep(pause);
  }
  throw last;
}
