import type { District } from '@otklik/tenancy';
import { placeWords, synonymsOf, type Analyse, type SynonymGroup } from '@otklik/text-analysis';
import { LRUCache } from 'lru-cache';
import type { Language } from './search-texts.js';

const MAX_LANGUAGES = 200;

interface Cached {
  /** The districts' own lists: others after the directory was changed. */
  readonly sources: readonly (readonly SynonymGroup[])[];
  readonly language: Language;
}

/** How words are compared in the asked districts: with the synonyms of each of them, and abbreviations of places. */
export function districtLanguages(
  analyse: Analyse,
): (districts: readonly Pick<District, 'id' | 'synonyms'>[]) => Language {
  const cache = new LRUCache<string, Cached>({ max: MAX_LANGUAGES });
  return (districts) => {
    const key = districts.map(({ id }) => id).join();
    const sources = districts.map(({ synonyms }) => synonyms);
    const cached = cache.get(key);
    if (cached?.sources.every((source, at) => source === sources[at])) return cached.language;
    const groups = new Map([...placeWords, ...sources.flat()].map((group) => [group.join('|'), group]));
    const language = { analyse, synonyms: synonymsOf([...groups.values()], analyse) };
    cache.set(key, { sources, language });
    return language;
  };
}
