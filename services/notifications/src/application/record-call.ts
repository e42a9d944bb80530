import { Injectable } from '@nestjs/common';
import type { RecordCallAttemptInput, RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import type { NoticeCommand } from '../domain/notice.decide.js';
import type { NoticeEvent, NoticeState } from '../domain/notice.js';
import { Deliveries } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';

type Changed = Promise<Handled<NoticeState, NoticeEvent>>;

/** The official's record of a call: of an answer that was told, it is the proof. */
@Injectable()
export class RecordCall {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
  ) {}

  told(ctx: ClientCommandContext, input: RecordOralNoticeInput): Changed {
    const { said } = input;
    const outcome = input.outcome ?? 'AGREES';
    return this.record(ctx, input, { type: 'RecordOralNotice', record: ctx.commandId, said, outcome, at: ctx.at });
  }

  attempted(ctx: ClientCommandContext, input: RecordCallAttemptInput): Changed {
    const { result, callAt, said } = input;
    return this.record(ctx, input, {
      ...{ type: 'RecordCallAttempt', record: ctx.commandId, result, at: ctx.at },
      ...(callAt ? { callAt } : {}),
      ...(said ? { said } : {}),
    });
  }

  private async record(
    ctx: ClientCommandContext,
    { id, expectedVersion }: Pick<RecordOralNoticeInput, 'id' | 'expectedVersion'>,
    command: NoticeCommand,
  ): Changed {
    // Not in one transaction: sealing reads a key over a second connection, and concurrent calls would exhaust the pool.
    const handled = await this.notices.handle(ctx, id, command, { expectedVersion });
    // A call's row triggers nothing; after a crash here it is completed by a retry or an erasure.
    if (handled.state.status !== 'OPEN') await this.deliveries.finish(ctx.district, id);
    return handled;
  }
}
