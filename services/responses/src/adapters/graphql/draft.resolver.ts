import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  DiscardResponseDraftInput,
  EarlierDraft,
  PersonalDraft,
  ResponseVersion,
  SaveResponseDraftInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, MAX_TEXT_LENGTH, readAsOfficial, type PermittedContext } from '@otklik/host';
import { KeepPersonalDraft } from '../../application/keep-personal-draft.js';
import { ReadResponse } from '../../application/read-response.js';

@Resolver()
export class DraftResolver {
  constructor(
    private readonly drafts: KeepPersonalDraft,
    private readonly responses: ReadResponse,
  ) {}

  @Query()
  responseDraft(
    @Args('response') response: string,
    @Context() context: PermittedContext,
  ): Promise<PersonalDraft | undefined> {
    return readAsOfficial(context, (reader) => this.drafts.of(reader, response));
  }

  @Query()
  earlierDrafts(
    @Args('response') response: string,
    @Context() context: PermittedContext,
  ): Promise<readonly EarlierDraft[]> {
    return readAsOfficial(context, (reader) => this.drafts.earlier(reader, response));
  }

  @Query()
  responseVersions(
    @Args('response') response: string,
    @Context() context: PermittedContext,
  ): Promise<readonly ResponseVersion[]> {
    return readAsOfficial(context, (reader) => this.responses.versions(reader, response));
  }

  @Command()
  saveResponseDraft(
    @Input({ text: { max: MAX_TEXT_LENGTH, verbatim: true } }) input: SaveResponseDraftInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.drafts.save(ctx, input);
  }

  @Command()
  async discardResponseDraft(@Input() { id }: DiscardResponseDraftInput, @Ctx() ctx: ClientCommandContext) {
    return { __typename: 'DiscardedDraft', response: id, discarded: await this.drafts.discard(ctx, id) };
  }
}
