import type { CallResult, NoticeKind, NoticeState, NoticeWay } from '@otklik/contracts/enumerations';
import { assertNever } from '@otklik/kernel';
import type { NotificationsFact } from './register-fact.js';

/** What a Notice stream tells. */
export interface NoticePart {
  readonly version: number;
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  /** The question that an answer speaks of. */
  readonly about?: string;
  readonly proof?: string;
  readonly dispatchedAt?: string;
  readonly openedAt: string;
  /** Calls that told no answer, the oldest first. */
  readonly attempts?: readonly CallPart[];
}

export interface CallPart {
  readonly result: CallResult;
  readonly at: string;
  /** When the applicant asked to be called. */
  readonly callAt?: string;
  /** Sealed. */
  readonly said?: string;
  /** The official's id. */
  readonly by?: string;
}

/** What proves that an answer stands on the follow-up page: the posting itself. */
const POSTING = 'POSTED';

export function noticePart(before: NoticePart | undefined, fact: NotificationsFact): NoticePart {
  const { version, data, at } = fact;
  const about = 'about' in data && data.about !== undefined ? { about: data.about } : {};
  return { ...before, ...about, ...dispatch(fact, before), kind: data.kind, openedAt: before?.openedAt ?? at, version };
}

function dispatch(
  fact: NotificationsFact,
  before: NoticePart | undefined,
): Pick<NoticePart, 'way' | 'state' | 'proof' | 'dispatchedAt' | 'attempts'> {
  switch (fact.type) {
    case 'NoticeOpened':
      return { way: fact.data.way, state: 'PENDING' };
    case 'NoticeDispatched': {
      const { way, proof, dispatchedAt } = fact.data;
      return { way, proof, dispatchedAt, state: 'DISPATCHED' };
    }
    case 'NoticePosted':
      return { way: 'POSTED', proof: POSTING, dispatchedAt: fact.data.dispatchedAt, state: 'DISPATCHED' };
    case 'NoticeFailed':
      // Its own way failed; the next one is already on its way under the same notice.
      return { way: fact.data.next, state: 'PENDING' };
    case 'CallAttempted':
      return { way: 'ORAL', state: 'PENDING', attempts: [...(before?.attempts ?? []), callPart(fact)] };
    default:
      return assertNever(fact);
  }
}

function callPart({ data, actor }: Extract<NotificationsFact, { readonly type: 'CallAttempted' }>): CallPart {
  const { result, attemptedAt: at, callAt, said } = data;
  const by = actor.kind === 'official' ? actor.id : undefined;
  return { result, at, ...(callAt ? { callAt } : {}), ...(said ? { said } : {}), ...(by ? { by } : {}) };
}
