import { assertNever } from '@otklik/kernel';
import type { NotificationsFact } from './register-fact.js';

export type NoticeState = 'PENDING' | 'DISPATCHED' | 'FAILED';

/** What a Notice stream tells. */
export interface NoticePart {
  readonly version: number;
  readonly kind: string;
  readonly way: string;
  readonly state: NoticeState;
  /** The question that an answer speaks of. */
  readonly about?: string;
  readonly proof?: string;
  readonly dispatchedAt?: string;
  readonly openedAt: string;
}

export const noNotice: NoticePart = { version: 0, kind: 'REGISTERED', way: 'POSTED', state: 'PENDING', openedAt: '' };

/** What proves that an answer stands on the follow-up page: the posting itself. */
const POSTING = 'POSTED';

export function noticePart(part: NoticePart, fact: NotificationsFact): NoticePart {
  const about = 'about' in fact.data && fact.data.about !== undefined ? { about: fact.data.about } : {};
  const known = { ...part, ...about, kind: fact.data.kind, openedAt: part.openedAt || fact.at };
  return { ...changed(known, fact), version: fact.version };
}

function changed(part: NoticePart, fact: NotificationsFact): NoticePart {
  switch (fact.type) {
    case 'NoticeOpened':
      return { ...part, way: fact.data.way, state: 'PENDING' };
    case 'NoticeDispatched': {
      const { way, proof, dispatchedAt } = fact.data;
      return { ...part, way, proof, dispatchedAt, state: 'DISPATCHED' };
    }
    case 'NoticePosted':
      return {
        ...part,
        way: 'POSTED',
        proof: POSTING,
        dispatchedAt: fact.data.dispatchedAt,
        state: 'DISPATCHED',
      };
    case 'NoticeFailed':
      // Its own way failed; the next one is already on its way under the same notice.
      return { ...part, way: fact.data.next, state: 'PENDING' };
    default:
      return assertNever(fact);
  }
}
