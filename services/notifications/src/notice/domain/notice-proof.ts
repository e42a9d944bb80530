import { signingFacts } from '@otklik/case/notice';
import { mayLeave } from '@otklik/case/notice-conditions';
import type { CancelGround, NoticeWay, OralOutcome } from '@otklik/contracts/enumerations';
import type { EnteredInPos, Posting } from '@otklik/contracts/notifications.events';
import { cameBack, type Known, type Matter, type NoticeEvent, type NoticeState } from './notice.js';

/** What proves a dispatch, and what belongs to it. */
export type Proof = Pick<Extract<NoticeEvent, { readonly type: 'ProofCameLate' }>, 'way' | 'proof' | 'dispatchedAt'> & {
  readonly posting?: Posting;
  readonly entered?: EnteredInPos;
  readonly address?: string;
  readonly link?: string;
  readonly record?: string;
  readonly said?: string;
  readonly outcome?: OralOutcome;
};

export function proved(state: Known, proof: Proof): NoticeEvent {
  const { status, matter } = state;
  if (status !== 'OPEN') return { type: 'ProofCameLate', ...matter, ...proof };
  return { type: 'NoticeDispatched', ...matter, ...proof, ...again(state) };
}

type Failed = Extract<NoticeEvent, { readonly type: 'NoticeFailed' }>;

/** Where it waits for no signature. */
export function leavesByPage(state: Known, way: NoticeWay, at: string): readonly NoticeEvent[] {
  if (way !== 'PAGE' || !mayLeave(signingFacts(state.published))) return [];
  return [{ ...posted(state.matter, at), ...again(state) }];
}

/**
 * `noticeWays` ends with the page or a letter, which no other party can make fail, so that there always is a next
 * channel.
 */
export function byNextWay(
  state: Known,
  code: string,
  at: string,
  more: Pick<Failed, 'record' | 'found'> = {},
): readonly NoticeEvent[] {
  const { matter, way, further } = state;
  const next = further[0] ?? 'PAPER';
  const failed = { type: 'NoticeFailed', ...matter, way, code, next, ...more } as const;
  return [failed, ...leavesByPage(state, next, at)];
}

/** What came back goes by its next way; with `over`, the ground on which it is owed no more, by none. */
export function afterReturn(state: Known, code: string, at: string, over?: CancelGround): readonly NoticeEvent[] {
  const events = byNextWay(state, code, at);
  return over === undefined ? events : [events[0]!, { type: 'NoticeCancelled', ...state.matter, ground: over }];
}

function again(state: Known): { readonly again?: true } {
  return cameBack(state) ? { again: true } : {};
}

export function isRecorded(state: NoticeState, record: string): boolean {
  return state.status !== 'NONE' && state.records.includes(record);
}

export function posted(matter: Matter, at: string): Extract<NoticeEvent, { readonly type: 'NoticePosted' }> {
  return { type: 'NoticePosted', ...matter, dispatchedAt: at };
}
