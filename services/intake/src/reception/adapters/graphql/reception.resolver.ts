import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  BookedReception,
  BookReceptionInput,
  EndReceptionInput,
  EnterReceptionInput,
  MoveReceptionInput,
  OwnReception,
  OwnReceptionInput,
  Reception,
  ReceptionActInput,
  ReceptionLoad,
  ReceptionOpening,
  ReceptionVisit,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  changeOf,
  checkAll,
  Command,
  Ctx,
  Forbidden,
  Input,
  NotFound,
  openedBy,
  type PermittedContext,
} from '@otklik/host';
import { addDays, Clock, compact } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { checkedDate, isPhone } from '../../../appeal/adapters/checked-values.js';
import { BookReception, type Booked } from '../../application/book-reception.js';
import { ReadReceptions } from '../../application/read-receptions.js';
import { ReceiveVisitors } from '../../application/receive-visitors.js';

const MAX_NAME = 200;
const MAX_PHONE = 30;
const MAX_MATTER = 200;
const MAX_LINE = 300;
const MAX_SAID = 4_000;
const MAX_CODE = 40;
/** Of a reading with names. */
const MAX_DAYS = 7;
const VISITOR = { hours: { max: MAX_CODE }, name: { max: MAX_NAME }, matter: { max: MAX_MATTER } } as const;

/** Receptions in person: announced times, bookings, and the day. */
@Resolver()
export class ReceptionResolver {
  constructor(
    private readonly booking: BookReception,
    private readonly visitors: ReceiveVisitors,
    private readonly reading: ReadReceptions,
    private readonly clock: Clock,
  ) {}

  @Query('receptions')
  receptions(@Context() context: PermittedContext): Promise<readonly Reception[]> {
    return this.reading.offered(districtOf(context), this.clock.now());
  }

  @Query('ownReception')
  async ownReception(
    @Args('code') code: string,
    @Context() context: PermittedContext,
  ): Promise<OwnReception | undefined> {
    return this.reading.own(districtOf(context), code.slice(0, MAX_CODE));
  }

  @Query('receptionVisits')
  receptionVisits(
    @Args('on') on: string,
    @Args('to') to: string | null | undefined,
    @Context() context: PermittedContext,
  ): Promise<readonly ReceptionVisit[]> {
    const district = districtOf(context);
    const days = daysOf(on, to ?? on);
    const by = openedBy(context, district.id);
    if (!by) throw new Forbidden();
    return this.reading.visits(district, days, { ...by, at: this.clock.now() });
  }

  @Query('receptionOpenings')
  async receptionOpenings(
    @Args('from') from: string,
    @Args('to') to: string,
    @Context() context: PermittedContext,
  ): Promise<readonly ReceptionOpening[]> {
    checkDays(from, to);
    return this.reading.opened(districtOf(context), from, to);
  }

  @Query('receptionLoad')
  receptionLoad(
    @Args('from') from: string,
    @Args('to') to: string,
    @Context() context: PermittedContext,
  ): Promise<readonly ReceptionLoad[]> {
    checkDays(from, to);
    return this.reading.load(districtOf(context), from, to);
  }

  @Command()
  bookReception(
    @Input({ ...VISITOR, phone: { max: MAX_PHONE }, consent: { max: MAX_CODE } }, checkBooking)
    input: BookReceptionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { hours, on, begins, name, phone, matter, consent, way } = input;
    const booking = {
      hours,
      on,
      begins,
      name,
      phone,
      matter,
      consent,
      way: way ?? 'IN_PERSON',
      channel: 'SITE',
    } as const;
    return this.booking.book(ctx, booking).then(receiptOf);
  }

  @Command()
  cancelOwnReception(
    @Input({ code: { max: MAX_CODE } }) { code }: OwnReceptionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.booking.cancelOwn(ctx, code).then(({ id, ...changed }) => changeOf('intake', id, changed));
  }

  @Command()
  enterReception(
    @Input({ ...VISITOR, phone: { max: MAX_PHONE, optional: true } }, checkEntry)
    input: EnterReceptionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { hours, on, name, matter, channel, way } = input;
    const phone = input.phone ?? undefined;
    const outOfTurn = input.outOfTurn ? (true as const) : undefined;
    const optional = compact({ begins: input.begins ?? undefined, phone, outOfTurn });
    return this.booking
      .book(ctx, { hours, on, name, matter, channel, way: way ?? 'IN_PERSON', ...optional })
      .then(receiptOf);
  }

