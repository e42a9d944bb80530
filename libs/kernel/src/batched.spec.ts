import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { batched } from './batched.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const APART_MS = 5;
const TAKES_MS = 1;

/** Doubles its numbers after a millisecond; `runs`: when each batch began, and its items. */
function doubling(apartMs: number, most = 100) {
  const runs: (readonly [at: number, ...items: number[]])[] = [];
  const begun = performance.now();
  const ask = batched(
    async (items: readonly number[]) => {
      runs.push([performance.now() - begun, ...items]);
      await new Promise((resolve) => setTimeout(resolve, TAKES_MS));
      if (items.includes(0)) throw new Error('no zeros');
      return items.map((item) => item * 2);
    },
    most,
    apartMs,
  );
  return { ask, runs };
}

it('asks at once for what was asked for while the last batch was under way', async () => {
  const { ask, runs } = doubling(0, 2);
  const first = [ask(1), ask(2)];
  await jest.advanceTimersByTimeAsync(TAKES_MS / 2);
  const then = [ask(3), ask(4), ask(5)];
  await jest.runAllTimersAsync();
  expect(await Promise.all([...first, ...then])).toEqual([2, 4, 6, 8, 10]);
  expect(runs.map(([, ...items]) => items)).toEqual([[1, 2], [3, 4], [5]]);
});

it('fails all callers of a batch that fails, and nobody else', async () => {
  const { ask } = doubling(0);
  const failing = Promise.allSettled([ask(1), ask(0)]);
  await jest.runAllTimersAsync();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = ask(3);
  await jest.runAllTimersAsync();
  await expect(next).resolves.toBe(6);
});

it('keeps batches apart where several come at a time', async () => {
  const { ask, runs } = doubling(APART_MS);
  const answers = [ask(1), ask(2)];
  await jest.advanceTimersByTimeAsync(TAKES_MS);
  answers.push(ask(3));
  await jest.advanceTimersByTimeAsync(TAKES_MS);
  answers.push(ask(4));
  await jest.runAllTimersAsync();
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8]);
  expect(runs).toEqual([
    [0, 1, 2],
    [APART_MS, 3, 4],
  ]);
});

it('never lets wait who comes alone', async () => {
  const { ask, runs } = doubling(APART_MS);
  for (const item of [1, 2, 3]) {
    void ask(item);
    await jest.advanceTimersByTimeAsync(TAKES_MS);
  }
  expect(runs).toEqual([
    [0, 1],
    [TAKES_MS, 2],
    [2 * TAKES_MS, 3],
  ]);
});
