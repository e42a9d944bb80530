import { expect, it } from '@jest/globals';
import { ratePer1000, shareOf } from './rate.js';

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

it('gives Wilson’s interval of a share, as it is printed by Newcombe (1998)', () => {
  const { share, low, high } = shareOf(81, 263)!;
  expect([share, low, high].map((one) => one.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662']);
  const none = shareOf(0, 20)!;
  expect([none.low, none.high].map((one) => one.toFixed(4))).toEqual(['0.0000', '0.1611']);
  expect(shareOf(20, 20)!.high).toBe(1);
  expect(shareOf(0, 0)).toBeUndefined();
});
