import { assertNever } from '@otklik/kernel';

type Fact<Type extends string, Data = unknown> = { readonly type: Type } & Data;

/** What the answer says of the question. */
export type Outcome = 'SUPPORTED' | 'NOT_SUPPORTED' | 'EXPLAINED' | 'MEASURES_TAKEN';

/** Stored for ever: add, never change. Each of them is published, so the stream's version is what the register shows. */
export type ResponseEvent =
  | Fact<'ResponseOpened', { readonly question: string; readonly person: string }>
  | Fact<'ResponseDrafted', Drafted>
  | Fact<'NoteAdded', { readonly note: string; readonly question: string; readonly text: string }>
  | Fact<'ResponseApproved', { readonly question: string }>
  | Fact<'ResponseSentBack', { readonly question: string; readonly reason: string }>
  | Fact<'ResponseSigned', Signed>
  | Fact<'ResponseClosed', { readonly question: string }>;

interface Drafted {
  /** The draft's own id: the same draft sent again is no new one. */
  readonly draft: string;
  readonly drafter: string;
  readonly question: string;
  readonly text: string;
  readonly outcome: Outcome;
}

interface Signed {
  readonly question: string;
  readonly person: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly signatory: string;
  readonly signedAt: string;
  readonly signature: string;
}

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
  /** Whose key seals every text of the response. */
  readonly person: string;
  readonly notes: readonly string[];
}

export const initialState: ResponseState = { status: 'NONE' };

const unknownDraft: Draft = { id: '', drafter: '', outcome: 'EXPLAINED' };

export function evolve(state: ResponseState, event: ResponseEvent): ResponseState {
  const opened = openedBy(state, event);
  const draft = 'draft' in state ? state.draft : unknownDraft;
  switch (event.type) {
    case 'ResponseOpened':
      return { ...opened, status: 'OPEN' };
    case 'ResponseDrafted': {
      const { draft: id, drafter, outcome } = event;
      return { ...opened, status: 'DRAFTED', draft: { id, drafter, outcome } };
    }
    case 'NoteAdded':
      return state.status === 'NONE' ? state : { ...state, notes: [...state.notes, event.note] };
    case 'ResponseApproved':
      return { ...opened, status: 'APPROVED', draft };
    case 'ResponseSentBack':
      return { ...opened, status: 'SENT_BACK', draft };
    case 'ResponseSigned':
      return { ...opened, status: 'SIGNED', signatory: event.signatory };
    case 'ResponseClosed':
      return { ...opened, status: 'CLOSED' };
    default:
      return assertNever(event);
  }
}

function openedBy(state: ResponseState, event: ResponseEvent): Opened {
  if (state.status !== 'NONE') return { question: state.question, person: state.person, notes: state.notes };
  const person = 'person' in event ? event.person : '';
  return { question: event.question, person, notes: [] };
}

/** The person whose key seals the event. */
export function personOf(state: ResponseState, event: ResponseEvent): string {
  return openedBy(state, event).person;
}
