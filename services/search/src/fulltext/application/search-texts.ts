import type { SearchOrder } from '@otklik/contracts/enumerations';
import { isPlaceInitial, isStopWord, type Analyse, type Synonyms, type Token } from '@otklik/text-analysis';
import { conceptsOf, formsOf, numberConcept, singleWords, type Concept } from '../domain/concept.js';
import type { AskedWord, Query } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import { correctionsOf, type Correction } from './corrections.js';
import type { IndexAnswer, IndexQuery, SearchReading } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';

export type Match = IndexQuery['match'];

export type MayAsk = (word: string) => boolean;

export interface TextSearch {
  readonly districts: Districts;
  readonly query: Query;
  /** `ALL`: texts with all the words, and only where there are none those with some; `ANY`: texts with any of them. */
  readonly match: Match;
  readonly filter: RegisterFilter;
  readonly order?: SearchOrder;
  /** Words that the searcher may not ask for are no corrections either: they would be found by a misspelling. */
  readonly mayAsk?: MayAsk;
  readonly offset: number;
  readonly limit: number;
}

/** How words are compared in these districts. */
export interface Language {
  readonly analyse: Analyse;
  readonly synonyms: Synonyms;
}

export interface FoundTexts extends IndexAnswer {
  /** Words that no text holds, and what was looked for instead. */
  readonly corrections: readonly Correction[];
  /** No text holds all the words: these hold some. */
  readonly relaxed: boolean;
  /** For highlighting: was this word asked for? */
  readonly asked: (token: Token) => boolean;
}

/**
 * How an understood query is asked of an index. The spelling is looked at only when no text holds all the words: a word
 * that occurs in a text is not misspelt.
 */
export async function searchTexts(index: SearchReading, language: Language, search: TextSearch): Promise<FoundTexts> {
  const { districts, match } = search;
  const words = askedWords(search.query);
  const plain = words.filter(({ prefix }) => !prefix);
  const base = unchanging(search, language);
  let skipServer = false;
  const ask = async (to: Match, corrections: readonly Correction[]): Promise<FoundTexts> => {
    const asked = conceptsFor(search.query, plain, corrections, language);
    const optional = to === 'ANY' ? search.query.words.map(({ word }) => word).filter(isStopWord) : [];
    const concepts = to === 'ANY' ? singleWords(asked) : asked;
    const answer = await index.search({ ...base, concepts, match: to, optional }, { skipServer });
    skipServer = answer.degraded === true;
    return {
      ...answer,
      corrections: answer.total > 0 ? corrections : [],
      relaxed: to !== match,
      asked: askedFor(search.query, [...asked, ...base.required], language),
    };
  };
  const spelling = async () =>
    (await correctionsOf(index, language.analyse, districts, plain)).filter(({ to }) => search.mayAsk?.(to) ?? true);
  if (match === 'ANY') return ask('ANY', await spelling());
  const exact = await ask('ALL', []);
  if (exact.total > 0 || plain.length === 0) return exact;
  const corrections = await spelling();
  const repaired = corrections.length > 0 ? await ask('ALL', corrections) : exact;
  if (repaired.total > 0 || !canRelax(search.query, plain)) return repaired;
  const relaxed = await ask('ANY', corrections);
  return relaxed.total > 0 ? relaxed : repaired;
}

/** Fewer of the words can be asked for. */
function canRelax({ phrases, words }: Query, plain: readonly AskedWord[]): boolean {
  return plain.length > 1 || phrases.length > 0 || words.length > plain.length;
}

/** Words that say nothing are left out, «г.» beside a name too, unless nothing else was said. */
function askedWords({ words, phrases }: Query): readonly AskedWord[] {
  const telling = words.filter(({ word, prefix }) => prefix || !(isStopWord(word) || isPlaceInitial(word)));
  return telling.length > 0 || phrases.length > 0 ? telling : words;
}

function conceptsFor(
  query: Query,
  words: readonly AskedWord[],
  corrections: readonly Correction[],
  { analyse, synonyms }: Language,
): readonly Concept[] {
  const better = new Map(corrections.map(({ from, to }) => [from, to]));
  const read = [...new Set(words.map(({ word }) => better.get(word) ?? word))];
  return query.number !== undefined && read.length > 0
    ? [numberConcept(query.number, read, analyse)]
    : conceptsOf(read, analyse, synonyms);
}

const noSynonyms: Synonyms = { spans: () => [], expansions: (words) => [words] };

/** What stays the same, however the words are read. */
function unchanging(
  { query, districts, filter, order = 'RELEVANCE', offset, limit }: TextSearch,
  { analyse }: Language,
): Omit<IndexQuery, 'concepts' | 'match' | 'optional'> {
  const beginnings = (words: readonly AskedWord[]) => words.filter(({ prefix }) => prefix).map(({ word }) => word);
  const without = query.without.filter(({ prefix }) => !prefix);
  return {
    districts,
    filter,
    order,
    offset,
    limit,
    required: phraseWords(query).flatMap((word) => conceptsOf([word], analyse, noSynonyms)),
    phrases: query.phrases,
    prefixes: beginnings(query.words),
    without: without.map(({ word }) => analyse(word).lemmas[0]?.form ?? word),
    withoutPhrases: query.withoutPhrases,
    withoutPrefixes: beginnings(query.without),
  };
}

/** More words of phrases than this are not looked up: each is a list of texts to be joined. */
const MAX_PHRASE_WORDS = 32;

/** Which words of the phrases are looked up: each once, and those that say nothing only when there is no other. */
function phraseWords({ phrases }: Query): readonly string[] {
  const different = [...new Set(phrases.flat())];
  const telling = different.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : different).slice(0, MAX_PHRASE_WORDS);
}

function askedFor(query: Query, concepts: readonly Concept[], { analyse }: Language): (token: Token) => boolean {
  const beginnings = query.words.filter(({ prefix }) => prefix).map(({ word }) => word);
  const forms = formsOf(concepts);
  const exact = new Set(query.phrases.flat());
  return ({ word }) =>
    exact.has(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    analyse(word).lemmas.some(({ form }) => forms.has(form));
}
