import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { deadlineView } from '@otklik/contracts/deadline-view';
import type { RouteProposal, RouteProposalInput } from '@otklik/contracts/generated/graphql';
import { cleanText, MAX_TEXT_LENGTH, NotFound, type PermittedContext } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { ProposeRouteFor } from '../../application/propose-route.js';

@Resolver()
export class ProposalResolver {
  constructor(private readonly proposals: ProposeRouteFor) {}

  @Query('routeProposal')
  routeProposal(
    @Args('input') input: RouteProposalInput,
    @Context() { district, language }: PermittedContext,
  ): RouteProposal {
    if (!district) throw new NotFound();
    const { channel, regime, settlement } = input;
    const text = cleanText(input.text, { max: MAX_TEXT_LENGTH, path: 'input.text' });
    const submission = { text, channel, ...(settlement ? { settlement } : {}) };
    const { route, deadline } = this.proposals.of(district, submission, regime);
    return {
      topic: route ? named(district.topics, route.topic) : null,
      department: route ? named(district.departments, route.department) : null,
      reason: route ? { rule: route.rule, ruleVersion: route.ruleVersion, words: [...route.words] } : null,
      deadline: deadline ? deadlineView(deadline, language) : null,
    };
  }
}

function named(all: District['departments'] | District['topics'], code: string) {
  return { code, name: all.find((one) => one.code === code)?.name ?? code };
}
