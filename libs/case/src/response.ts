import type { ResponseFacts } from './action-facts.js';
import type { Outcome } from '@otklik/contracts/enumerations';
import { assertNever, type LocalDate } from '@otklik/kernel';
import type { ResponsesFact } from './events.js';

type ResponseStage = 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';

/** What a Response stream tells. Texts stay sealed. */
export interface ResponsePart {
  readonly version: number;
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
}

/** Who approved it, and in whose stead; ids of officials. */
export interface Approval {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** Signed with the text; the names are sealed. */
export type FilesPart = Pick<Extract<ResponsesFact, { type: 'ResponseSigned' }>['data'], 'files' | 'fileNames'>;

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

export function evolveResponse(before: ResponsePart | undefined, fact: ResponsesFact): ResponsePart {
  const { version, data } = fact;
  const part = before ?? { version, question: data.question, state: 'OPEN', notes: [] };
  return { ...changed(part, fact), version };
}

function changed(part: ResponsePart, fact: ResponsesFact): ResponsePart {
  switch (fact.type) {
    case 'ResponseOpened':
      // Also again, after the question was closed: the draft of that time is not its answer.
      return { version: part.version, question: part.question, state: 'OPEN', notes: part.notes };
    case 'ResponseDrafted': {
      const { approval: _approval, sentBackReason: _reason, ...kept } = part;
      const { text, outcome, department } = fact.data;
      const draft = { text, outcome, ...promiseOf(fact.data), ...filesOf(fact.data), department, ...byOf(fact) };
      return { ...kept, state: 'DRAFTED', draft };
    }
    case 'NoteAdded':
      return { ...part, notes: [...part.notes, { text: fact.data.text, at: fact.at, ...byOf(fact) }] };
    case 'ResponseApproved':
      return { ...part, state: 'APPROVED', ...approvalOf(fact) };
    case 'ResponseSentBack': {
      const { approval: _approval, ...kept } = part;
      return { ...kept, state: 'SENT_BACK', sentBackReason: fact.data.reason };
    }
    default:
      return answered(part, fact);
  }
}

type OfAnswer = Exclude<
  ResponsesFact,
  { type: 'ResponseOpened' | 'ResponseDrafted' | 'NoteAdded' | 'ResponseApproved' | 'ResponseSentBack' }
>;

/** What became of the draft and its signature. */
function answered(part: ResponsePart, fact: OfAnswer): ResponsePart {
  switch (fact.type) {
    case 'ResponseSigned':
      return signed(part, fact.data);
    case 'DraftVoided': {
      const { draft: _draft, approval: _approval, sentBackReason: _reason, ...kept } = unsigned(part);
      return { ...kept, state: 'OPEN' };
    }
    case 'ResponseRevoked': {
      const { answer: revoked } = part;
      const { approval: _approval, ...kept } = unsigned(part);
      return { ...kept, state: 'SENT_BACK', sentBackReason: fact.data.reason, ...(revoked && { revoked }) };
    }
    case 'RevocationCameLate': {
      const { revoked: answer, sentBackReason: _reason, ...kept } = part;
      return answer ? { ...kept, state: 'SIGNED', answer, answers: [...(kept.answers ?? []), answer] } : part;
    }
    case 'ResponseClosed':
      return { ...part, state: 'CLOSED' };
    case 'ResponseReopened': {
      const { answer: _answer, draft: _draft, approval: _approval, sentBackReason: _reason, ...kept } = part;
      return { ...kept, state: 'OPEN' };
    }
    default:
      return assertNever(fact);
  }
}

function signed(part: ResponsePart, data: Extract<ResponsesFact, { type: 'ResponseSigned' }>['data']): ResponsePart {
  const { text, outcome, signatory, signedAt } = data;
  const answer = { text, outcome, ...promiseOf(data), ...filesOf(data), signatory, signedAt };
  return { ...part, state: 'SIGNED', answer, answers: [...(part.answers ?? []), answer] };
}

function promiseOf({ promisedUntil }: { readonly promisedUntil?: LocalDate }): Pick<AnswerPart, 'promisedUntil'> {
  return promisedUntil === undefined ? {} : { promisedUntil };
}

function filesOf({ files, fileNames }: FilesPart): FilesPart {
  return { ...(files === undefined ? {} : { files }), ...(fileNames === undefined ? {} : { fileNames }) };
}

/** Without the answer whose signature is of no force. */
function unsigned({ answer, answers, ...kept }: ResponsePart): ResponsePart {
  const others = (answers ?? []).filter((one) => one !== answer && one.signedAt !== answer?.signedAt);
  return others.length === 0 ? kept : { ...kept, answers: others };
}

function byOf(fact: ResponsesFact): { readonly by?: string } {
  return fact.actor.kind === 'official' && fact.actor.id !== undefined ? { by: fact.actor.id } : {};
}

function approvalOf({ actor: { id, onBehalfOf } }: ResponsesFact): Pick<ResponsePart, 'approval'> {
  return id === undefined ? {} : { approval: { by: id, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } };
}

/** As what officials may do is told by it. */
export function approverOf(approval: Approval | undefined): Pick<ResponseFacts, 'approver' | 'approvedFor'> {
  return { approver: approval?.by, approvedFor: approval?.onBehalfOf };
}
