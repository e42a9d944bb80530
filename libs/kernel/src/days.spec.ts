import { expect, it } from '@jest/globals';
import { isWithin } from './days.js';

const days = { from: '2026-11-24', to: '2026-11-26' };

it.each([
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2026-11-26', true],
  ['2026-11-27', false],
])('counts both ends among the days: %s is %s', (on, expected) => {
  expect(isWithin(days, on)).toBe(expected);
});

it('has no day where there are none', () => {
  expect(isWithin(undefined, '2026-11-24')).toBe(false);
});
