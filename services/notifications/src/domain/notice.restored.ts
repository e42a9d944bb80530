import type { SeenWord } from '@otklik/contracts/enumerations';
import { refuse } from '@otklik/kernel';
import type { NoticeEvent, NoticeState } from './notice.js';
import { isRecorded, proved } from './notice-proof.js';

/** A restored database does not know whether it left after its moment: an official, who has looked, says so. */
export interface SettleRestoredNotice {
  readonly type: 'SettleRestoredNotice';
  readonly record: string;
  readonly word: SeenWord;
  readonly reason: string;
  /** A restore holds it back. */
  readonly isHeldBack: boolean;
  readonly at: string;
}

/** The official's word is the proof. */
export function settleRestored(command: SettleRestoredNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, word, reason, isHeldBack, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'OPEN' || !isHeldBack) refuse('NOTICE_NOT_RESTORED');
  const { matter, way } = state;
  const settled = { type: 'RestoredNoticeSettled', ...matter, way, word, reason, record } as const;
  return word === 'STANDS' ? [settled, proved(state, { way, proof: 'SEEN_THERE', dispatchedAt: at })] : [settled];
}
