import { Injectable } from '@nestjs/common';
import type { RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import type { NoticeEvent, NoticeState } from '../domain/notice.js';
import { Deliveries } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';

/** The official's record of a call is the proof. */
@Injectable()
export class RecordOralNotice {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
  ) {}

  async record(
    ctx: ClientCommandContext,
    { id, expectedVersion, said }: RecordOralNoticeInput,
  ): Promise<Handled<NoticeState, NoticeEvent>> {
    const command = { type: 'RecordOralNotice', record: ctx.commandId, said, at: ctx.at } as const;
    // Not in one transaction: sealing reads a key over a second connection, and concurrent calls would exhaust the pool.
    const handled = await this.notices.handle(ctx, id, command, { expectedVersion });
    // A call's row triggers nothing; after a crash here it is completed by a retry or an erasure.
    await this.deliveries.finish(ctx.district, id);
    return handled;
  }
}
