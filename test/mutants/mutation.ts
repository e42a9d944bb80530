import { placesIn, type Place } from './locate/place.js';
import { specsOf, textOf } from './locate/symbols.js';
import type { Mutant } from './mutants.js';

/** The environment of Jest's transform for a mutant. */
export type Mutation = Place;

/** Where a mutant may change what: one place, where it is right. */
export function placesOf(mutant: Mutant): readonly Mutation[] {
  return placesIn(mutant.in, mutant.change);
}

/** The files that a mutant's test may stand in: one, where it is right. */
export function specFilesOf(mutant: Mutant): readonly string[] {
  return specsOf(mutant.spec, mutant.in);
}

export function mutatedText({ file, start, end, text }: Mutation): string {
  const before = textOf(file);
  return before.slice(0, start) + text + before.slice(end);
}
