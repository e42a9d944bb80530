import { Resolver } from '@nestjs/graphql';
import type {
  AddNoteInput,
  DraftResponseInput,
  ResponseActInput,
  RevokeResponseInput,
  SendBackResponseInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { ChangeResponse } from '../../application/change-response.js';
import { checkReadyTexts } from './ready-texts-input.js';

@Resolver()
export class ResponseResolver {
  constructor(private readonly response: ChangeResponse) {}

  @Command()
  draftResponse(
    @Input({ text: { max: MAX_TEXT_LENGTH } }, checkReadyTexts) input: DraftResponseInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.response.draft(ctx, input);
  }

  @Command()
  addNote(@Input({ text: { max: MAX_TEXT_LENGTH } }) input: AddNoteInput, @Ctx() ctx: ClientCommandContext) {
    return this.response.addNote(ctx, input);
  }

  @Command()
  approveResponse(@Input() input: ResponseActInput, @Ctx() ctx: ClientCommandContext) {
    return this.response.approve(ctx, input);
  }

  @Command()
  sendBackResponse(@Input({ reason: { max: 2_000 } }) input: SendBackResponseInput, @Ctx() ctx: ClientCommandContext) {
    return this.response.sendBack(ctx, input);
  }

  @Command()
  signResponse(@Input() input: ResponseActInput, @Ctx() ctx: ClientCommandContext) {
    return this.response.sign(ctx, input);
  }

  @Command()
  revokeResponse(@Input({ reason: { max: 2_000 } }) input: RevokeResponseInput, @Ctx() ctx: ClientCommandContext) {
    return this.response.revoke(ctx, input);
  }
}
