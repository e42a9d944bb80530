import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { classifierItemView } from '@otklik/contracts/classifier-item-view';
import type { ClassifierChoice, QueryClassifierArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, NotFound, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock, compact } from '@otklik/kernel';
import {
  departmentsOf,
  noClassifier,
  officialRoles,
  type Actor,
  type Classifier,
  type District,
} from '@otklik/tenancy';
import { ClassifierSearch } from '../../application/classifier-search.js';
import { ClassifierUse, type UsersOfCodes } from '../../store/classifier-use.js';

const MAX_SEARCH_LENGTH = 200;
const MAX_FOUND = 40;
const MAX_FAVOURITES = 8;
const FAVOURITE_DAYS = 180;
const DAY_MS = 86_400_000;

@Resolver()
export class ClassifierResolver {
  constructor(
    private readonly searching: ClassifierSearch,
    private readonly use: ClassifierUse,
    private readonly clock: Clock,
  ) {}

  @Query('classifier')
  async classifier(
    @Args() { search, topic, department }: QueryClassifierArgs,
    @Context() { actor, district }: PermittedContext,
  ): Promise<ClassifierChoice> {
    if (!district) throw new NotFound();
    if (actor.kind !== 'official') throw new Unauthenticated();
    if ((search?.length ?? 0) > MAX_SEARCH_LENGTH)
      throw new BadInput('TEXT_TOO_LONG', 'search', { max: MAX_SEARCH_LENGTH });
    const { classifier = noClassifier, topics } = district;
    const codes = topics.find(({ code }) => code === topic)?.classifiers ?? [];
    const users = usersOf(actor, district, department);
    const since = new Date(Date.parse(this.clock.now()) - FAVOURITE_DAYS * DAY_MS).toISOString();
    const used = await this.use.codes(district.id, users, since, MAX_FAVOURITES);
    return {
      editions: classifier.inForce.map(({ edition, isWhole }) => ({ edition, isWhole })),
      proposed: knownOf(classifier, codes).map(classifierItemView),
      favourites: knownOf(classifier, used).map(classifierItemView),
      found: this.searching.found(classifier, search ?? '', MAX_FOUND).map(classifierItemView),
    };
  }
}

/** Those that may be set now. */
function knownOf(classifier: Classifier, codes: readonly string[]) {
  return codes.flatMap((code) => {
    const finding = classifier.finding(code);
    return finding.is === 'KNOWN' ? [finding.item] : [];
  });
}

/** An official of the whole district works for none of the departments: the question's is looked at. */
function usersOf(
  actor: Extract<Actor, { kind: 'official' }>,
  district: District,
  department: string | null | undefined,
): UsersOfCodes {
  const own = departmentsOf(actor.assignments, district, officialRoles);
  const named = Object.values(compact({ department: department ?? undefined }));
  return { official: actor.id, departments: own === 'ALL' ? named : own };
}
