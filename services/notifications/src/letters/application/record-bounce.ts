import { Injectable } from '@nestjs/common';
import { Clock, compact } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { Deliveries, type DueNotice } from '../../notice/application/deliveries.js';
import { AccountAnswers } from '../../networks/store/account-answers.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { OwedAfterReturn } from '../../notice/application/owed-after-return.js';

/** A letter that a mail server had accepted came back: what is still owed goes by its next way, in one transaction with the fact. */
@Injectable()
export class RecordBounce {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly owed: OwedAfterReturn,
    private readonly answers: AccountAnswers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** False when no letter of that notice went, or its applicant was erased. A second report changes nothing. */
  async record({ district, notice }: DueNotice, code: string): Promise<boolean> {
    return this.database.scope(district).transaction(async (tx) => {
      const over = await this.owed.overBy(tx, district, notice);
      const letter = await this.deliveries.sentLetter(tx, district, notice);
      if (!letter) return false;
      const { appeal, cause } = letter;
      const at = this.clock.now();
      const command = { type: 'RecordBounce', code, at, ...compact({ over }) } as const;
      const context = byDispatch({ district, notice, appeal, cause }, command, at);
      const { state, events } = await this.notices.handle(context, notice, command, { tx });
      if (events.length === 0) return true;
      const next = over === undefined ? 'trying the next channel' : 'it is owed no more';
      this.logger.info(`a letter was returned as undeliverable; ${next}`, { district, appeal, code });
      await this.answers.returned(tx, district, notice, at);
      if (state.status === 'OPEN') await this.deliveries.reopen(tx, district, notice, state.way);
      else await this.deliveries.finish(district, notice, tx);
      return true;
    });
  }
}
