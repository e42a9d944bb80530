import { Resolver } from '@nestjs/graphql';
import type { RecordCallAttemptInput, RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input } from '@otklik/host';
import { RecordCall } from '../../application/record-call.js';

const MAX_SAID_LENGTH = 2_000;

@Resolver()
export class NoticeResolver {
  constructor(private readonly call: RecordCall) {}

  @Command()
  recordOralNotice(
    @Input({ said: { max: MAX_SAID_LENGTH } }) input: RecordOralNoticeInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.call.told(ctx, input);
  }

  @Command()
  recordCallAttempt(
    @Input({ said: { max: MAX_SAID_LENGTH, optional: true } }) input: RecordCallAttemptInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.call.attempted(ctx, input);
  }
}
