import { describe, expect, it } from '@jest/globals';
import { placesOf, mutants } from './mutants.js';

/** Only seen red with its guarantee broken does a test count; what moved in the source is noticed here, not a month later. */
describe('mutants', () => {
  it.each(mutants.map((one) => [one.name, one] as const))('%s: breaks one place that is there', (_, mutant) => {
    expect(placesOf(mutant)).toBe(1);
  });
});
