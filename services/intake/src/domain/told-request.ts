/** How far a request is, as another front-end is told: less than officials know, and nothing of a person. */
export type RequestState =
  'WAITING' | 'TAKEN_UP' | 'REGISTERED' | 'ANSWERED' | 'NOT_CONSIDERED' | 'DUPLICATE' | 'WITHDRAWN' | 'STRUCK';

/** By the event that brings it. */
const STATES: Readonly<Record<string, RequestState>> = {
  MessageTakenUp: 'TAKEN_UP',
  AppealRegistered: 'REGISTERED',
  AnsweredAtOnce: 'ANSWERED',
  MarkedAsSpam: 'NOT_CONSIDERED',
  MarkedAsDuplicate: 'DUPLICATE',
  DecisionTakenBack: 'WAITING',
  RegistrationCorrected: 'STRUCK',
  AppealWithdrawn: 'WITHDRAWN',
  AppealAnswered: 'ANSWERED',
  ConsiderationResumed: 'REGISTERED',
  ReopeningGranted: 'REGISTERED',
};

/** Undefined: the event changes nothing of it. */
export function stateAfter(type: string): RequestState | undefined {
  return STATES[type];
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
  NOT_CONSIDERED: 'no_further_action',
  DUPLICATE: 'duplicate',
  WITHDRAWN: 'no_further_action',
  STRUCK: 'no_further_action',
};

export function updateStatusOf(state: RequestState): UpdateStatus {
  return UPDATE_STATUS[state];
}

const TEXT_STATES: readonly RequestState[] = ['TAKEN_UP', 'REGISTERED', 'ANSWERED'];

/** The text is told of a request whose sender agreed to its publication, once an official saw that it is one. */
export function mayTellText(state: RequestState): boolean {
  return TEXT_STATES.includes(state);
}

const CONTACTS = [/[^\s@]+@[^\s@]+\.[^\s@]+/u, /(?:\d[\s().-]*){10,}/u];

/** E-mail, telephone, or another long number: the sender agreed to publication without what leads to him. */
export function holdsContact(text: string): boolean {
  return CONTACTS.some((one) => one.test(text));
}

const EARTH_RADIUS_M = 6_371_000;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres along the surface. */
export function distanceM(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const h = half(one.latitude, other.latitude) + across * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
