import type { Analyse } from '../word-analysis.js';
import { separatingPlane, type PlaneExample } from './separating-plane.js';
import { featuresOf, isTelling, PLACES, type Feature } from './text-features.js';
import { rarityCount, weighedText, type Rarity, type WeighedText } from './weighed-text.js';

/** A text and what was chosen for it: a code of a topic, a department, the classifier. */
export interface Chosen {
  readonly text: string;
  readonly choice: string;
  /** When it was chosen, ms since 1970. */
  readonly at: number;
}

/** What a choice was learned to be. Its table holds hashes and weights; no word of any text is in it. */
export interface LearnedChoice {
  readonly rarity: Rarity;
  readonly choices: readonly LearnedWeights[];
}

export interface LearnedWeights {
  readonly choice: string;
  readonly bias: number;
  /** A weight is `steps[place] × step`. */
  readonly steps: Int8Array;
  readonly step: number;
}

export interface ProposedChoice {
  readonly choice: string;
  /** Greater is surer; above 0 it is on the side of this choice. */
  readonly score: number;
  /** Words of the text that spoke for it most, as written but in lower case. */
  readonly words: readonly string[];
}

export interface Learning {
  /** A choice with fewer texts is not learned. */
  readonly minTexts?: number;
  /** In ms: a choice so much older than the newest counts half. Without it all count alike. */
  readonly halfLife?: number;
}

const COST = 0.15;
const MIN_TEXTS = 5;
/** However old, a choice counts this part of a new one. */
const MIN_AGE_WEIGHT = 0.05;
const PROPOSED = 3;
const REASONS = 3;
const MAX_STEPS = 127;

/**
 * Learns from the choices of people: one plane a choice against all others. It computes for up to seconds: each step looks at
 * one text or learns one choice, so that others have their turn between two. Undefined where there are fewer than two choices to learn.
 */
export function* learning(
  chosen: readonly Chosen[],
  analyse: Analyse,
  { minTexts = MIN_TEXTS, halfLife }: Learning = {},
): Generator<undefined, LearnedChoice | undefined> {
  const counts = new Map<string, number>();
  for (const { choice } of chosen) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  const taken = chosen.filter(({ choice }) => counts.get(choice)! >= minTexts);
  const names = [...new Set(taken.map(({ choice }) => choice))].sort();
  if (names.length < 2) return undefined;
  // Twice, since the features of thousands of texts together would fill the memory of a small machine.
  const count = rarityCount(PLACES);
  for (const { text } of taken) {
    count.take(featuresOf(text, analyse));
    yield;
  }
  const rarity = count.result();
  const texts: WeighedText[] = [];
  for (const { text } of taken) {
    texts.push(weighedText(featuresOf(text, analyse), rarity));
    yield;
  }
  const newest = Math.max(...taken.map(({ at }) => at));
  const ages = taken.map(({ at }) =>
    halfLife === undefined ? 1 : Math.max(MIN_AGE_WEIGHT, 2 ** ((at - newest) / halfLife)),
  );
  const choices: LearnedWeights[] = [];
  for (const [seed, choice] of names.entries()) {
    const isOf = (at: number): boolean => taken[at]!.choice === choice;
    const own = counts.get(choice)!;
    // Of few texts each counts more, so that frequent choices do not drown rare ones.
    const part = (at: number) => taken.length / (2 * (isOf(at) ? own : taken.length - own));
    const examples = texts.map((text, at): PlaneExample => ({ text, cost: COST * part(at) * ages[at]! }));
    choices.push({ choice, ...inSteps(separatingPlane(examples, isOf, PLACES, seed + 1)) });
    yield;
  }
  return { rarity, choices };
}

/** At once. */
export function learned(chosen: readonly Chosen[], analyse: Analyse, options?: Learning): LearnedChoice | undefined {
  const steps = learning(chosen, analyse, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The likeliest choices for a text, likeliest first, at most `count`; none for a text of which nothing is known. */
export function proposedChoices(
  { rarity, choices }: LearnedChoice,
  text: string,
  analyse: Analyse,
  count: number = PROPOSED,
): readonly ProposedChoice[] {
  const features = featuresOf(text, analyse).filter(({ place }) => rarity.having[place]! > 0);
  const { values } = weighedText(features, rarity);
  if (features.length === 0) return [];
  const scored = choices.map((of) => ({ of, score: scoreOf(of, features, values) }));
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ of, score }) => ({ choice: of.choice, score, words: reasons(of, features, values) }));
}

function scoreOf({ bias, steps, step }: LearnedWeights, features: readonly Feature[], values: Float32Array): number {
  return bias + step * features.reduce((sum, { place }, at) => sum + steps[place]! * values[at]!, 0);
}

/** What each feature gave is shared among the words that it was made of. */
function reasons({ steps }: LearnedWeights, features: readonly Feature[], values: Float32Array): readonly string[] {
  const given = new Map<string, number>();
  features.forEach(({ place, words }, at) => {
    const share = (steps[place]! * values[at]!) / words.length;
    for (const word of words) given.set(word, (given.get(word) ?? 0) + share);
  });
  return [...given]
    .filter(([word, sum]) => sum > 0 && isTelling(word))
    .sort(([, one], [, other]) => other - one)
    .slice(0, REASONS)
    .map(([word]) => word);
}

function inSteps({ weights, bias }: { readonly weights: Float32Array; readonly bias: number }) {
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = greatest === 0 ? 1 : greatest / MAX_STEPS;
  return { bias, step, steps: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}
