import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AnswerTimesBy, AnswerTimesReport, QueryAnswerTimesArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { Clock, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { FoundAppeals } from '../../../fulltext/application/found-appeals.js';
import type { MayAsk } from '../../../fulltext/application/search-texts.js';
import { departmentOf, topicOf } from '../../application/list/directory-names.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { SearchGuard, type GuardedSearch } from '../../../fulltext/adapters/graphql/search-guard.js';
import { givenFilter, refuseWords } from './given-filter.js';

const MAX_DISTRICTS = 100;

@Resolver()
export class AnswerTimesResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly found: FoundAppeals,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
  ) {}

  @Query('answerTimes')
  async answerTimes(
    @Args() args: QueryAnswerTimesArgs,
    @Context() { actor, districts = [] }: PermittedContext,
  ): Promise<AnswerTimesReport> {
    if (districts.length > MAX_DISTRICTS) throw new BadInput('TOO_MANY_ITEMS', 'districts', { max: MAX_DISTRICTS });
    refuseWords(args.filter);
    const search = { words: args.query ?? '', path: 'query', actor, districts };
    return this.guard.guarded(search, (mayAsk) => this.report(args, search, mayAsk));
  }

  private async report(
    { by, filter: given, match }: QueryAnswerTimesArgs,
    { words, actor, districts: permitted }: GuardedSearch,
    mayAsk: MayAsk,
  ): Promise<AnswerTimesReport> {
    const at = this.clock.now();
    const asked = givenFilter(given, { actor, districts: permitted, now: (zone) => localMoment(at, zone) });
    const { filter, districts, isExact } = await this.found.worded({
      words,
      match: match ?? undefined,
      filter: asked,
      districts: permitted,
      mayAsk,
    });
    const [first, ...others] = districts.map(({ id }) => id);
    if (first === undefined) return { groups: [], isExact };
    const groups = await this.reader.answerTimes([first, ...others], by, filter);
    return {
      isExact,
      groups: groups.map(({ value, days, firstDays, ownDays, ...counts }) => ({
        ...counts,
        ...named(by, value, districts),
        days: days ?? null,
        firstDays: firstDays ?? null,
        ownDays: ownDays ?? null,
      })),
    };
  }
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
