import { Injectable } from '@nestjs/common';
import type { RecordCallAttemptInput, RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import type { EnteredInPos, Posting } from '@otklik/contracts/notifications.events';
import { EventStore, type ClientCommandContext, type Handled } from '@otklik/event-store';
import { compact, localDate } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import type { Calling, NoticeCommand, RecordPosting } from '../domain/notice.decide.js';
import type { NoticeEvent, NoticeState } from '../domain/notice.js';
import { Deliveries, type UnsentLetter } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';
import { NumberLetters } from './number-letters.js';
import { OutgoingNumbers } from '../store/outgoing-numbers.js';

type Changed = Promise<Handled<NoticeState, NoticeEvent>>;

interface Recorded {
  /** The notice's id. */
  readonly id: string;
  readonly expectedVersion: number;
}

/** Of a letter that has its number, none is typed; it is the letter's own then. */
export type TypedPosting = Omit<Posting, 'number'> & { readonly number?: string };

const DAY_MS = 86_400_000;

/** What officials do with a notice by themselves: calls, letters on paper, what is entered in the feedback platform. Their record is the proof. */
@Injectable()
export class RecordByOfficial {
  constructor(
    private readonly store: EventStore,
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly numbers: OutgoingNumbers,
    private readonly series: NumberLetters,
    private readonly database: Database,
  ) {}

  async told(ctx: ClientCommandContext, input: RecordOralNoticeInput): Changed {
    const { said } = input;
    const outcome = input.outcome ?? 'AGREES';
    const calling = await this.calling(ctx, input.id);
    const record = { record: ctx.commandId, said, outcome, at: ctx.at };
    return this.record(ctx, input, { type: 'RecordOralNotice', ...calling, ...record });
  }

  async attempted(ctx: ClientCommandContext, input: RecordCallAttemptInput): Changed {
    const { result, callAt, said } = input;
    const calling = await this.calling(ctx, input.id);
    return this.record(ctx, input, {
      type: 'RecordCallAttempt',
      ...calling,
      record: ctx.commandId,
      result,
      at: ctx.at,
      ...(callAt && { callAt }),
      ...(said && { said }),
    });
  }

  /**
   * The proof is of the day on which the letter went, however late it is recorded. What was opened without a number gets it in the
   * transaction of the record, both or neither. Throws `OutgoingNumberTaken`.
   */
  async posted(
    ctx: ClientCommandContext,
    { id, expectedVersion, address }: Recorded & { readonly address?: string },
    typed: TypedPosting,
  ): Changed {
    const { district } = ctx;
    // Not in the transaction: it would wait for a second connection.
    const [opened] = await this.store.read(district, id);
    const state = await this.notices.state(district, id);
    const own = state.status === 'NONE' ? undefined : state.published.outgoing?.number;
    return this.database.scope(district).transaction(async (tx) => {
      const letter = await this.deliveries.paper(tx, district, id);
      const posting = { ...typed, number: typed.number ?? own ?? (await this.numberOf(ctx, id, tx)) };
      const to = compact({ addressKnown: isAddressed(letter, ctx.inDistrict), address });
      const command = { ...postingCommand(ctx, posting, letter?.signedAt ?? opened?.at), ...to };
      const handled = await this.notices.handle(ctx, id, command, { expectedVersion, tx });
      if (handled.events.length > 0 && own === undefined && typed.number !== undefined) {
        const year = Number(posting.sentOn.slice(0, 4));
        await this.numbers.give(tx, { district, year, number: posting.number, notice: id });
      }
      await this.settle(district, id, handled.state, tx);
      return handled;
    });
  }

  /** The proof is of the day on which it was entered, as that of a letter. */
  async enteredInPos(ctx: ClientCommandContext, asked: Recorded, entered: EnteredInPos): Changed {
    const { commandId: record, inDistrict, district } = ctx;
    const [opened] = await this.store.read(district, asked.id);
    const calling = await this.calling(ctx, asked.id);
    const made = opened && { madeOn: localDate(opened.at, inDistrict.zone) };
    const at = onDay(ctx, entered.enteredOn);
    return this.record(ctx, asked, { type: 'RecordInPos', ...calling, record, entered, ...made, at });
  }

  private async numberOf({ at, inDistrict }: ClientCommandContext, notice: string, tx: Transaction): Promise<string> {
    const { number } = await this.series.given(tx, inDistrict, { notice, at });
    return number;
  }

  private async calling({ district, mayActIn }: ClientCommandContext, notice: string): Promise<Calling> {
    const read = (tx: Transaction) => this.deliveries.departmentOf(tx, district, notice);
    const department = await this.database.scope(district).transaction(read);
    return compact({ mayActIn, department });
  }

  private async record(ctx: ClientCommandContext, { id, expectedVersion }: Recorded, command: NoticeCommand): Changed {
    // Not in one transaction: sealing reads a key over a second connection, and concurrent calls would exhaust the pool.
    const handled = await this.notices.handle(ctx, id, command, { expectedVersion });
    // A crash here leaves the row as it was: a retry or an erasure completes it, and a letter by e-mail starts with the retry.
    await this.settle(ctx.district, id, handled.state);
    return handled;
  }

  private async settle(district: number, id: string, state: NoticeState, tx?: Transaction): Promise<void> {
    if (state.status !== 'OPEN') return this.deliveries.finish(district, id, tx);
    await this.deliveries.redirect(district, id, state.way, tx);
  }
}

/** Of a letter that does not wait any more nothing is known: its record comes late. */
function isAddressed(letter: UnsentLetter | undefined, { organisations }: District): boolean {
  if (!letter) return true;
  const { kind, details, address } = letter;
  if (!isToBody(kind)) return address !== null;
  const known = organisations.find(({ code }) => code === details.organisation);
  // Letters from before that have the address behind the name.
  return (details.address ?? known?.address) !== undefined || /\(.+\)$/u.test(details.body ?? '');
}

function postingCommand(
  ctx: ClientCommandContext,
  posting: Posting,
  madeAt: string | undefined,
): Omit<RecordPosting, 'addressKnown'> {
  const { commandId: record, inDistrict } = ctx;
  return {
    type: 'RecordPosting',
    record,
    posting,
    ...(madeAt !== undefined && { madeOn: localDate(madeAt, inDistrict.zone) }),
    at: onDay(ctx, posting.sentOn),
  };
}

/** No zone of Russia changes its clocks within the year: the same hour is on the other day. */
function onDay({ at, inDistrict: { zone } }: ClientCommandContext, day: string): string {
  const daysAgo = (Date.parse(localDate(at, zone)) - Date.parse(day)) / DAY_MS;
  return new Date(Date.parse(at) - daysAgo * DAY_MS).toISOString();
}
