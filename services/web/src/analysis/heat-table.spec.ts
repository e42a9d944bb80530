import { expect, it } from '@jest/globals';
import { timesUsual, together, toneOf } from './heat-table.js';

it('says how many times more than usual came, where it is more and not a few', () => {
  expect(timesUsual({ count: 31, usual: 22 })).toBe(1.4);
  expect(timesUsual({ count: 27, usual: 10.1 })).toBe(2.5);
  expect(timesUsual({ count: 9, usual: 9 })).toBeUndefined();
  expect(timesUsual({ count: 4, usual: 0 })).toBeUndefined();
  expect(timesUsual({ count: 5, usual: 0 })).toBe(5);
});

it('has a tone for each step, and none for what is usual', () => {
  expect([undefined, 1.4, 2, 3.5].map(toneOf)).toEqual(['', 'is-warm', 'is-hot', 'is-hottest']);
});

it('counts the places beyond the last column together', () => {
  expect(together([{ count: 2, usual: 1 }, undefined, { count: 3, usual: 0.5 }])).toEqual({ count: 5, usual: 1.5 });
});
