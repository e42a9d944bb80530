import { corrected, isStopWord, type Analyse, type Token } from '@otklik/text-analysis';
import {
  FAMILY_WEIGHT,
  MAX_BEGUN,
  tellingWorth,
  termsFor,
  wordsNeeded,
  worthGroups,
  type TermGroup,
  type WorthGroup,
} from '../../domain/ranking.js';
import type { AskedWord, Query } from '../../domain/query.js';
import type { RegisterFilter } from '../register/register-filter.js';
import type { Districts, IndexAnswer, IndexQuery, SearchReading, Vocabulary } from './search-index.js';

export interface TextSearch {
  readonly districts: Districts;
  readonly query: Query;
  readonly filter: RegisterFilter;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundTexts extends IndexAnswer {
  /** The words as they were read, when one of them was corrected. */
  readonly correctedTo?: string;
  /** For highlighting: was this word asked for? */
  readonly asked: (token: Token) => boolean;
}

interface ReadWord extends AskedWord {
  readonly vocabulary: Vocabulary;
  readonly changed: boolean;
}

/** How an understood query is asked of an index: spelling first, then every form that may stand for each word. */
export async function searchTexts(index: SearchReading, analyse: Analyse, search: TextSearch): Promise<FoundTexts> {
  const { query, districts, filter, offset, limit } = search;
  const words = await readWords(index, analyse, districts, query);
  const beginnings = words.filter(({ prefix }) => prefix);
  const groups = words.filter(({ prefix }) => !prefix).map((word) => groupOf(word, analyse));
  const without = query.without.filter(({ prefix }) => !prefix);
  const exact = phraseWords(query);
  const ranked = await rankedBy(index, districts, [...groups, ...exact.map((word) => phraseGroup(word, analyse))]);
  // Whatever holds the phrases holds those of their words too that are not looked up.
  const certain = query.phrases.flat().length - exact.length;
  const found = await index.search({
    districts,
    groups: beginnings.length > 0 && ranked.telling === 0 ? begunGroups(beginnings, analyse) : ranked.groups,
    telling: ranked.telling,
    needed: Math.max(0, wordsNeeded(groups.length) - certain),
    phrases: query.phrases,
    prefixes: beginnings.map(({ word }) => word),
    without: without.map(({ word }) => analyse(word).lemmas[0]?.form ?? word),
    withoutPhrases: query.withoutPhrases,
    withoutPrefixes: query.without.filter(({ prefix }) => prefix).map(({ word }) => word),
    ...{ filter, offset, limit },
  });
  const spelt = words.some(({ changed }) => changed) ? { correctedTo: shown(words) } : {};
  return { ...found, ...spelt, asked: askedFor(words, groups, query, analyse) };
}

/** What the forms are worth by their rarity among the districts' texts. */
async function rankedBy(
  index: SearchReading,
  districts: Districts,
  groups: readonly TermGroup[],
): Promise<Pick<IndexQuery, 'groups' | 'telling'>> {
  if (groups.length === 0) return { groups: [], telling: 0 };
  const forms = [...new Set(groups.flatMap(({ terms }) => terms.map(({ form }) => form)))];
  const { texts, counts } = await index.holding(districts, forms);
  const known = new Map(forms.map((form, at) => [form, counts[at] ?? 0]));
  const worth = worthGroups(groups, texts, (form) => known.get(form) ?? 0);
  return { groups: worth, telling: tellingWorth(worth) };
}

/** Words that say nothing are left out, unless nothing else was said. */
async function readWords(
  index: SearchReading,
  analyse: Analyse,
  districts: Districts,
  query: Query,
): Promise<readonly ReadWord[]> {
  const telling = query.words.filter(({ word, prefix }) => prefix || !isStopWord(word));
  const asked = telling.length > 0 || query.phrases.length > 0 ? telling : query.words;
  const known = await vocabularies(index, analyse, districts, asked);
  const read = asked.map((one, at) => {
    const vocabulary = known[at] ?? nothingKnown;
    const better = one.prefix || vocabulary.known ? undefined : corrected(one.word, vocabulary.words);
    return { ...one, word: better ?? one.word, vocabulary, changed: better !== undefined };
  });
  const changed = read.filter((word) => word.changed);
  if (changed.length === 0) return read;
  const again = await vocabularies(index, analyse, districts, changed);
  return read.map((word) =>
    word.changed ? { ...word, vocabulary: again[changed.indexOf(word)] ?? nothingKnown } : word,
  );
}

const nothingKnown: Vocabulary = { known: false, words: [], lemmas: [] };

function vocabularies(
  index: SearchReading,
  analyse: Analyse,
  districts: Districts,
  words: readonly AskedWord[],
): Promise<readonly Vocabulary[]> | readonly Vocabulary[] {
  if (words.length === 0) return [];
  const forms = words.map(({ word, prefix }) => ({
    ...{ word, prefix },
    lemmas: analyse(word).lemmas.map(({ form }) => form),
  }));
  return index.vocabulary(districts, forms);
}

function groupOf(word: ReadWord, analyse: Analyse): TermGroup {
  const { word: form, vocabulary } = word;
  const group = termsFor(analyse(form), vocabulary.lemmas);
  if (vocabulary.known || group.terms.some(({ kin, weight }) => kin && weight === FAMILY_WEIGHT)) return group;
  // Nothing of the word itself is there: what looks like it is better than nothing.
  return { ...group, terms: group.terms.map((term) => ({ ...term, kin: true })) };
}

/**
 * Where texts are looked for when no text holds any other word. A beginning is demanded by itself and says nothing about
 * which text is better, so this only spares reading all of them; but when so many words begin so that the index names the
 * commonest alone, a text with a rare one must be found too, and all are read.
 */
function begunGroups(beginnings: readonly ReadWord[], analyse: Analyse): readonly WorthGroup[] {
  const allNamed = beginnings.filter(({ vocabulary }) => vocabulary.words.length < MAX_BEGUN);
  return allNamed.map(({ vocabulary }) => {
    const forms = new Set(vocabulary.words.flatMap(({ word }) => analyse(word).lemmas.map(({ form }) => form)));
    return { terms: [...forms].map((form) => ({ form, worth: 0, flat: true })), worth: 0, alike: [], lift: 0 };
  });
}

/** More words of phrases than this are not looked up: each is a list of texts to be joined. */
const MAX_PHRASE_WORDS = 32;

/** Which words of the phrases are looked up: each once, and those that say nothing only when there is no other. */
function phraseWords({ phrases }: Query): readonly string[] {
  const different = [...new Set(phrases.flat())];
  const telling = different.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : different).slice(0, MAX_PHRASE_WORDS);
}

/** A word of a phrase ranks as words do; that they stand side by side is demanded apart. */
function phraseGroup(word: string, analyse: Analyse): TermGroup {
  return { word, terms: analyse(word).lemmas.map(({ form, weight }) => ({ form, weight, kin: true })) };
}

function shown(words: readonly ReadWord[]): string {
  return words.map(({ word, prefix }) => (prefix ? `${word}*` : word)).join(' ');
}

function askedFor(
  words: readonly ReadWord[],
  groups: readonly TermGroup[],
  query: Query,
  analyse: Analyse,
): (token: Token) => boolean {
  const beginnings = words.filter(({ prefix }) => prefix).map(({ word }) => word);
  const forms = new Set(groups.flatMap(({ terms }) => terms.filter(({ kin }) => kin).map(({ form }) => form)));
  const exact = new Set(query.phrases.flat());
  return ({ word }) =>
    exact.has(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    analyse(word).lemmas.some(({ form }) => forms.has(form));
}
