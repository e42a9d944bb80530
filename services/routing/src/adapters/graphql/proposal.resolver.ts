import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { deadlineView } from '@otklik/contracts/deadline-view';
import type { RouteProposal, RouteProposalInput } from '@otklik/contracts/generated/graphql';
import { cleanText, MAX_TEXT_LENGTH, NotFound, type PermittedContext } from '@otklik/host';
import type { ProposedRoute } from '../../domain/routing-rules.js';
import { ProposeComplainedOf } from '../../application/propose-complained-of.js';
import { ProposeRouteFor } from '../../application/propose-route.js';
import { named } from './named.js';

@Resolver()
export class ProposalResolver {
  constructor(
    private readonly proposals: ProposeRouteFor,
    private readonly complained: ProposeComplainedOf,
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
}

function reasonOf({ rule, ruleVersion, words }: ProposedRoute): RouteProposal['reason'] {
  return { rule, ruleVersion, words: [...words], by: rule === undefined ? 'APPLICANT' : 'RULE' };
}
