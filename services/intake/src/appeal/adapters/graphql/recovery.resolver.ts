import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OpenAppealByLinkInput, RequestFollowUpLinkInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, districtId, Input, RateLimited, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { RecoverFollowUp } from '../../application/recover-follow-up.js';
import { checkedContact } from '../submission-fields.js';
import { Receipts } from './receipts.js';

@Resolver()
export class RecoveryResolver {
  constructor(
    private readonly recovery: RecoverFollowUp,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
  ) {}

  @Command()
  async requestFollowUpLink(
    @Input({ number: { max: 100 }, contact: { max: 254 } }) input: RequestFollowUpLinkInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    if (checkedContact(input.contact, 'input.contact').kind !== 'EMAIL')
      throw new BadInput('CONTACT_MALFORMED', 'input.contact');
    const requested = await this.recovery.request(ctx, input);
    if (requested === 'TOO_MANY') throw new RateLimited();
    return requested;
  }

  @Mutation()
  openAppealByLink(@Args('input') { link, key }: OpenAppealByLinkInput, @Context() context: PermittedContext) {
    const district = districtId(context);
    return this.receipts.recovered(district, this.recovery.open(district, { link, key }, this.clock.now()));
  }
}
