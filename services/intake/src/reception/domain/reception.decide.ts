import type { Channel } from '@otklik/contracts/enumerations';
import { compact, decideBy, refuse, type Decider, type LocalDate, type Rules } from '@otklik/kernel';
import {
  appointmentOf,
  evolve,
  noReception,
  type Appointment,
  type ReceptionEvent,
  type ReceptionState,
  type Visit,
  type VisitEnd,
} from './reception.js';

/** What is known of the time when the command is decided. */
interface Offer {
  /** The district announced it, and it is ahead. */
  readonly isOffered: boolean;
  /** Another visitor has it. */
  readonly isTaken: boolean;
}

/** Of one who books without an official. */
export const MAX_AHEAD = 2;

export interface BookReception extends Offer {
  readonly type: 'BookReception';
  readonly person: string;
  readonly at: Appointment;
  readonly channel: Channel;
  readonly name: string;
  readonly phone?: string;
  readonly matter: string;
  readonly outOfTurn?: true;
  readonly consent?: string;
  /** How many bookings ahead the telephone has, of one who books without an official. */
  readonly ahead?: number;
}

export interface MoveReception extends Offer {
  readonly type: 'MoveReception';
  readonly at: Appointment;
}

export interface CancelReception {
  readonly type: 'CancelReception';
  /** By the visitor: then it is before the time. */
  readonly ownAt?: LocalMoment;
}

/** `YYYY-MM-DDTHH:MM` in the zone of the district. */
type LocalMoment = string;

export interface RecordReminder {
  readonly type: 'RecordReminder';
}

interface OnDay {
  /** In the zone of the district. */
  readonly today: LocalDate;
}

export interface RecordVisitorCame extends OnDay {
  readonly type: 'RecordVisitorCame';
}

/** It was recorded by mistake. */
export interface TakeBackComing {
  readonly type: 'TakeBackComing';
}

export interface RecordVisitorMissed {
  readonly type: 'RecordVisitorMissed';
  readonly moment: LocalMoment;
}

export interface EndReception extends OnDay, VisitEnd {
  readonly type: 'EndReception';
  readonly record: string;
  /** The day on which the named appeal was entered at a reception; absent where it was not, or is not registered. */
  readonly appealReceivedOn?: LocalDate;
  /** The district has an answered appeal of the number `earlier`. */
  readonly isAnswered: boolean;
}

type Changing =
  | (MoveReception | CancelReception | RecordReminder)
  | (RecordVisitorCame | TakeBackComing | RecordVisitorMissed | EndReception);
export type ReceptionCommand = BookReception | Changing;

const rules: Rules<Visit, Changing, ReceptionEvent> = {
  MoveReception: move,
  CancelReception: cancel,
  RecordReminder: remind,
  RecordVisitorCame: came,
  TakeBackComing: takeBackComing,
  RecordVisitorMissed: missed,
  EndReception: end,
};

const decideKnown = decideBy(rules);

export function decide(command: ReceptionCommand, state: ReceptionState): readonly ReceptionEvent[] {
  if (command.type === 'BookReception') return book(command, state);
  return state.status === 'NONE' ? refuse('NOT_FOUND') : decideKnown(command, state);
}

export const reception: Decider<ReceptionState, ReceptionCommand, ReceptionEvent> = {
  initialState: noReception,
  decide,
  evolve,
};

function book(command: BookReception, state: ReceptionState): readonly ReceptionEvent[] {
  if (state.status !== 'NONE') return [];
  demandFree(command);
  if ((command.ahead ?? 0) >= MAX_AHEAD) refuse('TOO_MANY_BOOKINGS', { field: 'phone' });
  const { person, at, channel, name, phone, matter, outOfTurn, consent } = command;
  const optional = compact({ phone, outOfTurn, consent });
  return [{ type: 'ReceptionBooked', person, ...at, channel, name, matter, ...optional }];
}

