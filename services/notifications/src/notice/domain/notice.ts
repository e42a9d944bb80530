import type { FactsOf } from '@otklik/contracts/declare-event';
import type {
  BodyRequestStatus,
  CancelGround,
  NoticeKind,
  NoticeWay,
  PersonalDataKind,
} from '@otklik/contracts/enumerations';
import type { notificationsEvents } from '@otklik/contracts/notifications.events';
import { assertNever } from '@otklik/kernel';

/** The kind of a notice, and the question that it is about. */
export interface Matter {
  readonly kind: NoticeKind;
  readonly about?: string;
}

/** What may have happened to a notice (libs/contracts). Personal fields are clear text until they are stored. */
export type NoticeEvent = FactsOf<typeof notificationsEvents>;

export type NoticeState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'POSTED' | 'DISPATCHED' })
  | (Opened & { readonly status: 'CANCELLED'; readonly ground: CancelGround });

interface Opened {
  readonly matter: Matter;
  readonly way: NoticeWay;
  /** Lawful ways that are left, in their order. */
  readonly further: readonly NoticeWay[];
  readonly person: string;
  /** Ids of the calls, oral records and postings; proofs that came late. */
  readonly records: readonly string[];
  /** Calls in a row that nobody answered. */
  readonly unanswered: number;
  /** It was dispatched and came back. */
  readonly cameBack?: true;
  /** Bytes of this part left, and nothing proves what became of them. */
  readonly unknown?: number;
  /** Its text is not said publicly as it is, and nobody has written other words. */
  readonly held?: true;
  /** The network lets no program say it: a person places it. */
  readonly byHand?: true;
  /** Of what was dispatched in a network: it was seen there, or was not there; absent: nobody looked. */
  readonly stands?: boolean;
  /** The person read it, as the network tells. */
  readonly isRead?: true;
  /** What was found in what would be public, so that it goes to the person; if that fails, a person writes the public words. */
  readonly withheld?: readonly PersonalDataKind[];
  /** What the server of the body told last of the request as which it went. */
  readonly reported?: Reported;
}

export interface Reported {
  readonly status: BodyRequestStatus;
  /** The latest that was told. */
  readonly changedAt: string | undefined;
  /** Ids of updates, by the server. */
  readonly updates: readonly string[];
}

export const initialState: NoticeState = { status: 'NONE' };

export function evolve(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeOpened') {
    const { way, further, person } = event;
    return { status: 'OPEN', matter: matterOf(event), way, further, person, records: [], unanswered: 0 };
  }
  return state.status === 'NONE' ? state : next(state, event);
}

export type Known = Exclude<NoticeState, { readonly status: 'NONE' }>;

function next(state: Known, event: Exclude<NoticeEvent, { readonly type: 'NoticeOpened' }>): NoticeState {
  switch (event.type) {
    case 'CallAttempted': {
      const unanswered = event.result === 'NO_ANSWER' ? state.unanswered + 1 : 0;
      return { ...withRecord(state, event.record), unanswered };
    }
    case 'NoticeFailed':
      return failed(withheld(withRecord(decided(state), event.record), event.found), event.next);
    case 'NoticePosted':
      return { ...decided(state), status: 'POSTED', way: 'PAGE' };
    case 'NoticeDispatched':
      return { ...withRecord(decided(state), event.record), status: 'DISPATCHED', way: event.way };
    case 'NoticeCancelled':
      return { ...decided(state), status: 'CANCELLED', ground: event.ground };
    case 'ProofCameLate':
      return withRecord(state, event.record ?? event.proof);
    case 'BodyReported':
      return { ...state, reported: withReport(state.reported, event) };
    default:
      return ofNetwork(state, event);
  }
}

type Waiting =
  | ('NoticeOutcomeUnknown' | 'NoticeHeld' | 'NoticeByHand' | 'NoticeOutcomeSettled' | 'NoticeReleased')
  | 'RestoredNoticeSettled';
type InPlace = 'NoticeSeenInPlace' | 'NoticeRemovedInPlace' | 'NoticeNotFoundInPlace' | 'NoticeReadInPlace';
type Of<Type extends NoticeEvent['type']> = Extract<NoticeEvent, { readonly type: Type }>;

/** It waits for a person, or does so no more. */
function ofNetwork(state: Known, event: Of<Waiting | InPlace>): Known {
  switch (event.type) {
    case 'NoticeOutcomeUnknown':
      return { ...decided(state), unknown: event.part };
    case 'NoticeHeld':
      return { ...decided(state), held: true };
    case 'NoticeByHand':
      return { ...decided(state), byHand: true };
    case 'NoticeOutcomeSettled':
    case 'RestoredNoticeSettled':
    case 'NoticeReleased':
      return withRecord(decided(state), event.record);
    default:
      return inPlace(state, event);
  }
}

function inPlace(state: Known, event: Of<InPlace>): Known {
  switch (event.type) {
    case 'NoticeSeenInPlace':
      return { ...state, stands: true };
    case 'NoticeRemovedInPlace':
    case 'NoticeNotFoundInPlace':
      return { ...state, stands: false };
    case 'NoticeReadInPlace':
      return { ...state, isRead: true };
    default:
      return assertNever(event);
  }
}

function withReport(
  before: Reported | undefined,
  { status, changedAt, update }: Extract<NoticeEvent, { readonly type: 'BodyReported' }>,
): Reported {
  const [earlier, updates] = [before?.changedAt, before?.updates ?? []];
  const isLate = update !== undefined && earlier !== undefined && (changedAt ?? '') < earlier;
  return {
    ...{ status, changedAt: isLate ? earlier : changedAt },
    updates: update === undefined ? updates : [...updates, update],
  };
}

/** It waits for no person any more. */
function decided({ unknown: _, held: __, byHand: ___, ...state }: Known): Known {
  return state;
}

function withheld(state: Known, found: readonly PersonalDataKind[] | undefined): Known {
  return found ? { ...state, withheld: found } : state;
}

function failed(state: Known, next: NoticeWay): Known {
  const further = state.further.filter((way) => way !== next);
  if (state.status !== 'DISPATCHED') return { ...state, way: next, further };
  return { ...state, status: 'OPEN', way: next, further, cameBack: true };
}

function withRecord(state: Known, record: string | undefined): Known {
  return record === undefined ? state : { ...state, records: [...state.records, record] };
}

function matterOf({ kind, about }: Matter): Matter {
  return about === undefined ? { kind } : { kind, about };
}

/** The person whose key seals the event. */
export function personOf(state: NoticeState, event: NoticeEvent): string {
  if (event.type === 'NoticeOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before NoticeOpened`);
  return state.person;
}
