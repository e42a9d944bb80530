import { tokenise } from './tokens.js';
import type { Analyse } from './word-analysis.js';

/** Words and phrases that mean the same: `[ветхое жильё, барак]`. */
export type SynonymGroup = readonly string[];

/** A run of words that has other names. */
export interface SynonymSpan {
  /** Places among the words, from 0: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Phrases with the same meaning, word by word. */
  readonly alternatives: readonly (readonly string[])[];
}

/** `words` as `tokenise` gives them. */
export interface Synonyms {
  /** The longest runs that have synonyms, from left to right; they never overlap. */
  spans(words: readonly string[]): readonly SynonymSpan[];
  /** Every phrase that `words` may stand for, `words` itself first; at most `MAX_EXPANSIONS`. */
  expansions(words: readonly string[]): readonly (readonly string[])[];
}

/** Bounds the work of a phrase with several synonyms, whose alternatives multiply. */
const MAX_EXPANSIONS = 32;

interface Phrase {
  readonly words: readonly string[];
  readonly forms: readonly ReadonlySet<string>[];
  readonly group: SynonymGroup;
}

/** Words are compared in any form. A phrase may stand in several groups; none leads on to the synonyms of its synonyms. */
export function synonymsOf(groups: readonly SynonymGroup[], analyse: Analyse): Synonyms {
  const phrases = groups.flatMap((group) => group.map((source) => phraseOf(source, group, analyse)));
  const byFirst = Map.groupBy(
    phrases.flatMap((phrase) => [...(phrase.forms[0] ?? [])].map((form) => ({ form, phrase }))),
    ({ form }) => form,
  );
  const spanAt = (words: readonly string[], from: number): SynonymSpan | undefined => {
    const found = formsOf(words[from]!, analyse)
      .flatMap((form) => byFirst.get(form) ?? [])
      .filter(({ phrase }) => standsAt(phrase, words, from, analyse))
      .map(({ phrase }) => phrase);
    const longest = Math.max(0, ...found.map((phrase) => phrase.words.length));
    if (longest === 0) return undefined;
    const own = found.filter((phrase) => phrase.words.length === longest);
    return { from, to: from + longest, alternatives: alternativesOf(own, phrases) };
  };
  const spans = (words: readonly string[]): readonly SynonymSpan[] => {
    const found: SynonymSpan[] = [];
    for (let at = 0; at < words.length;) {
      const span = spanAt(words, at);
      if (span) found.push(span);
      at = span?.to ?? at + 1;
    }
    return found;
  };
  return { spans, expansions: (words) => expanded(words, spans(words)) };
}

/** The forms under which a word of a rule or synonym is met: only itself where it is a dictionary form. */
export function formsOf(word: string, analyse: Analyse): readonly string[] {
  const forms = analyse(word).lemmas.map(({ form }) => form);
  return forms.includes(word) || forms.length === 0 ? [word] : forms;
}

function phraseOf(source: string, group: SynonymGroup, analyse: Analyse): Phrase {
  const words = tokenise(source).map(({ word }) => word);
  return { words, group, forms: words.map((word) => new Set(formsOf(word, analyse))) };
}

function standsAt(phrase: Phrase, words: readonly string[], from: number, analyse: Analyse): boolean {
  return phrase.forms.every((forms, at) => {
    const word = words[from + at];
    return word !== undefined && formsOf(word, analyse).some((form) => forms.has(form));
  });
}

function alternativesOf(own: readonly Phrase[], phrases: readonly Phrase[]): readonly (readonly string[])[] {
  const said = new Set(own.map((phrase) => phrase.words.join(' ')));
  const others = phrases.filter((phrase) => own.some(({ group }) => group === phrase.group));
  return others
    .filter(({ words }) => {
      const key = words.join(' ');
      return words.length > 0 && !said.has(key) && Boolean(said.add(key));
    })
    .map(({ words }) => words);
}

function expanded(words: readonly string[], spans: readonly SynonymSpan[]): readonly (readonly string[])[] {
  let phrases: (readonly string[])[] = [[]];
  let done = 0;
  for (const { from, to, alternatives } of spans) {
    const before = words.slice(done, from);
    const choices = [words.slice(from, to), ...alternatives];
    phrases = choices.flatMap((choice) => phrases.map((start) => [...start, ...before, ...choice]));
    phrases = phrases.slice(0, MAX_EXPANSIONS);
    done = to;
  }
  return phrases.map((start) => [...start, ...words.slice(done)]);
}