/** One who did not come is given another time, too. */
function move(command: MoveReception, { status, at }: Visit): readonly ReceptionEvent[] {
  if (status !== 'BOOKED' && status !== 'MISSED') refuse('BOOKING_STATE_FORBIDS');
  if (status === 'BOOKED' && isSame(command.at, at)) return [];
  demandFree(command);
  return [{ type: 'ReceptionMoved', ...command.at }];
}

function isSame(one: Appointment, other: Appointment): boolean {
  return JSON.stringify(appointmentOf(one)) === JSON.stringify(appointmentOf(other));
}

function cancel({ ownAt }: CancelReception, { status, at }: Visit): readonly ReceptionEvent[] {
  if (status === 'CANCELLED') return [];
  if (status !== 'BOOKED' || (ownAt !== undefined && ownAt >= beginOf(at))) refuse('BOOKING_STATE_FORBIDS');
  return [{ type: 'ReceptionCancelled' }];
}

function remind(_: RecordReminder, { status, reminded }: Visit): readonly ReceptionEvent[] {
  if (reminded) return [];
  if (status !== 'BOOKED') refuse('BOOKING_STATE_FORBIDS');
  return [{ type: 'ReceptionReminded' }];
}

function came({ today }: RecordVisitorCame, { status, at }: Visit): readonly ReceptionEvent[] {
  if (status === 'CAME') return [];
  if (status !== 'BOOKED' && status !== 'MISSED') refuse('BOOKING_STATE_FORBIDS');
  if (today !== at.on) refuse('RECEPTION_OTHER_DAY');
  return [{ type: 'ReceptionVisitorCame' }];
}

/** Until the reception ended: then the card says that a visitor was received. */
function takeBackComing(_: TakeBackComing, { status }: Visit): readonly ReceptionEvent[] {
  if (status === 'BOOKED') return [];
  if (status !== 'CAME') refuse('BOOKING_STATE_FORBIDS');
  return [{ type: 'ReceptionComingTakenBack' }];
}

function missed({ moment }: RecordVisitorMissed, { status, at }: Visit): readonly ReceptionEvent[] {
  if (status === 'MISSED') return [];
  if (status !== 'BOOKED') refuse('BOOKING_STATE_FORBIDS');
  if (moment < beginOf(at)) refuse('RECEPTION_OTHER_DAY');
  return [{ type: 'ReceptionVisitorMissed' }];
}

function beginOf({ on, begins = '00:00' }: Appointment): LocalMoment {
  return `${on}T${begins}`;
}

/**
 * Of one who has come. An appeal that is named was entered at the reception of that day: what is asked there is answered in writing, or
 * orally with consent, by that appeal's own facts (59-FZ art. 13(3, 4)). It is refused to consider further only what was answered
 * before (art. 13(6)); what is not of the district's competence is explained (art. 13(5)). Either is said in the card. It ends once: what
 * another one says of it is refused.
 */
function end(command: EndReception, { status, at, end: before }: Visit): readonly ReceptionEvent[] {
  const { type: _, today: __, appealReceivedOn, isAnswered, ...said } = command;
  if (before && isSameEnd(before, said)) return [];
  if (status !== 'CAME') refuse('BOOKING_STATE_FORBIDS');
  if (said.outcome === 'REGISTERED' && appealReceivedOn !== at.on)
    refuse('APPEAL_NOT_OF_RECEPTION', { field: 'appeal' });
  if (said.outcome === 'ANSWERED_BEFORE' && !isAnswered) refuse('EARLIER_NOT_ANSWERED', { field: 'earlier' });
  return [{ type: 'ReceptionEnded', ...said }];
}

/** By the command; of an end from before that was kept, by what it says. */
function isSameEnd(before: VisitEnd, said: VisitEnd): boolean {
  if (before.record !== undefined) return before.record === said.record;
  return before.outcome === said.outcome && before.appeal === said.appeal;
}

function demandFree({ isOffered, isTaken }: Offer): void {
  if (!isOffered) refuse('SLOT_NOT_OFFERED', { field: 'begins' });
  if (isTaken) refuse('SLOT_TAKEN', { field: 'begins' });
}
