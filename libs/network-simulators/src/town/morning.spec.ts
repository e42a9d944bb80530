import { expect, it } from '@jest/globals';
import { morningOf } from './morning.js';

const plan = { comments: 300, minutes: 60, seed: 7, pages: 4 };

it('a morning is the same by the same seed, and another by another', () => {
  expect(morningOf(plan)).toEqual(morningOf(plan));
  expect(morningOf({ ...plan, seed: 8 })).not.toEqual(morningOf(plan));
});

it('has its comments in order within its time, over all pages, many of one matter, a few urgent', () => {
  const morning = morningOf(plan);
  expect(morning).toHaveLength(300);
  const times = morning.map(({ after }) => after);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.every((after) => after >= 0 && after < 3_600_000)).toBe(true);
  expect(new Set(morning.map(({ page }) => page)).size).toBe(4);
  const of = (word: RegExp) => morning.filter(({ text }) => word.test(text)).length;
  expect(of(/горяч/i)).toBeGreaterThan(30);
  expect(of(/газом|дым|искрит/)).toBeGreaterThan(1);
  expect(of(/\{place\}/)).toBe(0);
});
