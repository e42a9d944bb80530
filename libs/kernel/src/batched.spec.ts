import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { batched } from './batched.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const TAKES_MS = 1;

/** Doubles its numbers after a millisecond; `runs`: the items of each batch. */
function doubling(max = 100) {
  const runs: (readonly number[])[] = [];
  const ask = batched(async (items: readonly number[]) => {
    runs.push(items);
    await new Promise((resolve) => setTimeout(resolve, TAKES_MS));
    if (items.includes(0)) throw new Error('no zeros');
    return items.map((item) => item * 2);
  }, max);
  return { ask, runs };
}

it('runs the calls that arrived during a batch as the next batch', async () => {
  const { ask, runs } = doubling(2);
  const first = [ask(1), ask(2)];
  await jest.advanceTimersByTimeAsync(TAKES_MS / 2);
  const then = [ask(3), ask(4), ask(5)];
  await jest.runAllTimersAsync();
  expect(await Promise.all([...first, ...then])).toEqual([2, 4, 6, 8, 10]);
  expect(runs).toEqual([[1, 2], [3, 4], [5]]);
});

it('fails only the callers of the batch that fails', async () => {
  const { ask } = doubling();
  const failing = Promise.allSettled([ask(1), ask(0)]);
  await jest.runAllTimersAsync();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = ask(3);
  await jest.runAllTimersAsync();
  await expect(next).resolves.toBe(6);
});
