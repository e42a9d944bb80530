import { appealStates } from '@otklik/case/appeal-states';
import { stateAfter } from '@otklik/case/states-after';
import type { AppealState, CaseEnd } from '@otklik/contracts/enumerations';

/** The status of a request, as published to other front-ends: less than officials know, and no personal data. */
export type RequestState =
  | ('WAITING' | 'TAKEN_UP' | 'REGISTERED' | 'NOT_CONSIDERED' | 'DUPLICATE' | 'WITHDRAWN' | 'STRUCK')
  /** ENDED: by an event that does not tell how. */
  | (CaseEnd | 'ENDED');

/** By the state of the appeal; while the applicant waits for the decision about another consideration nothing changes. */
const STATES: Readonly<Record<Exclude<AppealState, 'REOPEN_REQUESTED'>, RequestState>> = {
  RECEIVED: 'WAITING',
  TAKEN_UP: 'TAKEN_UP',
  REGISTERED: 'REGISTERED',
  ANSWERED_AT_ONCE: 'ANSWERED',
  SPAM: 'NOT_CONSIDERED',
  DUPLICATE: 'DUPLICATE',
  STRUCK: 'STRUCK',
  WITHDRAWN: 'WITHDRAWN',
  ANSWERED: 'ANSWERED',
  FORWARDED: 'FORWARDED',
  LEFT_UNANSWERED: 'LEFT_UNANSWERED',
  // Never sent by another front-end.
  CLOSED_BY_OLD_JOURNAL: 'ENDED',
  REMOVED_WITH_OLD_JOURNAL: 'ENDED',
};

/** Undefined: the event changes nothing of it. */
export function requestStateAfter(type: string, end?: CaseEnd): RequestState | undefined {
  const state = stateAfter(appealStates, { type, data: { end } });
  if (state === null) return type === 'AppealAnswered' ? 'ENDED' : undefined;
  return state === 'REOPEN_REQUESTED' ? undefined : STATES[state];
}

const OPEN: readonly RequestState[] = ['WAITING', 'TAKEN_UP', 'REGISTERED'];

/** GeoReport v2. */
export function statusOf(state: RequestState): 'open' | 'closed' {
  return OPEN.includes(state) ? 'open' : 'closed';
}

/** mySociety's longer list, of its updates. */
export type UpdateStatus = 'open' | 'investigating' | 'in_progress' | 'closed' | 'no_further_action' | 'duplicate';

const UPDATE_STATUS: Readonly<Record<RequestState, UpdateStatus>> = {
  WAITING: 'open',
  TAKEN_UP: 'investigating',
  REGISTERED: 'in_progress',
  ANSWERED: 'closed',
  ENDED: 'closed',
  FORWARDED: 'closed',
  LEFT_UNANSWERED: 'no_further_action',
  NOT_CONSIDERED: 'no_further_action',
  DUPLICATE: 'duplicate',
  WITHDRAWN: 'no_further_action',
  STRUCK: 'no_further_action',
};

export function updateStatusOf(state: RequestState): UpdateStatus {
  return UPDATE_STATUS[state];
}

const PLACE_STATES: readonly RequestState[] = ['TAKEN_UP', 'REGISTERED', 'ANSWERED'];

/** Settlement and coarse point of a request whose sender agreed to publication, once an official saw that it is one. */
export function mayTellPlace(state: RequestState): boolean {
  return PLACE_STATES.includes(state);
}

const EARTH_RADIUS_M = 6_371_000;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** 0.01°: 1.1 km from north to south; it does not identify a single house. */
const STEPS_OF_DEGREE = 100;

/** The published part of a point. */
export function coarsePoint({ latitude, longitude }: Point): Point {
  return { latitude: coarse(latitude), longitude: coarse(longitude) };
}

function coarse(degrees: number): number {
  return Math.round(degrees * STEPS_OF_DEGREE) / STEPS_OF_DEGREE;
}

/** Metres along the surface. */
export function distanceM(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const h = half(one.latitude, other.latitude) + across * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
