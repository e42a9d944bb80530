import type { SearchOrder } from '@otklik/contracts/enumerations';
import { isStopWord, type Analyse, type Synonyms, type Token } from '@otklik/text-analysis';
import { conceptsOf, formsOf } from '../domain/concept.js';
import type { AskedWord, Query } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import { askedWords, phraseWords, wholeOf, wished } from './asked-concepts.js';
import { correctionsOf, type Correction } from './corrections.js';
import type { IndexAnswer, IndexHit, IndexQuery, SearchReading } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';

/** `ALL`: a text holds each word. `ANY`: it holds one, or none where phrases or prefixes choose already. */
export type Match = 'ALL' | 'ANY';

export type MayAsk = (word: string) => boolean;

export interface TextSearch {
  readonly districts: Districts;
  readonly query: Query;
  /** Where `ALL` finds nothing, fewer are asked for. */
  readonly match: Match;
  readonly filter: RegisterFilter;
  readonly order?: SearchOrder;
  /** Words that the searcher may not ask for are no corrections either: they would be found by a misspelling. */
  readonly mayAsk?: MayAsk;
  readonly offset: number;
  readonly limit: number;
  /** So many texts are wished for: behind those with all the words of a long question come some with fewer. */
  readonly nearby?: number;
}

/** How words are compared in these districts. */
export interface Language {
  readonly analyse: Analyse;
  readonly synonyms: Synonyms;
}

/** What found texts hold. */
export interface FoundBy {
  /** Of each choice («или») its sides, as words. */
  readonly choices: readonly (readonly string[])[];
  /** Only the beginning of the query is asked for: all of it would be too much. */
  readonly isCut: boolean;
}

export interface FoundTexts extends IndexAnswer {
  /** Words that no text holds, and what was looked for instead. */
  readonly corrections: readonly Correction[];
  /** No text holds all the words: these hold some. */
  readonly relaxed: boolean;
  /** What each of them holds, after corrections. */
  readonly foundBy: FoundBy;
  /** Beside the hits, and in no count: texts with fewer of the words, the nearest first. */
  readonly nearby: readonly IndexHit[];
  /** For highlighting: was this word asked for? */
  readonly asked: (token: Token) => boolean;
}

/**
 * How an understood query is asked of an index. The spelling is looked at only when no text holds all the words: a word
 * that occurs in a text is not misspelt.
 */
export async function searchTexts(index: SearchReading, language: Language, search: TextSearch): Promise<FoundTexts> {
  const found = await fullest(index, language, search);
  return canBeNearer(search, found) ? { ...found, nearby: await nearbyTexts(index, language, search, found) } : found;
}

/** A question of so many words loses texts that say the same with a word less. */
const LONG = 4;

/** Few texts hold all the words of a long question, and all of them are on the page. */
function canBeNearer({ query, match, offset, limit, order, nearby = 0 }: TextSearch, found: FoundTexts): boolean {
  const isFirst = offset === 0 && (order === undefined || order === 'RELEVANCE');
  const isFew = found.total > 0 && found.total < nearby && found.total <= limit;
  return isFirst && isFew && match === 'ALL' && isWhole(found) && isLong(query);
}

/** By all the words, and by the server where there is one: one that failed is not asked again. */
function isWhole({ degraded, relaxed }: FoundTexts): boolean {
  return degraded !== true && !relaxed;
}

function isLong(query: Query): boolean {
  const words = askedWords(query);
  const isPlain = query.number === undefined && query.phrases.length + query.choices.length === 0;
  return isPlain && !words.some(({ prefix }) => prefix) && new Set(words.map(({ word }) => word)).size >= LONG;
}

async function nearbyTexts(
  index: SearchReading,
  language: Language,
  search: TextSearch,
  { hits, total }: FoundTexts,
): Promise<readonly IndexHit[]> {
  const { nearby: limit = 0 } = search;
  const any = await fullest(index, language, { ...search, match: 'ANY', limit });
  const whole = new Set(hits.map(({ id }) => id));
  return any.hits.filter(({ id }) => !whole.has(id)).slice(0, limit - total);
}

async function fullest(index: SearchReading, language: Language, search: TextSearch): Promise<FoundTexts> {
  const { districts, match, query } = search;
  const base = unchanging(search, language);
  let skipServer = false;
  const ask = async (to: Match, corrections: readonly Correction[]): Promise<FoundTexts> => {
    const wish = wished(query, corrections, language, to);
    const { concepts, needed } = wish;
    const optional = to === 'ANY' ? query.words.map(({ word }) => word).filter(isStopWord) : [];
    const answer = await index.search({ ...base, concepts, needed, isLoose: to === 'ANY', optional }, { skipServer });
    skipServer = answer.degraded === true;
    return {
      ...answer,
      corrections: answer.total > 0 ? corrections : [],
      relaxed: to !== match,
      nearby: [],
      foundBy: { choices: wish.choices, isCut: query.isCut ?? false },
      asked: askedFor(query, [...concepts, ...base.required], language),
    };
  };
  const plain = wholeOf(query).words.filter(({ prefix }) => !prefix);
  const spelling = async () =>
    (await correctionsOf(index, language.analyse, districts, plain)).filter(({ to }) => search.mayAsk?.(to) ?? true);
  if (match === 'ANY') return ask('ANY', await spelling());
  const exact = await ask('ALL', []);
  if (exact.total > 0 || plain.length === 0) return exact;
  const corrections = await spelling();
  const repaired = corrections.length > 0 ? await ask('ALL', corrections) : exact;
  if (repaired.total > 0 || !canRelax(query, plain)) return repaired;
  const relaxed = await ask('ANY', corrections);
  return relaxed.total > 0 ? relaxed : repaired;
}

/** Fewer of the words can be asked for. */
function canRelax(query: Query, plain: readonly AskedWord[]): boolean {
  const { phrases, words } = wholeOf(query);
  return plain.length > 1 || phrases.length > 0 || words.length > plain.length;
}

const noSynonyms: Synonyms = { spans: () => [], expansions: (words) => [words] };

/** What stays the same, however the words are read. */
function unchanging(
  { query, districts, filter, order = 'RELEVANCE', offset, limit }: TextSearch,
  { analyse }: Language,
): Omit<IndexQuery, 'concepts' | 'needed' | 'isLoose' | 'optional'> {
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
    prefixes: beginnings(askedWords(query)),
    without: without.map(({ word }) => analyse(word).lemmas[0]?.form ?? word),
    withoutPhrases: query.withoutPhrases,
    withoutPrefixes: beginnings(query.without),
  };
}

function askedFor(query: Query, concepts: IndexQuery['concepts'], { analyse }: Language): (token: Token) => boolean {
  const { words, phrases } = wholeOf(query);
  const beginnings = words.filter(({ prefix }) => prefix).map(({ word }) => word);
  const forms = formsOf(concepts);
  const exact = new Set(phrases.flat());
  return ({ word }) =>
    exact.has(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    analyse(word).lemmas.some(({ form }) => forms.has(form));
}
