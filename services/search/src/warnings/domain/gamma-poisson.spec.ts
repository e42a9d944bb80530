import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chanceOf, quantileOf } from './gamma-poisson.js';

const before = fc.record({ sum: fc.integer({ min: 0, max: 400 }), weeks: fc.integer({ min: 1, max: 52 }) });

describe('a count beside the weeks before', () => {
  it('is judged by the negative binomial distribution', () => {
    // P(0) = p^a with a = 0.5 and p = 8/9; P(1) = a (1 - p) P(0); P(2) = (a + 1)/2 (1 - p) P(1).
    const none = Math.sqrt(8 / 9);
    const one = (0.5 / 9) * none;
    const two = (1.5 / 2 / 9) * one;
    expect(chanceOf(0, { sum: 0, weeks: 8 })).toBe(1);
    expect(chanceOf(1, { sum: 0, weeks: 8 })).toBeCloseTo(1 - none, 12);
    expect(chanceOf(3, { sum: 0, weeks: 8 })).toBeCloseTo(1 - none - one - two, 12);
  });

  it('is the less likely the greater it is, and the likelier the more there were', () => {
    fc.assert(
      fc.property(before, fc.integer({ min: 0, max: 60 }), ({ sum, weeks }, count) => {
        const chance = chanceOf(count, { sum, weeks });
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOf(count + 1, { sum, weeks })).toBeLessThanOrEqual(chance);
        expect(chanceOf(count, { sum: sum + 1, weeks })).toBeGreaterThanOrEqual(chance - 1e-12);
      }),
    );
  });

  it('is usual between its quantiles', () => {
    expect([quantileOf(0.1, { sum: 0, weeks: 8 }), quantileOf(0.9, { sum: 0, weeks: 8 })]).toEqual([0, 0]);
    fc.assert(
      fc.property(before, fc.constantFrom(0.1, 0.5, 0.9), (weeks, share) => {
        const at = quantileOf(share, weeks);
        expect(1 - chanceOf(at + 1, weeks)).toBeGreaterThanOrEqual(share - 1e-9);
        expect(at === 0 || 1 - chanceOf(at, weeks) < share + 1e-9).toBe(true);
      }),
    );
  });
});

describe('after weeks with very many', () => {
  it.each([10_000, 100_000])('a flood after %i in 8 weeks is out of the ordinary, an ordinary week is not', (sum) => {
    const before = { sum, weeks: 8 };
    expect(chanceOf(sum / 4, before)).toBeLessThan(1e-6);
    expect(chanceOf(sum / 8, before)).toBeCloseTo(0.5, 1);
    expect(quantileOf(0.5, before)).toBeGreaterThan((sum / 8) * 0.99);
    expect(quantileOf(0.5, before)).toBeLessThan((sum / 8) * 1.01);
  });
});
