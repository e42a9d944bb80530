import { sakhaStem } from './sakha.js';
import { stemOf } from './stem.js';

/** A reading of a word: its dictionary form, and its probability (0 to 1). The dictionary itself is outside. */
export interface Reading {
  readonly lemma: string;
  readonly score: number;
}
export type Morphology = (word: string) => readonly Reading[];

/** A form under which a word is kept and found; `weight` is 1 for the likeliest reading, less for rarer ones. */
export interface WeightedForm {
  readonly form: string;
  readonly weight: number;
}

export interface AnalysedWord {
  readonly word: string;
  readonly lemmas: readonly WeightedForm[];
  /** Of the lemmas, by `stemOf`. */
  readonly stems: readonly string[];
}

/** `word` as `tokenise` gives it. */
export type Analyse = (word: string) => AnalysedWord;

const SAKHA = /[ҕҥөһү]/;
const RUSSIAN = /^[а-я]+$/;
const PLAIN: Readonly<Record<string, string>> = { ҕ: 'г', ҥ: 'н', ө: 'о', һ: 'х', ү: 'у' };
const MAX_READINGS = 3;
/** Readings less likely than this part of the best one are noise. */
const MIN_SHARE = 0.1;
const MAX_CACHED_WORDS = 50_000;

/**
 * Words with Ҕ Ҥ Ө Һ Ү never reach the Russian dictionary, which would invent paradigms for them: they are kept as they
 * are and without their endings, and both also as people without that keyboard write them.
 */
export function analyser(morphology: Morphology): Analyse {
  const cache = new Map<string, AnalysedWord>();
  return (word) => {
    const known = cache.get(word);
    if (known) return known;
    const fresh = analysed(word, morphology);
    if (cache.size >= MAX_CACHED_WORDS) cache.delete(cache.keys().next().value ?? word);
    cache.set(word, fresh);
    return fresh;
  };
}

function analysed(word: string, morphology: Morphology): AnalysedWord {
  if (SAKHA.test(word)) {
    const forms = [word, sakhaStem(word)].flatMap((form) => [form, inPlainLetters(form)]);
    return { word, lemmas: [...new Set(forms)].map((form) => ({ form, weight: 1 })), stems: [] };
  }
  const lemmas = RUSSIAN.test(word) ? readings(word, morphology) : [];
  const kept = lemmas.length > 0 ? lemmas : [{ form: word, weight: 1 }];
  return { word, lemmas: kept, stems: [...new Set(kept.map(({ form }) => stemOf(form)))].filter(Boolean) };
}

function inPlainLetters(word: string): string {
  return word.replace(/[ҕҥөһү]/g, (letter) => PLAIN[letter] ?? letter);
}

function readings(word: string, morphology: Morphology): readonly WeightedForm[] {
  const scores = new Map<string, number>();
  for (const { lemma, score } of morphology(word)) {
    const form = lemma.toLowerCase().replaceAll('ё', 'е');
    scores.set(form, (scores.get(form) ?? 0) + score);
  }
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score > 0 && score >= best * MIN_SHARE)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MAX_READINGS)
    .map(([form, score]) => ({ form, weight: Math.sqrt(score / best) }));
}
