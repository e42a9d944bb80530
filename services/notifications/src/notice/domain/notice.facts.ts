import type { NoticeFacts } from '@otklik/case/action-facts';
import type { Known } from './notice.js';

/** By which it is decided what officials may do with it. */
export function factsOf(state: Known): NoticeFacts {
  const { way, status } = state;
  return { way, state: published[status], attention: attentionOf(state) };
}

const published: Readonly<Record<Known['status'], NoticeFacts['state']>> = {
  OPEN: 'PENDING',
  POSTED: 'DISPATCHED',
  DISPATCHED: 'DISPATCHED',
  CANCELLED: 'CANCELLED',
};

function attentionOf({ unknown, held, byHand }: Known): NoticeFacts['attention'] {
  if (unknown !== undefined) return 'UNKNOWN';
  if (held) return 'HELD';
  return byHand ? 'BY_HAND' : undefined;
}
