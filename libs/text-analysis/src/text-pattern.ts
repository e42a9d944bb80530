import { formsOf, type Synonyms } from './synonyms.js';
import { folded, tokenise } from './tokens.js';
import type { Analyse } from './word-analysis.js';

/**
 * What a rule looks for in a text, as a clerk writes it:
 * `яма`: the word in any form, or a synonym of it; `детская площадка`: the words one behind the other; `аварийн*`: any
 * word that begins so; `снег + двор`: both, wherever they stand; `нет ~ вода`: both, near each other, in any order.
 */
export interface TextPattern {
  readonly source: string;
  readonly relation: 'ANYWHERE' | 'NEAR';
  /** All of them must be met. */
  readonly phrases: readonly (readonly PatternWord[])[];
}
export interface PatternWord {
  readonly word: string;
  /** Any word that begins so. */
  readonly prefix: boolean;
}

/** A pattern that cannot be understood; the message says what is wrong with it. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** How words are compared: in any form, and by their synonyms. */
export interface Language {
  readonly analyse: Analyse;
  readonly synonyms: Synonyms;
}

/** A text made ready for many patterns: where its forms stand. */
export interface ReadText {
  readonly words: readonly string[];
  /** Places of each word and each of its dictionary forms, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Words between two that stand near each other. */
const MAX_WORDS_BETWEEN = 4;
/** A shorter beginning would meet unrelated words. */
const MIN_PREFIX = 3;
const WORD = /^[\p{L}\p{M}\p{N}]+\*?$/u;

/** Throws `PatternError`. */
export function parsePattern(source: string): TextPattern {
  if (source.includes('+') && source.includes('~')) throw new PatternError(`«${source}» mixes + and ~`);
  const relation = source.includes('~') ? 'NEAR' : 'ANYWHERE';
  return { source, relation, phrases: source.split(/[+~]/).map((part) => phraseOf(part, source)) };
}

/** What is wrong with a pattern, for the person who wrote it; undefined when nothing is. */
export function patternFault(source: string): string | undefined {
  try {
    parsePattern(source);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

function phraseOf(part: string, source: string): readonly PatternWord[] {
  const words = part.replaceAll('-', ' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) throw new PatternError(`«${source}» has a side without a word`);
  return words.map((typed) => {
    if (!WORD.test(typed)) throw new PatternError(`«${source}»: «${typed}» is not a word or the beginning of one`);
    const prefix = typed.endsWith('*');
    const word = folded(prefix ? typed.slice(0, -1) : typed);
    if (prefix && word.length < MIN_PREFIX)
      throw new PatternError(`«${source}»: at least ${MIN_PREFIX} letters stand before *`);
    return { word, prefix };
  });
}

export function readText(text: string, analyse: Analyse): ReadText {
  const words = tokenise(text).map(({ word }) => word);
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const form of new Set([word, ...analyse(word).lemmas.map((lemma) => lemma.form)])) {
      const known = places.get(form);
      if (known) known.push(at);
      else places.set(form, [at]);
    }
  });
  return { words, places };
}

/** Answers whether a text meets the pattern; made once, asked of many texts. */
export function compilePattern({ phrases, relation }: TextPattern, language: Language): (text: ReadText) => boolean {
  const compiled = phrases.map((phrase) => alternativesOf(phrase, language));
  return (text) => {
    const met = compiled.map((alternatives) => alternatives.flatMap((phrase) => spansOf(phrase, text)));
    if (met.some((spans) => spans.length === 0)) return false;
    return relation === 'ANYWHERE' || standNear(met);
  };
}

interface CompiledWord {
  readonly prefix: boolean;
  readonly forms: readonly string[];
}
type CompiledPhrase = readonly CompiledWord[];
interface Span {
  readonly from: number;
  readonly to: number;
}

function alternativesOf(phrase: readonly PatternWord[], { analyse, synonyms }: Language): readonly CompiledPhrase[] {
  const compiled = ({ word, prefix }: PatternWord): CompiledWord => ({
    prefix,
    forms: prefix ? [word] : formsOf(word, analyse),
  });
  if (phrase.some(({ prefix }) => prefix)) return [phrase.map(compiled)];
  const whole = synonyms.expansions(phrase.map(({ word }) => word));
  return whole.map((words) => words.map((word) => compiled({ word, prefix: false })));
}

function spansOf(phrase: CompiledPhrase, text: ReadText): readonly Span[] {
  const [first, ...rest] = phrase.map((word) => new Set(placesOf(word, text)));
  const starts = [...(first ?? [])].filter((from) => rest.every((places, at) => places.has(from + at + 1)));
  return starts.map((from) => ({ from, to: from + phrase.length }));
}

function placesOf({ prefix, forms }: CompiledWord, { words, places }: ReadText): readonly number[] {
  if (!prefix) return forms.flatMap((form) => places.get(form) ?? []);
  return words.flatMap((word, at) => (word.startsWith(forms[0]!) ? [at] : []));
}

/** Each phrase near the one before it. */
function standNear(met: readonly (readonly Span[])[]): boolean {
  const [first = [], ...rest] = met;
  let reached = first;
  for (const spans of rest) reached = spans.filter((span) => reached.some((other) => areNear(span, other)));
  return reached.length > 0;
}

function areNear(one: Span, other: Span): boolean {
  const between = Math.max(one.from - other.to, other.from - one.to);
  return between >= 0 && between <= MAX_WORDS_BETWEEN;
}
