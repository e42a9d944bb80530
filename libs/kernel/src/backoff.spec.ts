import { expect, it } from '@jest/globals';
import { backoffMs, doubledMs } from './backoff.js';

const backoff = { firstMs: 200, maxMs: 10_000 };

it('doubles the wait with each failure, up to the longest', () => {
  expect([0, 1, 2, 3, 6, 7, 1_000].map((failures) => doubledMs(backoff, failures))).toEqual([
    ...[200, 200, 400, 800, 6_400],
    ...[10_000, 10_000],
  ]);
});

it('spreads what failed together over the upper half of the wait', () => {
  expect([0, 0.5, 1].map((random) => backoffMs(backoff, 3, random))).toEqual([400, 600, 800]);
  expect(backoffMs(backoff, 3)).toBeGreaterThanOrEqual(400);
});
