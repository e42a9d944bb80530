import { describe, expect, it } from '@jest/globals';
import { placesOf, mutants } from './mutants.js';

/** A snippet that moved in its source is noticed here, before the mutants are run. */
describe('mutants', () => {
  it.each(mutants.map((one) => [one.name, one] as const))('%s: its snippet occurs once in its file', (_, mutant) => {
    expect(placesOf(mutant)).toBe(1);
  });
});
