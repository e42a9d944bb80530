import { Injectable } from '@nestjs/common';
import type { LetterOutcome, PostalProof } from '@otklik/contracts/enumerations';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, type LocalDate } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { NoticeEvent, NoticeState } from '../domain/notice.js';
import { Deliveries } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';
import { OwedAfterReturn } from './owed-after-return.js';

export interface Outcome {
  /** The notice's id. */
  readonly id: string;
  readonly expectedVersion: number;
  readonly outcome: LetterOutcome;
  readonly proof: PostalProof;
  readonly on: LocalDate;
  readonly track: string | undefined;
}

/** What the clerk of the post records of letters after they left. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly owed: OwedAfterReturn,
    private readonly database: Database,
  ) {}

  /**
   * What came back and is owed goes by its next way in the transaction of the record; a withdrawal or an erasure beside it waits, or is
   * seen.
   */
  async record(
    ctx: ClientCommandContext,
    { id, expectedVersion, outcome, proof, on, track }: Outcome,
  ): Promise<Handled<NoticeState, NoticeEvent>> {
    const { district, commandId: record, at } = ctx;
    return this.database.scope(district).transaction(async (tx) => {
      const over = await this.owed.overBy(tx, district, id);
      const owedNothing = over === 'WITHDRAWN' || over === 'ERASED';
      const told = { type: 'RecordLetterOutcome', record, outcome, proof, on, owedNothing, at } as const;
      const command = { ...told, ...compact({ track, over }) };
      const handled = await this.notices.handle(ctx, id, command, { expectedVersion, tx });
      const { state, events } = handled;
      if (events.some(({ type }) => type === 'NoticeFailed')) {
        if (state.status === 'OPEN') await this.deliveries.reopen(tx, district, id, state.way);
        else await this.deliveries.finish(district, id, tx);
      }
      return handled;
    });
  }
}
