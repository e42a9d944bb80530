import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { classifierItemView } from '@otklik/contracts/classifier-item-view';
import type { CodeProposals, FollowedProposals, LearnedRoutes } from '@otklik/contracts/generated/graphql';
import { NotFound, type PermittedContext } from '@otklik/host';
import { mayActIn } from '@otklik/tenancy';
import { CountFollowed } from '../../application/count-followed.js';
import { ProposeCodes } from '../../application/propose-codes.js';
import { ProposeLearned } from '../../application/propose-learned.js';
import { named } from './named.js';

/** What is proposed by past decisions, and how often it is followed. */
@Resolver()
export class LearnedResolver {
  constructor(
    private readonly learned: ProposeLearned,
    private readonly codes: ProposeCodes,
    private readonly followed: CountFollowed,
  ) {}

  @Query('learnedRoutes')
  async learnedRoutes(
    @Args('question') question: string,
    @Context() { district }: PermittedContext,
  ): Promise<LearnedRoutes | null> {
    const proposed = district ? await this.learned.of(district, question.toLowerCase()) : 'NONE';
    if (!district || proposed === 'NONE') throw new NotFound();
    if (!proposed) return null;
    const { routes, met } = proposed;
    return {
      routes: routes.map(({ topic, department, words }) => ({
        topic: named(district.topics, topic),
        department: department === undefined ? null : named(district.departments, department),
        words: [...words],
      })),
      judged: met.judged,
      first: met.first,
      amongThree: met.amongThree,
    };
  }

  @Query('codeProposals')
  async codeProposals(
    @Args('question') question: string,
    @Context() { actor, district, rule }: PermittedContext,
  ): Promise<CodeProposals> {
    const proposed =
      district && (await this.codes.of(district, question.toLowerCase(), mayActIn(actor, district, rule)));
    if (!proposed) throw new NotFound();
    const { codes, met } = proposed;
    return {
      codes: codes.map(({ item, isOfTopic, words }) => ({
        item: classifierItemView(item),
        isOfTopic,
        words: [...words],
      })),
      judged: met?.judged ?? 0,
      first: met?.first ?? 0,
      amongThree: met?.amongThree ?? 0,
    };
  }

  @Query('followedProposals')
  async followedProposals(@Context() { district }: PermittedContext): Promise<FollowedProposals> {
    if (!district) throw new NotFound();
    const { since, kinds } = await this.followed.of(district);
    return { since, kinds: kinds.map((one) => ({ ...one })) };
  }
}
