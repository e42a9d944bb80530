import { Injectable } from '@nestjs/common';
import type { Channel } from '@otklik/contracts/enumerations';
import type { ReceptionWay } from '@otklik/contracts/reception-enumerations';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, localMoment, localTime, refuse, sameShape, uuidv5, type LocalDate } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import { KeyKeeper, Secrets } from '@otklik/vault';
import { createSecretKey, hash, type KeyObject } from 'node:crypto';
import { followUpCode } from '../../appeal/application/follow-up-code.js';
import type { ReceptionCommand } from '../domain/reception.decide.js';
import type { Appointment, ReceptionEvent, ReceptionState } from '../domain/reception.js';
import { isAhead, sittingOn } from '../domain/sittings.js';
import { Receptions, type ReceptionRow } from '../store/receptions.js';
import { ReceptionHandler } from './reception-handler.js';

/** Whom, where and when, as it was asked for. */
export interface AskedTime {
  readonly hours: string;
  readonly on: LocalDate;
  /** Absent: one who is there is let in without a time. */
  readonly begins?: string;
  readonly way: ReceptionWay;
}

/** A booking with checked fields. */
export interface Booking extends AskedTime {
  readonly channel: Channel;
  readonly name: string;
  readonly phone?: string;
  readonly matter: string;
  readonly outOfTurn?: true;
  readonly consent?: string;
}

export interface Booked {
  readonly id: string;
  readonly code: string;
  readonly at: Appointment;
}

type Changed = Handled<ReceptionState, ReceptionEvent>;

/**
 * Bookings of receptions in person: each is a stream of its own with a person of its own, and a row by which its time is taken. Each throws
 * `Refusal`, `VersionConflict`, `IdempotencyKeyReused`.
 */
@Injectable()
export class BookReception {
  private readonly codeKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly vault: KeyKeeper,
    private readonly handler: ReceptionHandler,
    private readonly rows: Receptions,
    secrets: Secrets,
  ) {
    this.codeKey = createSecretKey(secrets.of('follow-up-code'));
  }

  /** The same key again gives the same booking and code. */
  async book(ctx: ClientCommandContext, booking: Booking): Promise<Booked> {
    const { district, inDistrict, at } = ctx;
    const id = uuidv5(ctx.commandId, 'reception');
    const code = followUpCode(this.codeKey, district, JSON.stringify(['reception', id]));
    const person = uuidv5(id, 'person');
    const appointment = appointmentIn(inDistrict, booking);
    const { channel, name, phone, matter, outOfTurn, consent } = booking;
    const optional = compact({ phone, outOfTurn, consent });
    const phoneIndex = phone === undefined ? null : await this.vault.blindIndex(district, phone);
    const today = localDate(at, inDistrict.zone);
    // Harmless where the booking is refused: nothing is sealed by it.
    await this.vault.createPerson(district, person);
    return this.database.scope(district).transaction(async (tx) => {
      const offer = await this.offerOf(tx, ctx, id, appointment);
      const ahead =
        ctx.sender.kind === 'official' ? 0 : await this.rows.countAhead(tx, district, id, phoneIndex, today);
      const command = {
        type: 'BookReception',
        person,
        at: appointment,
        channel,
        name,
        matter,
        ...optional,
        ...offer,
        ahead,
      } as const;
      const { state, version, events } = await this.handler.handle(ctx, id, command, { tx });
      const [booked] = events;
      if (booked?.type === 'ReceptionBooked')
        await this.rows.add(tx, { district, id, version, booked, codeHash: hashOf(district, code), phoneIndex, at });
      if (state.status === 'NONE') throw new TypeError('A booking without a state');
      return { id, code, at: state.at };
    });
  }

  move(ctx: ClientCommandContext, { id, expectedVersion, ...asked }: AskedTime & ActOn): Promise<Changed> {
    return this.change(ctx, id, expectedVersion, async (tx) => {
      const at = appointmentIn(ctx.inDistrict, asked);
      return { type: 'MoveReception', at, ...(await this.offerOf(tx, ctx, id, at)) };
    });
  }

  cancel(ctx: ClientCommandContext, { id, expectedVersion }: ActOn): Promise<Changed> {
    return this.change(ctx, id, expectedVersion, () => Promise.resolve({ type: 'CancelReception' }));
  }

  /** By the visitor's code. */
  async cancelOwn(ctx: ClientCommandContext, code: string): Promise<Changed & { readonly id: string }> {
    const row = await this.byCode(ctx.inDistrict, code);
    if (!row) refuse('NOT_FOUND');
    const { id } = row;
    const ownAt = localMoment(ctx.at, ctx.inDistrict.zone);
    return {
      id,
      ...(await this.change(ctx, id, undefined, () => Promise.resolve({ type: 'CancelReception', ownAt }))),
    };
  }

  byCode({ id }: Pick<District, 'id'>, code: string): Promise<ReceptionRow | undefined> {
    return this.rows.byCode(id, hashOf(id, sameShape(code)));
  }

  /** `decided`: the command, with what it is decided by, once the booking is locked. */
  change(
    ctx: ClientCommandContext,
    given: string,
    expectedVersion: number | undefined,
    decided: (tx: Transaction) => Promise<ReceptionCommand>,
  ): Promise<Changed> {
    const { district, at } = ctx;
    const id = given.toLowerCase();
    return this.database.scope(district).transaction(async (tx) => {
      if (!(await this.rows.lock(tx, district, id))) refuse('NOT_FOUND');
      const changed = await this.handler.handle(ctx, id, await decided(tx), { tx, ...compact({ expectedVersion }) });
      const { state, version, events } = changed;
      if (events.length > 0 && state.status !== 'NONE')
        await this.rows.keep(tx, { district, id, version, visit: state, at });
      return changed;
    });
  }

  private async offerOf(tx: Transaction, ctx: OfferContext, id: string, at: Appointment) {
    return { isOffered: isOffered(ctx, at), isTaken: await this.rows.isTaken(tx, ctx.district, id, at) };
  }
}

export interface ActOn {
  readonly id: string;
  readonly expectedVersion: number;
}

type OfferContext = Pick<ClientCommandContext, 'inDistrict' | 'sender'> & Pick<CommandContext, 'district' | 'at'>;

/** What the district announced for it. Refuses SLOT_NOT_OFFERED for hours that it does not have. */
function appointmentIn({ public: { reception = [] } }: District, { hours, on, begins, way }: AskedTime): Appointment {
  const found = reception.find(({ code }) => code === hours);
  if (!found) refuse('SLOT_NOT_OFFERED', { field: 'hours' });
  const { official, post, place, minutes } = found;
  return { hours, official, post, place, on, minutes, way, ...compact({ begins }) };
}

/** One who is there may be let in on the day; a time has to be one of the announced ones, and ahead of now. */
function isOffered({ inDistrict, at: now, sender }: OfferContext, { hours, on, begins, way }: Appointment): boolean {
  const found = inDistrict.public.reception?.find(({ code }) => code === hours);
  const sitting = found && sittingOn(found, on, inDistrict.calendar);
  if (!sitting || (way === 'VIDEO' && !sitting.hours.video)) return false;
  if (begins === undefined) return sender.kind === 'official' && on === localDate(now, inDistrict.zone);
  return sitting.slots.includes(begins) && isAhead(on, begins, localTime(now, inDistrict.zone));
}

/** 80 bits are looked up by their hash alone. */
function hashOf(district: number, code: string): Buffer {
  return hash('sha256', `${district}|reception|${code}`, 'buffer');
}
