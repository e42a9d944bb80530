import { Context, Query, Resolver } from '@nestjs/graphql';
import type { PublicClient, RevokePublicClientInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { ACT_SCOPE, Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { PublicClients } from '../../application/public-clients.js';

@Resolver()
export class PublicClientResolver {
  constructor(private readonly clients: PublicClients) {}

  @Query('publicClients')
  async publicClients(@Context() { district }: PermittedContext): Promise<readonly PublicClient[]> {
    if (!district) throw new NotFound();
    return (await this.clients.list(district)).map(({ scopes, ...client }) => ({
      ...client,
      mayAct: scopes.includes(ACT_SCOPE),
    }));
  }

  @Command()
  async revokePublicClient(
    @Input() { id, expectedVersion }: RevokePublicClientInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    await this.clients.revoke(ctx, { id, expectedVersion });
    return { __typename: 'PublicClientChange' as const, id };
  }
}
