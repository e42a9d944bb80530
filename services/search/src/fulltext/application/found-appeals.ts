import { Injectable } from '@nestjs/common';
import type { District } from '@otklik/tenancy';
import { parseQuery, type Query } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import { DistrictLanguages } from './district-language.js';
import { namedFilter } from './named-filter.js';
import { MAX_FOUND, SearchReading } from './search-index.js';
import { searchTexts, type Match, type MayAsk } from './search-texts.js';

/** A filter of the register with words put in their place. */
export interface WordedFilter {
  readonly filter: RegisterFilter;
  readonly districts: readonly District[];
  /** False: the words find more than `MAX_FOUND`, and the newest of them are in the filter. */
  readonly isExact: boolean;
}

interface Worded {
  readonly words: string;
  readonly match?: Match | undefined;
  readonly filter: RegisterFilter;
  readonly districts: readonly District[];
  readonly mayAsk: MayAsk;
}

/** What words mean to lists of the register: the appeals whose texts hold them. */
@Injectable()
export class FoundAppeals {
  constructor(
    private readonly index: SearchReading,
    private readonly languages: DistrictLanguages,
  ) {}

  async worded({ words, match = 'ALL', filter: given, districts: asked, mayAsk }: Worded): Promise<WordedFilter> {
    const language = this.languages.of(asked);
    const query = parseQuery(words);
    const { filter, districts } = namedFilter(query, given, asked, language.analyse);
    const [first, ...others] = districts.map(({ id }) => id);
    if (first === undefined || !isOfWords(query)) return { filter, districts, isExact: true };
    const range = { offset: 0, limit: MAX_FOUND, order: 'NEWEST' } as const;
    const search = { districts: [first, ...others], query, match, filter, mayAsk, ...range } as const;
    const found = await searchTexts(this.index, language, search);
    return { filter: { ...filter, appeals: found.hits.map(({ id }) => id) }, districts, isExact: found.totalIsExact };
  }
}

/** Whether it asks for more than names of topics, departments and districts, which are a filter. */
function isOfWords({ words, choices, phrases, without, withoutPhrases, number }: Query): boolean {
  return number !== undefined || [words, choices, phrases, without, withoutPhrases].some(({ length }) => length > 0);
}
