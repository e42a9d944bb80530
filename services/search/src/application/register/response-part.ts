import type { Outcome } from '@otklik/contracts/enumerations';
import { assertNever } from '@otklik/kernel';
import type { ResponsesFact } from './register-fact.js';

type ResponseStage = 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';

/** What a Response stream tells. Texts stay sealed. */
export interface ResponsePart {
  readonly version: number;
  readonly question: string;
  readonly state: ResponseStage;
  readonly draft?: { readonly text: string; readonly outcome: Outcome; readonly by?: string };
  readonly approvedBy?: string;
  readonly sentBackReason?: string;
  readonly answer?: AnswerPart;
  readonly notes: readonly NotePart[];
}

export interface AnswerPart {
  readonly text: string;
  readonly outcome: Outcome;
  readonly signatory: string;
  readonly signedAt: string;
}

export interface NotePart {
  readonly text: string;
  readonly by?: string;
  readonly at: string;
}

export function responsePart(before: ResponsePart | undefined, fact: ResponsesFact): ResponsePart {
  const { version, data } = fact;
  const part = before ?? { version, question: data.question, state: 'OPEN', notes: [] };
  return { ...changed(part, fact), version };
}

function changed(part: ResponsePart, fact: ResponsesFact): ResponsePart {
  switch (fact.type) {
    case 'ResponseOpened':
      return part;
    case 'ResponseDrafted': {
      const { approvedBy: _by, sentBackReason: _reason, ...kept } = part;
      const { text, outcome } = fact.data;
      return { ...kept, state: 'DRAFTED', draft: { text, outcome, ...byOf(fact) } };
    }
    case 'NoteAdded':
      return { ...part, notes: [...part.notes, { text: fact.data.text, at: fact.at, ...byOf(fact) }] };
    case 'ResponseApproved':
      return { ...part, state: 'APPROVED', ...(fact.actor.id === undefined ? {} : { approvedBy: fact.actor.id }) };
    case 'ResponseSentBack': {
      const { approvedBy: _by, ...kept } = part;
      return { ...kept, state: 'SENT_BACK', sentBackReason: fact.data.reason };
    }
    case 'ResponseSigned': {
      const { text, outcome, signatory, signedAt } = fact.data;
      return { ...part, state: 'SIGNED', answer: { text, outcome, signatory, signedAt } };
    }
    case 'ResponseClosed':
      return { ...part, state: 'CLOSED' };
    default:
      return assertNever(fact);
  }
}

function byOf(fact: ResponsesFact): { readonly by?: string } {
  return fact.actor.kind === 'official' && fact.actor.id !== undefined ? { by: fact.actor.id } : {};
}
