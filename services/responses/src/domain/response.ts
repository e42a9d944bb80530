import type { FactsOf } from '@otklik/contracts/declare-event';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { responsesEvents } from '@otklik/contracts/responses.events';
import { assertNever } from '@otklik/kernel';

/** What may have happened to a response (libs/contracts). Personal fields are clear text until they are stored. */
export type ResponseEvent = FactsOf<typeof responsesEvents>;

export interface Draft {
  readonly id: string;
  readonly drafter: string;
  readonly outcome: Outcome;
}

export type ResponseState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'CLOSED' })
  | (Opened & { readonly status: 'DRAFTED' | 'APPROVED' | 'SENT_BACK'; readonly draft: Draft })
  | (Opened & { readonly status: 'SIGNED'; readonly signatory: string });

interface Opened {
  readonly question: string;
  /** The person whose key seals every text of the response. */
  readonly person: string;
  readonly notes: readonly string[];
}

export const initialState: ResponseState = { status: 'NONE' };

export function evolve(state: ResponseState, event: ResponseEvent): ResponseState {
  if (event.type === 'ResponseOpened') {
    return { status: 'OPEN', question: event.question, person: event.person, notes: [] };
  }
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<ResponseState, { readonly status: 'NONE' }>;

function next(state: Known, event: Exclude<ResponseEvent, { readonly type: 'ResponseOpened' }>): ResponseState {
  switch (event.type) {
    case 'ResponseDrafted': {
      const { draft: id, drafter, outcome } = event;
      return { ...opened(state), status: 'DRAFTED', draft: { id, drafter, outcome } };
    }
    case 'NoteAdded':
      return { ...state, notes: [...state.notes, event.note] };
    case 'ResponseApproved':
      return judged(state, 'APPROVED');
    case 'ResponseSentBack':
      return judged(state, 'SENT_BACK');
    case 'ResponseSigned':
      return { ...opened(state), status: 'SIGNED', signatory: event.signatory };
    case 'ResponseClosed':
      return { ...opened(state), status: 'CLOSED' };
    default:
      return assertNever(event);
  }
}

/** Only a draft is approved or sent back; without one the event changes nothing. */
function judged(state: Known, status: 'APPROVED' | 'SENT_BACK'): ResponseState {
  return 'draft' in state ? { ...opened(state), status, draft: state.draft } : state;
}

function opened({ question, person, notes }: Known): Opened {
  return { question, person, notes };
}

/** The person whose key seals the event. */
export function personOf(state: ResponseState, event: ResponseEvent): string {
  if (event.type === 'ResponseOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before ResponseOpened`);
  return state.person;
}
