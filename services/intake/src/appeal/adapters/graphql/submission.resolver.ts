import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { EnterAppealInput, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, districtId, Input, Unauthenticated, type PermittedContext } from '@otklik/host';
import { OpenAppeal } from '../../application/open-appeal.js';
import { SubmitAppeal } from '../../application/submit-appeal.js';
import { fromOfficial, fromForm } from '../submission-fields.js';
import { Receipts } from './receipts.js';

@Resolver()
export class SubmissionResolver {
  constructor(
    private readonly submission: SubmitAppeal,
    private readonly access: OpenAppeal,
    private readonly receipts: Receipts,
  ) {}

  @Command()
  submitAppeal(@Input() input: SubmitAppealInput, @Ctx() ctx: ClientCommandContext) {
    return this.receipts.of(ctx.district, this.submission.submit(ctx.inDistrict, fromForm(input, ctx), ctx));
  }

  @Command()
  enterAppeal(@Input() input: EnterAppealInput, @Ctx() ctx: ClientCommandContext) {
    return this.receipts.of(ctx.district, this.submission.submit(ctx.inDistrict, fromOfficial(input, ctx), ctx));
  }

  @Mutation()
  openAppeal(@Args('number') number: string, @Args('code') code: string, @Context() context: PermittedContext) {
    const district = districtId(context);
    return this.receipts.opened(district, this.access.open(district, { number, code }));
  }

  @Mutation()
  openOwnAppeal(@Args('appeal') appeal: string, @Context() context: PermittedContext) {
    const { actor } = context;
    if (actor.kind !== 'anyone' || !actor.identified) throw new Unauthenticated();
    const district = districtId(context);
    const { subject } = actor.identified;
    return this.receipts.openedOwn(district, this.access.openOwn(district, appeal.toLowerCase(), subject));
  }
}
