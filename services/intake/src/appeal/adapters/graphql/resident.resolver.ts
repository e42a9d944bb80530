import { Resolver } from '@nestjs/graphql';
import type {
  PublicationConsentInput,
  RateAppealInput,
  RequestReopeningInput,
  ResidentActInput,
  SupplementAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { FollowUpAppeal } from '../../application/follow-up-appeal.js';

@Resolver()
export class ResidentResolver {
  constructor(private readonly appeal: FollowUpAppeal) {}

  @Command()
  rateAppeal(
    @Input({ score: { from: 1, to: 5 }, comment: { max: 2_000, optional: true } }) input: RateAppealInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.appeal.rate(ctx, input);
  }

  @Command()
  supplementAppeal(
    @Input({ text: { max: MAX_TEXT_LENGTH } }) input: SupplementAppealInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.appeal.supplement(ctx, input);
  }

  @Command()
  withdrawAppeal(@Input() input: ResidentActInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.withdraw(ctx, input);
  }

  @Command()
  withdrawConsent(@Input() input: ResidentActInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.withdrawConsent(ctx, input);
  }

  @Command()
  allowPublication(@Input() input: PublicationConsentInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.consentToPublication(ctx, input, 'AllowPublication');
  }

  @Command()
  disallowPublication(@Input() input: PublicationConsentInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.consentToPublication(ctx, input, 'DisallowPublication');
  }

  @Command()
  requestReopening(@Input({ reason: { max: 2_000 } }) input: RequestReopeningInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.requestReopening(ctx, input);
  }
}
