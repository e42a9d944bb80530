import { familyOf, likenessTo, trigrams, type AnalysedWord } from '@otklik/text-analysis';

/** A form to look for and what a hit of it is worth. */
export interface Term {
  readonly form: string;
  readonly weight: number;
  /** The word itself or one of its family. Others only look like it: they lift a text, but do not make it found. */
  readonly kin: boolean;
}

/** One asked-for word and all the forms that stand for it. */
export interface TermGroup {
  readonly word: string;
  readonly terms: readonly Term[];
}

/** Of Okapi BM25: how soon repetition stops to count, and how much a long text is held against itself. */
export const K1 = 1.2;
export const B = 0.75;
/** In words. Fixed, so that what a word is worth in a text is known when the text is indexed, and stays. */
export const TYPICAL_LENGTH = 60;
export const MAX_IMPACT = 15;
export const FAMILY_WEIGHT = 0.3;
const ALIKE_WEIGHT = 0.25;
export const MIN_ALIKE = 0.45;
/** Like-looking words taken for one word, the likest first. */
const MAX_ALIKE = 8;

/**
 * What a word is worth in a text by its frequency there and the text's length, in whole steps from 1 to `MAX_IMPACT`:
 * an index that cannot count with BM25's formula keeps the steps. `frequency` may be a sum of readings' weights, so rarer
 * readings count less.
 */
export function impact(frequency: number, length: number): number {
  // Counted in the same order as the database does, so that both round alike.
  const steps = (MAX_IMPACT * frequency) / (frequency + K1 * (1 - B + (B * length) / TYPICAL_LENGTH));
  return Math.max(1, Math.floor(0.5 + steps));
}

/** Of a word that stands once in a text of the typical length. */
const USUAL_IMPACT = impact(1, TYPICAL_LENGTH);

/** What finding the word at all is worth, when `holding` of `texts` hold it; of one step of its impact. */
export function rarity(texts: number, holding: number): number {
  return (Math.log(1 + (Math.max(texts, holding) - holding + 0.5) / (holding + 0.5)) * (K1 + 1)) / MAX_IMPACT;
}

/**
 * The forms of the index that stand for an asked-for word: its readings, words of the same family, and words that look
 * alike (which also catches derivations that no list of endings knows). `near`: lemmas of the index that share 3-grams.
 */
export function termsFor(asked: AnalysedWord, near: readonly string[]): TermGroup {
  const known = lastTerms.get(near);
  if (known?.asked === asked) return known.group;
  const group = groupFor(asked, near);
  lastTerms.set(near, { asked, group });
  return group;
}

/** Of a word that is asked again in the same list, as hundreds of words are compared each time. It goes with the list. */
const lastTerms = new WeakMap<readonly string[], { readonly asked: AnalysedWord; readonly group: TermGroup }>();

function groupFor(asked: AnalysedWord, near: readonly string[]): TermGroup {
  const readings = asked.lemmas.map(({ form, weight }): Term => ({ form, weight, kin: true }));
  const likenesses = asked.lemmas.map(({ form }) => likenessTo(trigrams(form)));
  const own = new Set(asked.lemmas.map(({ form }) => form));
  const others = near
    .filter((lemma) => !own.has(lemma))
    .map((lemma) => relative(asked, likenesses, lemma))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.form < other.form ? -1 : 1))
    .slice(0, MAX_ALIKE);
  return { word: asked.word, terms: [...readings, ...others] };
}

function relative(
  asked: AnalysedWord,
  likenesses: readonly ((grams: readonly string[]) => number)[],
  lemma: string,
): Term {
  const kin = asked.families.includes(familyOf(lemma));
  if (kin) return { form: lemma, weight: FAMILY_WEIGHT, kin };
  const grams = trigrams(lemma);
  const alike = Math.max(0, ...likenesses.map((likeness) => likeness(grams)));
  return { form: lemma, weight: alike >= MIN_ALIKE ? ALIKE_WEIGHT * alike : 0, kin };
}

/** How many of the asked-for words a text must hold to count as found, however weak it is. */
export function wordsNeeded(asked: number): number {
  return asked <= 2 ? asked : Math.ceil(asked * 0.6);
}

/** A form to look for, and what it adds to the score of a text that holds it. */
export interface WorthTerm {
  readonly form: string;
  /** For each step of its impact there; of a `flat` one at once. */
  readonly worth: number;
  /** A less likely reading or a word of the family: how often it stands there says little, and is not looked at. */
  readonly flat: boolean;
}

/** An asked-for word, when it is known how rare its forms are. */
export interface WorthGroup {
  /** The word itself and its family: a text with one of them meets the group. */
  readonly terms: readonly WorthTerm[];
  /** What the rarest of them is worth; 0 when no text holds any. */
  readonly worth: number;
  /** Forms that look like it: a text with any of them is lifted by so much, once. */
  readonly alike: readonly string[];
  readonly lift: number;
}

/** Part of what the word itself usually adds. */
const LIFT = 0.15;
/** Part of what a less likely form usually adds. */
const FLAT = 0.5;

/** The groups with what they are worth, when so many of so many texts hold each form. */
export function worthGroups(
  groups: readonly TermGroup[],
  texts: number,
  holding: (form: string) => number,
): readonly WorthGroup[] {
  return groups.map((group) => {
    const kin = group.terms.filter((term) => term.kin);
    const steps = kin.map(({ form, weight }) => weight * rarity(texts, holding(form)));
    const worth = Math.max(0, ...steps.filter((_, at) => holding(kin[at]!.form) > 0));
    const terms = kin.map(({ form, weight }, at) => {
      const flat = weight < 1;
      return { form, worth: steps[at]! * (flat ? FLAT * USUAL_IMPACT : 1), flat };
    });
    const alike = group.terms.filter((term) => !term.kin).map(({ form }) => form);
    return { terms, worth, alike, lift: LIFT * worth * USUAL_IMPACT };
  });
}

const TELLING = 0.3;

/** An index may add worths up in another order, or with fewer digits, than here: the needed sum is taken a little lower. */
export const LENIENT = 1 - 1e-6;

/**
 * A text with fewer of the words than are needed is found too when those that it holds are worth so much together: 0.3 of
 * all, or as much as the rarest of them.
 */
export function tellingWorth(groups: readonly WorthGroup[]): number {
  const worths = groups.map(({ worth }) => worth);
  return Math.min(TELLING * worths.reduce((sum, worth) => sum + worth, 0), Math.max(0, ...worths));
}

/**
 * The groups without one of which no text has enough: all that are left together are fewer than are needed, and not telling.
 * `alone`: any one of them is enough.
 */
export function leadingGroups(
  groups: readonly WorthGroup[],
  needed: number,
  telling: number,
): { readonly leading: readonly WorthGroup[]; readonly alone: boolean } {
  const least = telling * LENIENT;
  const descending = [...groups].sort((one, other) => other.worth - one.worth);
  let count = descending.length;
  for (let left = 0, together = 0; count > 0; count -= 1) {
    left += 1;
    together += descending[count - 1]!.worth;
    if (left >= needed || together >= least) break;
  }
  const leading = descending.slice(0, count);
  return { leading, alone: needed <= 1 || leading.every(({ worth }) => worth >= least) };
}

/** Words of one beginning that an index names: the commonest. Fewer are all that begin so. */
export const MAX_BEGUN = 200;

/**
 * Words of an index that are looked at because they share 3-grams with a word: those that share the most. Of words that
 * share equally many, all are looked at or, when they would be too many, none: so every index looks at the same ones.
 */
export function mostNear(districts: readonly number[]): number {
  return Math.min(200 * districts.length, 5_000);
}
