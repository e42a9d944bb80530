import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QueryTopicsByPlaceArgs, TopicPlaces, TopicsByPlace } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { addDays } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { SearchGuard } from '../../../fulltext/adapters/graphql/search-guard.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { settlementOf, topicOf } from '../../../register/application/list/directory-names.js';
import { PlaceCounts, type PlaceCount } from '../../store/place-counts.js';

const MAX_DAYS = 366;

/** Which topics come from where. */
@Resolver()
export class PlacesResolver {
  constructor(
    private readonly counts: PlaceCounts,
    private readonly guard: SearchGuard,
  ) {}

  @Query('topicsByPlace')
  async topicsByPlace(
    @Args() { from, to }: QueryTopicsByPlaceArgs,
    @Context() context: PermittedContext,
  ): Promise<TopicsByPlace> {
    const district = districtOf(context);
    if (to < from || to >= addDays(from, MAX_DAYS)) throw new BadInput('VALUE_MALFORMED', 'to');
    const asked = { words: '', path: 'from', actor: context.actor, districts: [district] };
    const all = (await this.guard.guarded(asked, () => this.counts.within(district.id, from, to)))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count || order(one).localeCompare(order(other)));
    const ofPlace = (place: PlaceCount) => ({ settlement: placeOf(district, place), count: place.count });
    return {
      total: all.find(({ topic, settlement }) => topic === null && settlement === undefined)?.count ?? 0,
      places: all.filter(({ topic, settlement }) => topic === null && settlement !== undefined).map(ofPlace),
      topics: all.filter(isWhole).map((whole) => topicView(whole, all, district)),
    };
  }
}

function topicView({ topic, count, usual }: Whole, all: readonly PlaceCount[], district: District): TopicPlaces {
  const here = all.filter((one) => one.topic === topic && one.settlement !== undefined);
  return {
    topic: topicOf(district, topic),
    count,
    usual,
    places: here.map((one) => ({ settlement: placeOf(district, one), count: one.count, usual: one.usual })),
  };
}

type Whole = PlaceCount & { readonly topic: string };

function isWhole(one: PlaceCount): one is Whole {
  return one.topic !== null && one.settlement === undefined;
}

function placeOf(district: District, { settlement }: PlaceCount) {
  return typeof settlement === 'string' ? settlementOf(district, settlement) : null;
}

function order({ topic, settlement }: PlaceCount): string {
  return `${topic ?? ''} ${settlement ?? ''}`;
}
