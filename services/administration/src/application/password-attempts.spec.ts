import { expect, it } from '@jest/globals';
import { MAX_ZERO_BITS, MIN_ZERO_BITS, zeroBitsAfter } from './password-attempts.js';

it('doubles the work with each five tries from one place, up to what a browser can do', () => {
  expect([0, 4, 5, 9, 10].map(zeroBitsAfter)).toEqual([0, 0, 1, 1, 2].map((more) => MIN_ZERO_BITS + more));
  expect([30, 1_000_000].map(zeroBitsAfter)).toEqual([MAX_ZERO_BITS, MAX_ZERO_BITS]);
});
