/*
 * Whether a count of a week is out of the ordinary beside the weeks before it, for small numbers. A rate with Jeffreys' prior
 * Gamma(1/2, 0) and Poisson counts makes the count to come negative binomial.
 *
 * Source: M. Höhle, "surveillance: An R package for the monitoring of infectious diseases", Computational Statistics 22 (2007)
 * 571–582, doi 10.1007/s00180-007-0074-8 (its method "bayes", after A. Riebler, 2004).
 */

/** Of half a case beforehand: without it nothing would ever be likely after weeks without a case. */
const PRIOR = 0.5;

export interface Before {
  /** How many there were in those weeks together. */
  readonly sum: number;
  readonly weeks: number;
}

/** Probabilities of 0, 1, 2 … in a week, without end; by their logarithms, since the first of a great sum is less than the least number. */
function* probabilities({ sum, weeks }: Before): Generator<number> {
  const size = PRIOR + sum;
  const next = 1 / (weeks + 1);
  let logarithm = size * Math.log1p(-next);
  for (let count = 0; ; count += 1) {
    yield Math.exp(logarithm);
    logarithm += Math.log(((size + count) / (count + 1)) * next);
  }
}

/** The probability, 0 to 1, of at least `count` in a week by chance alone. */
export function chanceOf(count: number, before: Before): number {
  let below = 0;
  let at = 0;
  for (const probability of probabilities(before)) {
    if (at >= count) break;
    below += probability;
    at += 1;
  }
  return Math.max(0, 1 - below);
}

/** The least count that is reached or not passed with this probability, 0 to 1. */
export function quantileOf(share: number, before: Before): number {
  let sum = 0;
  let at = 0;
  for (const probability of probabilities(before)) {
    sum += probability;
    // Sums of many small numbers may never come to a share near 1.
    if (sum >= share || (probability < 1e-12 && at > before.sum)) break;
    at += 1;
  }
  return at;
}
