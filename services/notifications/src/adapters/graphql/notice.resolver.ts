import { Resolver } from '@nestjs/graphql';
import type { RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input } from '@otklik/host';
import { RecordOralNotice } from '../../application/record-oral-notice.js';

@Resolver()
export class NoticeResolver {
  constructor(private readonly notice: RecordOralNotice) {}

  @Command()
  recordOralNotice(@Input({ said: { max: 2_000 } }) input: RecordOralNoticeInput, @Ctx() ctx: ClientCommandContext) {
    return this.notice.record(ctx, input);
  }
}
