import { Context, Query, Resolver } from '@nestjs/graphql';
import type { CheckNetworkAccountInput, NetworkHealth } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { isOpen } from '../../../mail/application/mailboxes.js';
import { AccountHealths } from '../../store/account-health.js';

@Resolver()
export class NetworkHealthResolver {
  constructor(private readonly healths: AccountHealths) {}

  @Query('networkHealth')
  async networkHealth(@Context() { district }: PermittedContext): Promise<readonly NetworkHealth[]> {
    if (!district) throw new NotFound();
    const mailboxes = district.accounts.filter(isOpen).map(({ id }) => id);
    return [...(await this.healths.of(district.id)), ...(await this.healths.ofMailboxes(district.id, mailboxes))];
  }

  /** To look twice is to look once, so that nothing is remembered of the key. */
  @Command()
  async checkNetworkAccount(@Input() { id }: CheckNetworkAccountInput, @Ctx() { district }: ClientCommandContext) {
    const askedAt = await this.healths.lookAtOnce(district, id);
    if (askedAt === undefined) throw new NotFound();
    return { __typename: 'NetworkCheck' as const, askedAt };
  }
}
