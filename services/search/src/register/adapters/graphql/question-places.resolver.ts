import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QuestionPlaces, QueryQuestionPlacesArgs } from '@otklik/contracts/generated/graphql';
import type { PermittedContext } from '@otklik/host';
import { Clock, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { QuestionsOfPlace } from '../../application/figures/question-places.js';
import { settlementOf } from '../../application/list/directory-names.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { districtOf } from './district-of.js';
import { givenFilter, refuseWords } from './given-filter.js';

@Resolver()
export class QuestionPlacesResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly clock: Clock,
  ) {}

  @Query('questionPlaces')
  async questionPlaces(
    @Args() { filter: given }: QueryQuestionPlacesArgs,
    @Context() context: PermittedContext,
  ): Promise<QuestionPlaces> {
    refuseWords(given);
    const district = districtOf(context);
    const at = this.clock.now();
    const asked = { actor: context.actor, districts: [district], now: (zone: string) => localMoment(at, zone) };
    return placesOf(district, await this.reader.places(district.id, givenFilter(given, asked)));
  }
}

function placesOf(district: District, counted: readonly QuestionsOfPlace[]): QuestionPlaces {
  const bySettlement = new Map(counted.map((one) => [one.settlement, one]));
  const codes = new Set([
    ...district.settlements.map(({ code }) => code),
    ...counted.flatMap(({ settlement }) => settlement ?? []),
  ]);
  const settlements = [...codes].map((code) => ({
    settlement: settlementOf(district, code),
    questions: bySettlement.get(code)?.questions ?? 0,
    overdue: bySettlement.get(code)?.overdue ?? 0,
  }));
  return {
    questions: counted.reduce((sum, { questions }) => sum + questions, 0),
    withoutPlace: bySettlement.get(null)?.questions ?? 0,
    settlements: settlements.toSorted((one, other) => other.questions - one.questions),
  };
}
