import { Injectable } from '@nestjs/common';
import type { EndReceptionInput, ReceptionActInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, localMoment, type LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { FollowUpCodes } from '../../appeal/store/follow-up-codes.js';
import type { ReceptionEvent, ReceptionState } from '../domain/reception.js';
import { BookReception } from './book-reception.js';

type Changed = Handled<ReceptionState, ReceptionEvent>;

/** The day of a reception: who came, who did not, and what it led to. Each throws as `BookReception` does. */
@Injectable()
export class ReceiveVisitors {
  constructor(
    private readonly booking: BookReception,
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
  ) {}

  remind(ctx: ClientCommandContext, { id, expectedVersion }: ReceptionActInput): Promise<Changed> {
    return this.booking.change(ctx, id, expectedVersion, () => Promise.resolve({ type: 'RecordReminder' }));
  }

  came(ctx: ClientCommandContext, { id, expectedVersion }: ReceptionActInput): Promise<Changed> {
    const today = todayOf(ctx);
    return this.booking.change(ctx, id, expectedVersion, () => Promise.resolve({ type: 'RecordVisitorCame', today }));
  }

  takeBackComing(ctx: ClientCommandContext, { id, expectedVersion }: ReceptionActInput): Promise<Changed> {
    return this.booking.change(ctx, id, expectedVersion, () => Promise.resolve({ type: 'TakeBackComing' }));
  }

  missed(ctx: ClientCommandContext, { id, expectedVersion }: ReceptionActInput): Promise<Changed> {
    const moment = localMoment(ctx.at, ctx.inDistrict.zone);
    return this.booking.change(ctx, id, expectedVersion, () =>
      Promise.resolve({ type: 'RecordVisitorMissed', moment }),
    );
  }

  end(ctx: ClientCommandContext, input: EndReceptionInput): Promise<Changed> {
    const { id, expectedVersion, outcome, receivedBy, receivedPost } = input;
    const appeal = input.appeal?.toLowerCase();
    const optional = compact({ appeal, earlier: input.earlier ?? undefined, said: input.said ?? undefined });
    return this.booking.change(ctx, id, expectedVersion, async (tx) => ({
      type: 'EndReception',
      record: ctx.commandId,
      outcome,
      receivedBy,
      receivedPost,
      ...optional,
      today: todayOf(ctx),
      ...compact({ appealReceivedOn: appeal && (await this.receivedOn(tx, ctx.district, appeal)) }),
      isAnswered: input.earlier ? await this.isAnswered(ctx.district, input.earlier) : false,
    }));
  }

  /** The day on which it was entered at a reception; undefined for one that was not, or is not registered. */
  private async receivedOn(tx: Transaction, district: number, appeal: string): Promise<LocalDate | undefined> {
    const { state } = await this.appeals.load(district, appeal, tx);
    if (state.status !== 'REGISTERED' && state.status !== 'ANSWERED') return undefined;
    const { channel, receivedOn } = state.published.received;
    return channel === 'RECEPTION' ? receivedOn : undefined;
  }

  private async isAnswered(district: number, number: string): Promise<boolean> {
    for (const { appeal } of await this.codes.find([district], number)) {
      const { state } = await this.appeals.load(district, appeal);
      if (state.status !== 'NONE' && state.published.answered) return true;
    }
    return false;
  }
}

function todayOf({ at, inDistrict }: ClientCommandContext): LocalDate {
  return localDate(at, inDistrict.zone);
}
