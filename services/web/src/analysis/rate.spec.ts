import { expect, it } from '@jest/globals';
import { ratePer1000 } from './rate.js';

it('gives the exact Poisson interval of 100 cases to the first digit', () => {
  const { rate, low, high } = ratePer1000(100, 1_000)!;
  expect(rate).toBe(100);
  expect(low).toBeCloseTo(81.4, 1);
  expect(high).toBeCloseTo(121.6, 1);
});

it('compares nothing below 30 appeals or without residents', () => {
  expect(ratePer1000(29, 1_000)).toBeUndefined();
  expect(ratePer1000(30, 1_000)).toBeDefined();
  expect(ratePer1000(300, 0)).toBeUndefined();
});
