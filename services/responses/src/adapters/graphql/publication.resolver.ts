import { Resolver } from '@nestjs/graphql';
import type {
  ProposePublicationInput,
  ResponseActInput,
  TakeBackPublicationInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { PublishResponse } from '../../application/publish-response.js';

@Resolver()
export class PublicationResolver {
  constructor(private readonly publication: PublishResponse) {}

  @Command()
  proposePublication(
    @Input({ title: { max: 200 }, matter: { max: MAX_TEXT_LENGTH }, text: { max: MAX_TEXT_LENGTH } })
    input: ProposePublicationInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.publication.propose(ctx, input);
  }

  @Command()
  publishAnswer(@Input() input: ResponseActInput, @Ctx() ctx: ClientCommandContext) {
    return this.publication.publish(ctx, input);
  }

  @Command()
  takeBackPublication(
    @Input({ reason: { max: 2_000 } }) input: TakeBackPublicationInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.publication.takeBack(ctx, input);
  }
}
