import { assertNever } from '@otklik/kernel';
import type { ResponsesFact } from './register-fact.js';

export type ResponseState = 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';

/** What a Response stream tells. Texts stay sealed. */
export interface ResponsePart {
  readonly version: number;
  readonly question: string;
  readonly state: ResponseState;
  readonly draft?: { readonly text: string; readonly outcome: string; readonly by?: string };
  readonly approvedBy?: string;
  readonly sentBackReason?: string;
  readonly answer?: AnswerPart;
  readonly notes: readonly NotePart[];
}

export interface AnswerPart {
  readonly text: string;
  readonly outcome: string;
  readonly signatory: string;
  readonly signedAt: string;
}

export interface NotePart {
  readonly text: string;
  readonly by?: string;
  readonly at: string;
}

export const noResponse: ResponsePart = { version: 0, question: '', state: 'OPEN', notes: [] };

export function responsePart(part: ResponsePart, fact: ResponsesFact): ResponsePart {
  return { ...changed(part, fact), question: fact.data.question, version: fact.version };
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
