import { placesIn, type Place } from './locate/place.js';
import { escaped, specsOf, textOf } from './locate/symbols.js';
import type { Mutant } from './mutants.js';

/** What Jest's transform is told of a mutant. */
export type Mutation = Place;

/** Where a mutant may change what: one place, where it is right. */
export function placesOf(mutant: Mutant): readonly Mutation[] {
  if ('in' in mutant) return placesIn(mutant.in, mutant.change);
  const { file, find, replace: text } = mutant;
  return Array.from(textOf(file).matchAll(new RegExp(escaped(find), 'g')), ({ index: start }) => ({
    ...{ file, start, end: start + find.length, text },
  }));
}

/** The files that a mutant's test may stand in: one, where it is right. */
export function specFilesOf(mutant: Mutant): readonly string[] {
  return 'in' in mutant ? specsOf(mutant.spec, mutant.in) : [mutant.spec];
}

export function mutatedText({ file, start, end, text }: Mutation): string {
  const before = textOf(file);
  return before.slice(0, start) + text + before.slice(end);
}