  @Command()
  moveReception(
    @Input({ hours: { max: MAX_CODE } }, checkMove) input: MoveReceptionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { id, expectedVersion, hours, on, begins, way } = input;
    return this.booking.move(ctx, { id, expectedVersion, hours, on, begins, way: way ?? 'IN_PERSON' });
  }

  @Command()
  cancelReception(@Input() input: ReceptionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.booking.cancel(ctx, input);
  }

  @Command()
  recordReceptionReminder(@Input() input: ReceptionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.visitors.remind(ctx, input);
  }

  @Command()
  recordVisitorCame(@Input() input: ReceptionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.visitors.came(ctx, input);
  }

  @Command()
  takeBackVisitorCame(@Input() input: ReceptionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.visitors.takeBackComing(ctx, input);
  }

  @Command()
  recordVisitorMissed(@Input() input: ReceptionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.visitors.missed(ctx, input);
  }

  @Command()
  endReception(
    @Input(
      {
        receivedBy: { max: MAX_LINE },
        receivedPost: { max: MAX_LINE },
        earlier: { max: MAX_CODE, optional: true },
        said: { max: MAX_SAID, optional: true },
      },
      checkEnd,
    )
    input: EndReceptionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.visitors.end(ctx, input);
  }
}

/** A day, or a week at the most. */
function daysOf(on: string, to: string): readonly string[] {
  checkAll(
    () => checkedDate(on, 'on'),
    () => checkedDate(to, 'to'),
  );
  if (to < on || to > addDays(on, MAX_DAYS - 1))
    throw new BadInput('BAD_INPUT', 'to', {}, `The last day is at most ${MAX_DAYS - 1} days after the first one.`);
  return Array.from({ length: MAX_DAYS }, (_, at) => addDays(on, at)).filter((day) => day <= to);
}

function checkDays(from: string, to: string): void {
  checkAll(
    () => checkedDate(from, 'from'),
    () => checkedDate(to, 'to'),
  );
}

function checkBooking(input: BookReceptionInput, ctx: ClientCommandContext): void {
  checkAll(
    () => checkTime(input),
    () => checkPhone(input),
    () => checkConsent(input, ctx),
  );
}

function checkEntry(input: EnterReceptionInput): void {
  checkAll(
    () => checkTime(input),
    () => checkPhone(input),
    () => checkChannel(input),
  );
}

function checkMove(input: MoveReceptionInput): void {
  checkTime(input);
}

type Timed = Pick<BookReceptionInput, 'on'> & { readonly begins?: string | null | undefined };

function checkTime({ on, begins }: Timed): void {
  checkedDate(on, 'input.on');
  if (begins && !/^([01]\d|2[0-3]):[0-5]\d$/.test(begins))
    throw new BadInput('BAD_INPUT', 'input.begins', {}, 'A time HH:MM is needed.');
}

function checkPhone({ phone }: { readonly phone?: string | null | undefined }): void {
  if (phone && !isPhone(phone)) throw new BadInput('CONTACT_MALFORMED', 'input.phone');
}

/** Nothing of a person is taken without it (152-FZ art. 9). */
function checkConsent({ consent }: BookReceptionInput, { inDistrict }: ClientCommandContext): void {
  if (consent !== inDistrict.public.consent.version) throw new BadInput('CONSENT_REQUIRED', 'input.consent');
}

function checkChannel({ channel }: EnterReceptionInput): void {
  if (channel !== 'PHONE' && channel !== 'RECEPTION')
    throw new BadInput('BAD_INPUT', 'input.channel', {}, 'One of PHONE, RECEPTION is needed.');
}

/** What each outcome needs: the appeal; or what was said, and of a refusal the number of the earlier answer. */
function checkEnd({ outcome, appeal, earlier, said }: EndReceptionInput): void {
  if (outcome === 'REGISTERED') {
    if (!appeal) throw new BadInput('BAD_INPUT', 'input.appeal', {}, 'The appeal is needed.');
    return;
  }
  if (appeal) throw new BadInput('BAD_INPUT', 'input.appeal', {}, 'An appeal is registered with REGISTERED alone.');
  if (!said) throw new BadInput('TEXT_EMPTY', 'input.said');
  if (outcome === 'ANSWERED_BEFORE' && !earlier) throw new BadInput('TEXT_EMPTY', 'input.earlier');
}

function receiptOf({ id, code, at }: Booked): BookedReception & { readonly __typename: 'BookedReception' } {
  return { __typename: 'BookedReception', id, bookingCode: code, on: at.on, begins: at.begins ?? null };
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}
