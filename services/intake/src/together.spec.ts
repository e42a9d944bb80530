import { expect, it } from '@jest/globals';
import { together } from './together.js';

function doubled() {
  const runs: (readonly number[])[] = [];
  const ask = together((items: readonly number[]) => {
    runs.push(items);
    if (items.includes(13)) return Promise.reject(new Error('13 cannot be doubled'));
    return Promise.resolve(items.map((item) => item * 2));
  }, 4);
  return { ask, runs };
}

it('runs calls of one moment together, as many as may be, and answers each its own', async () => {
  const { ask, runs } = doubled();
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
  expect(runs).toEqual([[1, 2, 3, 4], [5]]);
});

it('fails the one that cannot be, and none beside it', async () => {
  const { ask, runs } = doubled();
  const answers = await Promise.allSettled([1, 13, 3].map(ask));
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    2,
    'Error: 13 cannot be doubled',
    6,
  ]);
  expect(runs).toEqual([[1, 13, 3], [1], [13], [3]]);
});
