import { Injectable } from '@nestjs/common';
import type { HeldNotice, SettleHeldNoticeInput } from '@otklik/contracts/generated/graphql';
import { followedNotices } from '@otklik/contracts/followed-notices';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { Database, type Transaction } from '@otklik/tenancy';
import type { NoticeEvent, NoticeState } from '../domain/notice.js';
import { Deliveries } from './deliveries.js';
import { HeldDeliveries } from '../store/held-deliveries.js';
import { NoticeHandler } from './notice-handler.js';

type Changed = Promise<Handled<NoticeState, NoticeEvent>>;

const MAX_LISTED = 100;

/** What a restore holds back, for the desk: an official, who asked the mail server's operator, says what becomes of it. */
@Injectable()
export class SettleHeld {
  constructor(
    private readonly waiting: HeldDeliveries,
    private readonly deliveries: Deliveries,
    private readonly notices: NoticeHandler,
    private readonly database: Database,
  ) {}

  async of(district: number): Promise<readonly HeldNotice[]> {
    const held = await this.in(district, (tx) => this.waiting.held(tx, district, MAX_LISTED));
    return held.map(({ notice: id, version, appeal, number, kind, way, reason, since }) => ({
      id,
      version,
      appeal,
      number,
      kind,
      way,
      reason,
      since,
    }));
  }

  /** Not in one transaction: sealing reads a key over a second connection. After a crash between the two a retry completes it. */
  async settle(ctx: ClientCommandContext, input: Omit<SettleHeldNoticeInput, 'district' | 'key'>): Changed {
    const { id, expectedVersion, word, reason } = input;
    const { district, commandId: record, at } = ctx;
    const isHeldBack = await this.in(district, (tx) => this.waiting.isHeld(tx, district, id));
    const settle = { type: 'SettleRestoredNotice', record, word, reason, isHeldBack, at } as const;
    const command = { ...settle, followed: followedNotices };
    const handled = await this.notices.handle(ctx, id, command, { expectedVersion });
    await this.in(district, (tx) =>
      word === 'REPEAT' ? this.waiting.release(tx, district, id) : this.deliveries.finish(district, id, tx),
    );
    return handled;
  }

  private in<Result>(district: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.scope(district).transaction(work);
  }
}
