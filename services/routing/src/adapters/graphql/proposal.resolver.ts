import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { deadlineView } from '@otklik/contracts/deadline-view';
import type {
  QueryRulesTrialArgs,
  RouteProposal,
  RouteProposalInput,
  RulesTrial,
} from '@otklik/contracts/generated/graphql';
import { BadInput, cleanText, MAX_TEXT_LENGTH, NotFound, type PermittedContext } from '@otklik/host';
import { Unavailable } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { withTriedRules } from '@otklik/tenancy/loader';
import type { ProposedRoute } from '../../domain/routing-rules.js';
import { ProposeComplainedOf } from '../../application/propose-complained-of.js';
import { ProposeRouteFor } from '../../application/propose-route.js';
import { MAX_PATTERNS, patternsOf, TryRules, type Place } from '../../application/try-rules.js';
import { named } from './named.js';

const MAX_FILE_LENGTH = 200_000;

@Resolver()
export class ProposalResolver {
  constructor(
    private readonly proposals: ProposeRouteFor,
    private readonly complained: ProposeComplainedOf,
    private readonly trials: TryRules,
  ) {}

  @Query('routeProposal')
  routeProposal(
    @Args('input') input: RouteProposalInput,
    @Context() { district, language }: PermittedContext,
  ): RouteProposal {
    if (!district) throw new NotFound();
    const { channel, regime, settlement, topic } = input;
    const text = cleanText(input.text, { max: MAX_TEXT_LENGTH, path: 'input.text' });
    const submission = { text, channel, ...(settlement && { settlement }), ...(topic && { topic }) };
    const { route, deadline } = this.proposals.of(district, submission, regime);
    return {
      topic: route ? named(district.topics, route.topic) : null,
      department: route ? named(district.departments, route.department) : null,
      reason: route ? reasonOf(route) : null,
      deadline: deadline ? deadlineView(deadline, language) : null,
    };
  }

  @Query('complainedOfProposal')
  async complainedOfProposal(
    @Args('question') question: string,
    @Context() { district }: PermittedContext,
  ): Promise<readonly string[]> {
    const codes = district && (await this.complained.of(district, question.toLowerCase()));
    if (!codes) throw new NotFound();
    return codes;
  }

  @Query('rulesTrial')
  async rulesTrial(
    @Args() { text }: QueryRulesTrialArgs,
    @Context() { district }: PermittedContext,
  ): Promise<RulesTrial | null> {
    if (!district) throw new NotFound();
    if (text.length > MAX_FILE_LENGTH) throw new BadInput('TEXT_TOO_LONG', 'text', { max: MAX_FILE_LENGTH });
    const tried = withTriedRules(district, text);
    if (!tried) return null;
    if (patternsOf(tried) > MAX_PATTERNS) throw new BadInput('TOO_MANY_ITEMS', 'text', { max: MAX_PATTERNS });
    const trial = await this.trials.of(district, tried);
    if (!trial) throw new Unavailable('another trial of rules goes on');
    const { moves, ...counts } = trial;
    return {
      ...counts,
      moves: moves.map(({ appeals, before, after }) => ({
        appeals,
        before: before ? placeView(district, before) : null,
        after: after ? placeView(tried, after) : null,
      })),
    };
  }
}

function placeView({ topics, departments }: District, { topic, department }: Place) {
  return { topic: named(topics, topic), department: named(departments, department) };
}

function reasonOf({ rule, ruleVersion, words }: ProposedRoute): RouteProposal['reason'] {
  return { rule, ruleVersion, words: [...words], by: rule === undefined ? 'APPLICANT' : 'RULE' };
}
