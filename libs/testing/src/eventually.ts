import { setTimeout as sleep } from 'node:timers/promises';

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
  while (Date.now() < end) {
    try {
      const result = await check();
      if (result !== undefined) return result;
    } catch (error) {
      last = error;
    }
    await sleep(15);
  }
  throw last;
}
