import { expect, it } from '@jest/globals';
import { areSame, countsOf, isKnown } from './counts.js';

it('a count that the network did not tell is a hole, and never 0', () => {
  const missing = countsOf([{ metric: 'LIKES', value: null, quality: 'missing' }]);
  expect(missing).toEqual([{ metric: 'LIKES', value: null, quality: 'MISSING' }]);
  expect(isKnown(missing)).toBe(false);
  const none = countsOf([{ metric: 'LIKES', value: 0, quality: 'exact' }]);
  expect(none).toEqual([{ metric: 'LIKES', value: 0, quality: 'EXACT' }]);
  expect(isKnown(none)).toBe(true);
  expect(areSame(missing, none)).toBe(false);
});

it('counts are the same in any order, and differ by value and quality', () => {
  const [likes, views] = [
    { metric: 'LIKES', value: 7, quality: 'exact' },
    { metric: 'VIEWS', value: 90, quality: 'rounded' },
  ] as const;
  expect(areSame(countsOf([likes, views]), countsOf([views, likes]))).toBe(true);
  expect(areSame(countsOf([views]), countsOf([{ ...views, quality: 'exact' }]))).toBe(false);
  expect(countsOf([{ ...views, value: 9e12 }])[0]!.value).toBe(2_147_483_647);
});
