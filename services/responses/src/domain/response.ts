import type { FactsOf } from '@otklik/contracts/declare-event';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { responsesEvents } from '@otklik/contracts/responses.events';
import { assertNever, type LocalDate } from '@otklik/kernel';

/** What may have happened to a response (libs/contracts). Personal fields are clear text until they are stored. */
export type ResponseEvent = FactsOf<typeof responsesEvents>;

/** Files that a draft may have. */
export const MAX_FILES = 5;

/** The files of a version, as they are stored; their names are personal. */
export type DraftFiles = NonNullable<Extract<ResponseEvent, { readonly type: 'ResponseDrafted' }>['files']>;

export interface Draft {
  readonly id: string;
  readonly drafter: string;
  readonly outcome: Outcome;
  /** With MEASURES_PROMISED. */
  readonly promisedUntil?: LocalDate;
  /** The department that wrote it. */
  readonly department: string;
  /** Absent: none. */
  readonly files?: DraftFiles;
}

/** Who approved the draft, and in whose stead. */
export interface Approval {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** A signed answer. */
export interface Answer {
  readonly id: string;
  readonly signatory: string;
}

export type ResponseState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'CLOSED'; readonly draft?: undefined })
  | (Opened & { readonly status: 'DRAFTED' | 'SENT_BACK'; readonly draft: Draft })
  | (Opened & { readonly status: 'APPROVED'; readonly draft: Draft; readonly approval?: Approval })
  | (Opened & { readonly status: 'SIGNED'; readonly draft?: Draft; readonly answer: Answer });

interface Opened {
  readonly question: string;
  /** The person whose key seals every text of the response. */
  readonly person: string;
  readonly notes: readonly string[];
  /** The answer whose signature was revoked last: it may turn out that it was sent already. */
  readonly revoked?: Answer;
}

export const initialState: ResponseState = { status: 'NONE' };

export function evolve(state: ResponseState, event: ResponseEvent): ResponseState {
  if (event.type === 'ResponseOpened') {
    const { question, person } = event;
    return { status: 'OPEN', question, person, notes: state.status === 'NONE' ? [] : state.notes };
  }
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<ResponseState, { readonly status: 'NONE' }>;

function next(state: Known, event: Exclude<ResponseEvent, { readonly type: 'ResponseOpened' }>): ResponseState {
  switch (event.type) {
    case 'ResponseDrafted': {
      const { draft: id, drafter, outcome, department, promisedUntil, files } = event;
      const promise = promisedUntil === undefined ? {} : { promisedUntil };
      const draft = { id, drafter, outcome, department, ...promise, ...(files === undefined ? {} : { files }) };
      return { ...opened(state), status: 'DRAFTED', draft };
    }
    case 'NoteAdded':
      return { ...state, notes: [...state.notes, event.note] };
    case 'ResponseApproved':
      return { ...judged(state, 'APPROVED'), ...approvalOf(event) };
    case 'ResponseSentBack':
      return judged(state, 'SENT_BACK');
    case 'DraftVoided':
      return { ...opened(state), status: 'OPEN' };
    case 'ResponseClosed':
      return { ...opened(state), status: 'CLOSED' };
    case 'ResponseReopened':
      return { ...opened(state), status: 'OPEN' };
    default:
      return answered(state, event);
  }
}

type OfAnswer = Extract<ResponseEvent, { readonly type: 'ResponseSigned' | 'ResponseRevoked' | 'RevocationCameLate' }>;

function answered(state: Known, event: OfAnswer): ResponseState {
  switch (event.type) {
    case 'ResponseSigned':
      return signed(state, { id: event.answer, signatory: event.signatory });
    case 'ResponseRevoked':
      return revoked(state);
    case 'RevocationCameLate':
      return restored(state);
    default:
      return assertNever(event);
  }
}

function approvalOf({ approver: by, approvedFor: onBehalfOf }: Extract<ResponseEvent, { type: 'ResponseApproved' }>) {
  if (by === undefined) return {};
  return { approval: { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } };
}

/** Only a draft is approved or sent back; without one the event changes nothing. */
function judged(state: Known, status: 'APPROVED' | 'SENT_BACK'): ResponseState {
  return state.draft === undefined ? state : { ...opened(state), status, draft: state.draft };
}

function signed(state: Known, answer: Answer): ResponseState {
  const { draft } = state;
  return { ...opened(state), status: 'SIGNED', answer, ...(draft === undefined ? {} : { draft }) };
}

/** The draft goes back to the executor. */
function revoked(state: Known): ResponseState {
  if (state.status !== 'SIGNED') return state;
  const kept = { ...opened(state), revoked: state.answer };
  return state.draft === undefined ? { ...kept, status: 'OPEN' } : { ...kept, status: 'SENT_BACK', draft: state.draft };
}

/** Whatever was drafted or signed since then is of no force. */
function restored(state: Known): ResponseState {
  const { revoked: answer, ...kept } = opened(state);
  if (!answer) return state;
  return { ...kept, status: 'SIGNED', answer };
}

function opened({ question, person, notes, revoked: answer }: Known): Opened {
  return { question, person, notes, ...(answer === undefined ? {} : { revoked: answer }) };
}

/** The person whose key seals the event. */
export function personOf(state: ResponseState, event: ResponseEvent): string {
  if (event.type === 'ResponseOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before ResponseOpened`);
  return state.person;
}
