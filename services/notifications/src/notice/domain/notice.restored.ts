import type { NoticeKind, SeenWord } from '@otklik/contracts/enumerations';
import { refuse } from '@otklik/kernel';
import { cameBack, type Known, type NoticeEvent, type NoticeState } from './notice.js';
import { isRecorded, proved } from './notice-proof.js';
import { assertSigned } from './notice.signature.js';

/** A restored database does not know whether it left after its moment: an official, who has looked, says so. */
export interface SettleRestoredNotice {
  readonly type: 'SettleRestoredNotice';
  readonly record: string;
  readonly word: SeenWord;
  readonly reason: string;
  /** A restore holds it back. */
  readonly isHeldBack: boolean;
  /** Kinds of notices for whose proof their question waits. */
  readonly followed: ReadonlySet<NoticeKind>;
  readonly at: string;
}

/** The official's word is the proof, or the reason why it never leaves. */
export function settleRestored(command: SettleRestoredNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, word, reason, isHeldBack, followed, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'OPEN' || !isHeldBack) refuse('NOTICE_NOT_RESTORED');
  const { matter, way } = state;
  const settled = { type: 'RestoredNoticeSettled', ...matter, way, word, reason, record } as const;
  if (word === 'STANDS') {
    assertSigned(state);
    return [settled, proved(state, { way, proof: 'SEEN_THERE', dispatchedAt: at })];
  }
  if (word === 'REPEAT') return [settled];
  if (isOwed(state, followed)) refuse('NOTICE_OWED');
  return [settled, { type: 'NoticeCancelled', ...matter, ground: 'NOT_NEEDED' }];
}

/** Its question waits for the proof that it left; after a return that is known already. */
function isOwed(state: Known, followed: ReadonlySet<NoticeKind>): boolean {
  const { kind, about } = state.matter;
  return about !== undefined && followed.has(kind) && !cameBack(state);
}
