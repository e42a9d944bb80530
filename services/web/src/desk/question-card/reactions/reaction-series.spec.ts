import { expect, it } from '@jest/globals';
import { lastKnown, unbroken } from './reaction-series.js';

const sample = (at: number, value: number | null) => ({ from: `2026-11-2${at}`, to: `2026-11-2${at}`, value });

it('a line breaks at a hole, and a hole is never drawn', () => {
  const samples = [sample(1, 0), sample(2, 25), sample(3, null), sample(4, null), sample(5, 40)];
  expect(unbroken(samples).map((run) => run.map(({ value }) => value))).toEqual([[0, 25], [40]]);
  expect(unbroken([sample(1, null)])).toEqual([]);
});

it('the last known count remains, also where the latest is a hole', () => {
  expect(lastKnown([sample(1, 7), sample(2, null)])?.value).toBe(7);
  expect(lastKnown([sample(1, null)])).toBeUndefined();
});
