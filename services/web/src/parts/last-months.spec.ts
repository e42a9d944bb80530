import { expect, it } from '@jest/globals';
import { lastMonths } from './last-months.js';

it('fills the months without anything, over the turn of the year', () => {
  const months = lastMonths([
    { value: '2026-02', count: 5 },
    { value: '2025-11', count: 3 },
  ]);
  expect(months.map(({ value }) => value).slice(0, 2)).toEqual(['2025-03', '2025-04']);
  expect(months.slice(-4).map(({ count }) => count)).toEqual([3, 0, 0, 5]);
  expect(lastMonths([])).toEqual([]);
});
