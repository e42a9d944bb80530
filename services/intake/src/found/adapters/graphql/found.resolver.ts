import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  DecideFoundMessageInput,
  FoundMessage,
  QueryFoundMessagesArgs,
  WatchedCommunity,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { DecideFound } from '../../application/decide-found.js';
import { ReadFound } from '../../application/read-found.js';

/** What people write beside the district's own pages. */
@Resolver()
export class FoundResolver {
  constructor(
    private readonly found: ReadFound,
    private readonly deciding: DecideFound,
  ) {}

  @Query('foundMessages')
  foundMessages(
    @Args() { decided }: QueryFoundMessagesArgs,
    @Context() { district }: PermittedContext,
  ): Promise<readonly FoundMessage[]> {
    if (!district) throw new NotFound();
    return this.found.list(district, decided === true);
  }

  @Query('watchedCommunities')
  watchedCommunities(@Context() { district }: PermittedContext): Promise<readonly WatchedCommunity[]> {
    if (!district) throw new NotFound();
    return this.found.watched(district);
  }

  @Command()
  async decideFoundMessage(@Input() input: DecideFoundMessageInput, @Ctx() ctx: ClientCommandContext) {
    const row = await this.deciding.decide(ctx, input);
    const [found] = await this.found.shown(ctx.inDistrict, [row]);
    return { __typename: 'FoundMessage' as const, ...found! };
  }
}
