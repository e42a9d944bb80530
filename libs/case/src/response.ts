import type { ResponseFacts } from './action-facts.js';
import type { Outcome } from '@otklik/contracts/enumerations';
import { compact, type LocalDate } from '@otklik/kernel';
import type { ResponsesFact } from './events.js';
import { responseStates, type ResponseStage } from './response-states.js';
import { openPublication, publicationSteps, type PublicationPart } from './response-publication.js';
import { byOf, stateAfter, type Said, type Who } from './states-after.js';
import { evolveBy } from './steps.js';

/** What is published of a response. To those who read the events its texts are sealed. */
export interface PublishedResponse {
  readonly question: string;
  readonly state: ResponseStage;
  readonly draft?: FilesPart & {
    readonly text: string;
    readonly outcome: Outcome;
    readonly by?: string;
    readonly department: string;
    /** With MEASURES_PROMISED. */
    readonly promisedUntil?: LocalDate;
  };
  readonly approval?: Approval;
  readonly sentBackReason?: string;
  /** The answer of this round. */
  readonly answer?: AnswerPart;
  /** All that were signed, the oldest first. */
  readonly answers?: readonly AnswerPart[];
  /** The answer whose signature was revoked last. */
  readonly revoked?: AnswerPart;
  readonly notes: readonly NotePart[];
  /** The latest. */
  readonly publication?: PublicationPart;
}

/** What a Response stream tells. */
export interface ResponsePart extends PublishedResponse {
  readonly version: number;
}

/** Who approved it, and in whose stead; ids of officials. */
export interface Approval {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** Signed with the text; the names are sealed. */
export type FilesPart = Pick<Of<'ResponseSigned'>['data'], 'files' | 'fileNames'>;

export interface AnswerPart extends FilesPart {
  readonly text: string;
  readonly outcome: Outcome;
  readonly signatory: string;
  readonly signedAt: string;
  readonly promisedUntil?: LocalDate;
}

export interface NotePart {
  readonly text: string;
  readonly by?: string;
  readonly at: string;
}

type Fact = Said<ResponsesFact>;
type Of<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;

/** The response after the event. Its owner and its readers fold the same; the owner knows who did it before it is published. */
export function evolveResponse(before: PublishedResponse | undefined, fact: Fact, who: Who): PublishedResponse {
  const response = before ?? { question: fact.data.question, state: 'OPEN', notes: [] };
  return { ...changed(response, fact, who), state: stateAfter(responseStates, fact) ?? response.state };
}

const changed = evolveBy<Fact, PublishedResponse>({
  ...publicationSteps,
  // Also again, after the question was closed: the draft of that time is not its answer.
  ResponseOpened: ({ question, state, notes, publication }) => ({
    question,
    state,
    notes,
    ...compact({ publication }),
  }),
  ResponseDrafted({ approval: _approval, sentBackReason: _reason, ...kept }, data, who) {
    const { text, outcome, department } = data;
    return { ...kept, draft: { text, outcome, ...promiseOf(data), ...filesOf(data), department, ...byOf(who) } };
  },
  NoteAdded: (response, { text }, who) => ({
    ...response,
    notes: [...response.notes, { text, at: who.at, ...byOf(who) }],
  }),
  ResponseApproved: (response, _, who) => ({ ...response, ...approvalOf(who) }),
  ResponseSentBack: ({ approval: _approval, ...kept }, { reason }) => ({ ...kept, sentBackReason: reason }),
  ResponseSigned: signed,
  DraftVoided: (response) => withoutDraft(unsigned(response)),
  ResponseRevoked(response, { reason }) {
    const { answer: revoked } = response;
    const { approval: _approval, ...kept } = unsigned(response);
    return { ...kept, sentBackReason: reason, ...compact({ revoked }) };
  },
  RevocationCameLate(response) {
    const { revoked: answer, sentBackReason: _reason, ...kept } = response;
    return answer ? { ...kept, answer, answers: [...(kept.answers ?? []), answer] } : response;
  },
  ResponseClosed: (response) => response,
  ResponseReopened(response) {
    const { answer: _answer, ...kept } = withoutDraft(response);
    return kept;
  },
});

function withoutDraft(response: PublishedResponse): PublishedResponse {
  const { draft: _draft, approval: _approval, sentBackReason: _reason, ...kept } = response;
  return kept;
}

function signed(response: PublishedResponse, data: Of<'ResponseSigned'>['data']): PublishedResponse {
  const { text, outcome, signatory, signedAt } = data;
  const answer = { text, outcome, ...promiseOf(data), ...filesOf(data), signatory, signedAt };
  return { ...response, answer, answers: [...(response.answers ?? []), answer] };
}

function promiseOf({ promisedUntil }: { readonly promisedUntil?: LocalDate }): Pick<AnswerPart, 'promisedUntil'> {
  return promisedUntil === undefined ? {} : { promisedUntil };
}

function filesOf({ files, fileNames }: FilesPart): FilesPart {
  return compact({ files, fileNames });
}

/** Without the answer whose signature is of no force. */
function unsigned({ answer, answers, ...kept }: PublishedResponse): PublishedResponse {
  const others = (answers ?? []).filter((one) => one !== answer && one.signedAt !== answer?.signedAt);
  return others.length === 0 ? kept : { ...kept, answers: others };
}

function approvalOf({ by, onBehalfOf }: Who): Pick<PublishedResponse, 'approval'> {
  return by === undefined ? {} : { approval: compact({ by, onBehalfOf }) };
}

/** As the actions of officials are derived from it. */
export function approverOf(approval: Approval | undefined): Pick<ResponseFacts, 'approver' | 'approvedFor'> {
  return { approver: approval?.by, approvedFor: approval?.onBehalfOf };
}

/** By which it is decided what officials may do with it. */
export function responseFacts({ state: stage, draft, answer, approval, ...more }: PublishedResponse): ResponseFacts {
  const publication = openPublication(more);
  return {
    stage,
    drafter: draft?.by,
    draftedIn: draft?.department,
    signatory: answer?.signatory,
    ...approverOf(approval),
    ...(publication && { publication }),
  };
}
