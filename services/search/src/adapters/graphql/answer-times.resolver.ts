import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AnswerTimesBy, AnswerTimesReport, QueryAnswerTimesArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { DistrictLanguages } from '../../application/index/district-language.js';
import { namedFilter } from '../../application/index/named-filter.js';
import { MAX_FOUND, SearchReading } from '../../application/index/search-index.js';
import { searchTexts } from '../../application/index/search-texts.js';
import { departmentOf, topicOf } from '../../application/register/directory-names.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import { parseQuery, type Query as AskedQuery } from '../../domain/query.js';
import { givenFilter } from './given-filter.js';

const MAX_DISTRICTS = 100;

@Resolver()
export class AnswerTimesResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly index: SearchReading,
    private readonly languages: DistrictLanguages,
    private readonly clock: Clock,
  ) {}

  @Query('answerTimes')
  async answerTimes(
    @Args() { by, filter: given, query: typed, match }: QueryAnswerTimesArgs,
    @Context() { actor, districts: permitted = [] }: PermittedContext,
  ): Promise<AnswerTimesReport> {
    if (permitted.length > MAX_DISTRICTS) throw new BadInput('TOO_MANY_ITEMS', 'districts', { max: MAX_DISTRICTS });
    const at = this.clock.now();
    const language = this.languages.of(permitted);
    const query = parseQuery(typed ?? '');
    const asked = givenFilter(given, { actor, districts: permitted, today: (zone) => localDate(at, zone) });
    const { filter, districts } = namedFilter(query, asked, permitted, language.analyse);
    const [first, ...others] = districts.map(({ id }) => id);
    if (first === undefined) return { groups: [], isExact: true };
    const ids = [first, ...others] as const;
    const search = { districts: ids, query, filter, match: match ?? 'ALL', order: 'NEWEST', offset: 0 } as const;
    const found = isOfWords(query)
      ? await searchTexts(this.index, language, { ...search, limit: MAX_FOUND })
      : undefined;
    const appeals = found?.hits.map(({ id }) => id);
    const groups = await this.reader.answerTimes(ids, by, filter, appeals);
    return {
      isExact: found?.totalIsExact ?? true,
      groups: groups.map(({ value, days, ...counts }) => ({
        ...counts,
        ...named(by, value, districts),
        days: days ?? null,
      })),
    };
  }
}

/** Whether it asks for more than names of topics, departments and districts, which are a filter. */
function isOfWords({ words, phrases, without, withoutPhrases, number }: AskedQuery): boolean {
  return number !== undefined || [words, phrases, without, withoutPhrases].some(({ length }) => length > 0);
}

/** A code that two districts name differently shows the first one's name. */
function named(
  by: AnswerTimesBy,
  value: string,
  districts: readonly District[],
): { readonly value: string; readonly name: string } {
  if (by === 'DISTRICT') {
    const { code, name } = districts.find(({ id }) => id === Number(value))!;
    return { value: code, name };
  }
  if (by === 'MONTH') return { value, name: value };
  const nameIn = by === 'TOPIC' ? topicOf : departmentOf;
  const names = districts.map((district) => nameIn(district, value).name);
  return { value, name: names.find((name) => name !== value) ?? value };
}
