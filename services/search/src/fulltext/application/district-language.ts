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

/** `Analyse` of the service: Russian, with the dictionary's morphology. */
export const ANALYSE = Symbol('ANALYSE');

/** How words are compared in the districts of a search: with the synonyms of each of them, and abbreviations of places. */
export class DistrictLanguages {
  private readonly cache = new LRUCache<string, Cached>({ max: MAX_LANGUAGES });

  constructor(private readonly analyse: Analyse) {}

  of(districts: readonly Pick<District, 'id' | 'synonyms'>[]): Language {
    const { analyse } = this;
    const key = districts.map(({ id }) => id).join();
    const sources = districts.map(({ synonyms }) => synonyms);
    const cached = this.cache.get(key);
    if (cached?.sources.every((source, at) => source === sources[at])) return cached.language;
    const groups = new Map([...placeWords, ...sources.flat()].map((group) => [group.join('|'), group]));
    const language = { analyse, synonyms: synonymsOf([...groups.values()], analyse) };
    this.cache.set(key, { sources, language });
    return language;
  }
}
