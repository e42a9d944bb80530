import type { RegisterFilter } from '@otklik/search/measured';
import type { Analyse } from '@otklik/text-analysis';
import { mulberry32 } from '@otklik/kernel';
import type { TextSource } from './generated-texts.js';
import { lemmasOf, type RawQuery } from './raw-search-yardstick.js';

/** A search as an analyst types it, and the same query for the bare client. */
export interface AskedSearch {
  readonly kind: string;
  readonly typed: string;
  readonly filter: RegisterFilter;
  readonly raw: RawQuery;
}

/** Ranks of words by frequency: common, usual, rare. */
const COMMON = [20, 55] as const;
const USUAL = [55, 800] as const;
const RARE = [800, 12_000] as const;
type Rank = typeof COMMON | typeof USUAL | typeof RARE;

/** Twenty queries as analysts type them: one to six words, a misspelt one, phrases, a prefix, a negation, filters. */
export function mixedQueries(seed: number, texts: TextSource, some: string, analyse: Analyse): readonly AskedSearch[] {
  const random = mulberry32(seed);
  const word = ([from, to]: Rank): string => texts.word(from + Math.floor(random() * (to - from)));
  const lemmas = (words: readonly string[]): string => lemmasOf(words.join(' '), analyse);
  const match = (words: readonly string[], needed = words.length): RawQuery => ({
    must: [{ match: { text: { query: lemmas(words), minimum_should_match: needed } } }],
  });
  const asked = (kind: string, typed: string, raw: RawQuery, filter: RegisterFilter = {}): AskedSearch => ({
    kind,
    typed,
    raw,
    filter,
  });
  const words = (...ranks: readonly Rank[]): AskedSearch => {
    const typed = ranks.map(word);
    const needed = typed.length <= 2 ? typed.length : Math.ceil(typed.length * 0.6);
    return asked(`${typed.length} words`, typed.join(' '), match(typed, needed));
  };
  const filtered = (filter: RegisterFilter, raw: NonNullable<RawQuery['filter']>, ...ranks: Rank[]): AskedSearch => {
    const plain = words(...ranks);
    return { ...plain, kind: `${plain.kind}, filtered`, filter, raw: { ...plain.raw, filter: raw } };
  };
  const phrase = (at: number): AskedSearch => {
    const typed = some
      .trim()
      .split(' ')
      .slice(at, at + 2);
    return asked('phrase', `"${typed.join(' ')}"`, { must: [{ match_phrase: { text: lemmas(typed) } }] });
  };
  const prefix = (typed: string): AskedSearch => {
    const beginning = typed.slice(0, 4);
    return asked('prefix', `${beginning}*`, { must: [{ prefix: { text: beginning } }] });
  };
  const without = (typed: string, not: string): AskedSearch =>
    asked('negation', `${typed} -${not}`, { ...match([typed]), mustNot: [{ match: { text: lemmas([not]) } }] });
  const misspelt = (typed: string): AskedSearch => {
    const wrong = typed.slice(0, 3) + typed.slice(4);
    return asked('misspelt', wrong, { must: [{ match: { text: { query: lemmas([wrong]), fuzziness: 'AUTO' } } }] });
  };
  const lately = [{ range: { receivedOn: { gte: '2026-01-01' } } }];
  return [
    ...[words(COMMON), words(USUAL), words(USUAL), words(RARE)],
    ...[words(COMMON, COMMON), words(COMMON, USUAL), words(USUAL, USUAL), words(USUAL, RARE)],
    ...[words(COMMON, USUAL, USUAL), words(COMMON, COMMON, RARE), words(USUAL, USUAL, RARE)],
    words(COMMON, COMMON, USUAL, USUAL, USUAL, RARE),
    ...[phrase(4), phrase(9), prefix(word(USUAL)), without(word(USUAL), word(COMMON)), misspelt(word(USUAL))],
    filtered({ states: ['REGISTERED'] }, [{ terms: { state: ['REGISTERED'] } }], COMMON, USUAL),
    filtered({ topics: ['topic-1', 'topic-2'] }, [{ terms: { topics: ['topic-1', 'topic-2'] } }], USUAL, USUAL),
    filtered({ receivedFrom: '2026-01-01' }, lately, COMMON),
  ];
}
