import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QueryReactionSumsArgs, ReactionSum, ReactionSums } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { addDays } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { SearchGuard } from '../../../fulltext/adapters/graphql/search-guard.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { settlementOf, topicOf } from '../../../register/application/list/directory-names.js';
import { ReactionCounts, type ReactionCount } from '../../store/reaction-counts.js';

const MAX_DAYS = 366;
const NONE = { messages: 0, answered: 0, before: 0, after: 0, ofAnswers: 0 } as const;

/** How people reacted in networks, before our answers and since. */
@Resolver()
export class ReactionSumsResolver {
  constructor(
    private readonly counts: ReactionCounts,
    private readonly guard: SearchGuard,
  ) {}

  @Query('reactionSums')
  async reactionSums(
    @Args() { from, to }: QueryReactionSumsArgs,
    @Context() context: PermittedContext,
  ): Promise<ReactionSums> {
    const district = districtOf(context);
    if (to < from || to >= addDays(from, MAX_DAYS)) throw new BadInput('VALUE_MALFORMED', 'to');
    const asked = { words: '', path: 'from', actor: context.actor, districts: [district] };
    const all = await this.guard.guarded(asked, () => this.counts.within(district.id, from, to));
    const of = (by: ReactionCount['by']) => all.filter((one) => one.by === by).map((one) => sumOf(district, one));
    const [total] = of('ALL');
    return {
      total: total ?? sumOf(district, { by: 'ALL', key: null, ...NONE }),
      topics: of('TOPIC').toSorted(mostLiked),
      settlements: of('SETTLEMENT').toSorted(mostLiked),
      weeks: of('WEEK').toSorted((one, other) => String(one.week).localeCompare(String(other.week))),
    };
  }
}

function sumOf(district: District, { by, key, ...sums }: ReactionCount): ReactionSum {
  const name = {
    topic: by === 'TOPIC' && key !== null ? topicOf(district, key) : null,
    settlement: by === 'SETTLEMENT' && key !== null ? settlementOf(district, key) : null,
    week: by === 'WEEK' ? key : null,
  };
  return { ...name, ...sums };
}

function mostLiked(one: ReactionSum, other: ReactionSum): number {
  return likesOf(other) - likesOf(one) || other.messages - one.messages || nameOf(one).localeCompare(nameOf(other));
}

const likesOf = ({ before, after }: ReactionSum): number => before + after;

function nameOf({ topic, settlement }: ReactionSum): string {
  return topic?.name ?? settlement?.name ?? '';
}
