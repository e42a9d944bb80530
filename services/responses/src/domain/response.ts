import type { ResponsesFact } from '@otklik/case/events';
import { evolveResponse, type PublishedResponse } from '@otklik/case/response';
import type { ResponseStage } from '@otklik/case/response-states';
import type { Said, Who } from '@otklik/case/states-after';
import type { FactsOf } from '@otklik/contracts/declare-event';
import type { responsesEvents } from '@otklik/contracts/responses.events';
import { compact } from '@otklik/kernel';

/** What may have happened to a response (libs/contracts). Personal fields are clear text until they are stored. */
export type ResponseEvent = FactsOf<typeof responsesEvents>;

/** Files that a draft may have. */
export const MAX_FILES = 5;

/** The files of a version, as they are stored; their names are personal. */
export type DraftFiles = NonNullable<Extract<ResponseEvent, { readonly type: 'ResponseDrafted' }>['files']>;

/** What of a list of ready texts was used. */
export type ReadyTextUse = NonNullable<
  Extract<ResponseEvent, { readonly type: 'ResponseDrafted' }>['readyTexts']
>[number];

export type Draft = NonNullable<PublishedResponse['draft']>;

export type ResponseState = { readonly status: 'NONE' } | Opened;

/** What is published of it, and what is not. */
export interface Opened extends Unpublished {
  readonly status: ResponseStage;
  readonly published: PublishedResponse;
}

interface Unpublished {
  /** The person whose key seals every text of the response. */
  readonly person: string;
  /** Ids. */
  readonly notes: readonly string[];
  /** Id of the draft; undefined when it is of no force any more. */
  readonly draft?: string | undefined;
  /** What the draft has of ready texts. */
  readonly readyTexts?: readonly ReadyTextUse[] | undefined;
  /** Id of the answer that was signed last. */
  readonly answer?: string | undefined;
  /** Id of the answer whose signature was revoked last: it may turn out that it was sent already. */
  readonly revoked?: string | undefined;
}

export const initialState: ResponseState = { status: 'NONE' };

export function evolve(state: ResponseState, event: ResponseEvent): ResponseState {
  const before = state.status === 'NONE' ? undefined : state;
  if (!before && event.type !== 'ResponseOpened') return state;
  const { type, ...data } = event;
  // Of earlier answers nothing is decided.
  const { answers: _answers, ...published } = evolveResponse(
    before?.published,
    { type, data } as Said<ResponsesFact>,
    whoOf(event),
  );
  return { ...unpublished(before, event), status: published.state, published };
}

/** The draft that is of force. */
export function draftOf({ draft, published }: Opened): Draft | undefined {
  return draft === undefined ? undefined : published.draft;
}

/** The owner's events name the official; their instant is their envelope's. */
function whoOf(event: ResponseEvent): Who {
  if (event.type === 'ResponseDrafted') return { by: event.drafter, at: '' };
  if (event.type === 'PublicationProposed')
    return compact({ by: event.proposer, at: '', onBehalfOf: event.proposedFor });
  if (event.type !== 'ResponseApproved' || event.approver === undefined) return { at: '' };
  const { approver: by, approvedFor } = event;
  return compact({ by, at: '', onBehalfOf: approvedFor });
}

const withoutDraft = (kept: Unpublished): Unpublished => ({ ...kept, draft: undefined, readyTexts: undefined });

/** Of events that change what is not published. */
const steps: {
  readonly [Type in ResponseEvent['type']]?: (
    kept: Unpublished,
    event: Extract<ResponseEvent, { readonly type: Type }>,
  ) => Unpublished;
} = {
  ResponseDrafted: (kept, { draft, readyTexts }) => ({ ...kept, draft, readyTexts }),
  NoteAdded: (kept, { note }) => ({ ...kept, notes: [...kept.notes, note] }),
  DraftVoided: withoutDraft,
  ResponseClosed: withoutDraft,
  ResponseReopened: withoutDraft,
  ResponseSigned: (kept, { answer }) => ({ ...kept, answer }),
  ResponseRevoked: (kept) => ({ ...kept, revoked: kept.answer }),
  // Whatever was drafted or signed since then is of no force.
  RevocationCameLate: ({ revoked, ...kept }) => ({ ...withoutDraft(kept), answer: revoked }),
};

function unpublished(before: Opened | undefined, event: ResponseEvent): Unpublished {
  if (event.type === 'ResponseOpened') return { person: event.person, notes: before?.notes ?? [] };
  const step = steps[event.type] as ((kept: Unpublished, event: ResponseEvent) => Unpublished) | undefined;
  return step ? step(before!, event) : before!;
}

/** The person whose key seals the event. */
export function personOf(state: ResponseState, event: ResponseEvent): string {
  if (event.type === 'ResponseOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before ResponseOpened`);
  return state.person;
}
