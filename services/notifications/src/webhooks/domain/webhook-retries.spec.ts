import { expect, it } from '@jest/globals';
import { restAfter, waitBefore } from './webhook-retries.js';

const HOUR = 3_600_000;

it('tries a delivery for about three days, each time later', () => {
  const waits = Array.from({ length: 12 }, (_, at) => waitBefore(at + 1, 0.5)).filter((wait) => wait !== undefined);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  const days = waits.reduce((sum, wait) => sum + wait, 0) / (24 * HOUR);
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(4);
  expect(waitBefore(waits.length + 1, 0.5)).toBeUndefined();
});

it('spreads the attempts by a fifth', () => {
  expect([waitBefore(2, 0), waitBefore(2, 1)]).toEqual([240_000, 360_000]);
});

it('lets a webhook that fails rest longer and longer, a quarter of an hour at most', () => {
  expect([1, 2, 3, 30].map((failures) => restAfter(failures, 0.5))).toEqual([1_000, 2_000, 4_000, 900_000]);
});

it('rests as long as it was asked to, a day at most', () => {
  expect(restAfter(1, 0.5, 120_000)).toBe(120_000);
  expect(restAfter(1, 0.5, 100 * HOUR)).toBe(24 * HOUR);
});
