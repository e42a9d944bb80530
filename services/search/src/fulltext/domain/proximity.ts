import { formsOf, type Concept } from './concept.js';
import { wordsOf } from './indexed-text.js';

/** Words further apart than this do not count as standing together. */
export const MAX_DISTANCE = 5;

/**
 * How closely neighbouring concepts of a query stand together in a text, 0 to 1: the mean over the pairs of 1 ÷ the
 * distance in words. `sequence` as `indexedText` gives it.
 */
export function proximity(sequence: string, concepts: readonly Concept[]): number {
  if (concepts.length < 2) return 0;
  const lemmas = wordsOf(sequence);
  const places = concepts.map((concept) => {
    const forms = formsOf([concept]);
    return lemmas.flatMap((lemma, at) => (forms.has(lemma) ? [at] : []));
  });
  const pairs = places.slice(1).map((after, at) => closeness(places[at] ?? [], after));
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}

function closeness(ones: readonly number[], others: readonly number[]): number {
  const distances = ones.flatMap((one) => others.map((other) => Math.abs(one - other)).filter((far) => far > 0));
  const nearest = Math.min(MAX_DISTANCE + 1, ...distances);
  return nearest > MAX_DISTANCE ? 0 : 1 / nearest;
}
