import type { FactsOf } from '@otklik/contracts/declare-event';
import type { ReceptionOutcome, ReceptionState as Stage, ReceptionWay } from '@otklik/contracts/reception-enumerations';
import type { receptionEvents } from '@otklik/contracts/reception.events';
import { compact, type LocalDate } from '@otklik/kernel';

export type ReceptionEvent = FactsOf<typeof receptionEvents>;

/** Whom, where and when. */
export interface Appointment {
  readonly hours: string;
  readonly official: string;
  readonly post: string;
  readonly place: string;
  readonly on: LocalDate;
  /** Absent: in a live queue. */
  readonly begins?: string;
  readonly minutes: number;
  readonly way: ReceptionWay;
}

export type ReceptionState = { readonly status: 'NONE' } | Visit;

/** Its texts are sealed. */
export interface Visit {
  readonly status: Stage;
  readonly person: string;
  readonly at: Appointment;
  readonly reminded: boolean;
  readonly end?: VisitEnd;
}

export interface VisitEnd {
  readonly outcome: ReceptionOutcome;
  readonly receivedBy: string;
  readonly receivedPost: string;
  readonly appeal?: string;
  readonly earlier?: string;
  readonly said?: string;
  /** Id of the command. */
  readonly record?: string;
}

export const noReception: ReceptionState = { status: 'NONE' };

export function evolve(state: ReceptionState, event: ReceptionEvent): ReceptionState {
  if (event.type === 'ReceptionBooked')
    return { status: 'BOOKED', person: event.person, at: appointmentOf(event), reminded: false };
  if (state.status === 'NONE') return state;
  switch (event.type) {
    case 'ReceptionMoved':
      return { ...state, status: 'BOOKED', at: appointmentOf(event), reminded: false };
    case 'ReceptionCancelled':
      return { ...state, status: 'CANCELLED' };
    case 'ReceptionReminded':
      return { ...state, reminded: true };
    case 'ReceptionVisitorCame':
      return { ...state, status: 'CAME' };
    case 'ReceptionComingTakenBack':
      return { ...state, status: 'BOOKED' };
    case 'ReceptionVisitorMissed':
      return { ...state, status: 'MISSED' };
    case 'ReceptionEnded': {
      const { type: _, ...end } = event;
      return { ...state, status: 'ENDED', end };
    }
  }
}

export function appointmentOf(given: Appointment): Appointment {
  const { hours, official, post, place, on, begins, minutes, way } = given;
  return { hours, official, post, place, on, minutes, way, ...compact({ begins }) };
}
