import { signingFacts } from '@otklik/case/notice';
import { mayRecordInPos } from '@otklik/case/notice-conditions';
import { posStatesOf } from '@otklik/case/pos-states';
import type { EnteredInPos } from '@otklik/contracts/notifications.events';
import { covers, refuse } from '@otklik/kernel';
import type { Calling } from './notice.decide.js';
import { isRecorded, proved } from './notice-proof.js';
import { assertSigned } from './notice.signature.js';
import type { NoticeEvent, NoticeState } from './notice.js';

/** An official entered it in the feedback platform: no program can. */
export interface RecordInPos extends Calling {
  readonly type: 'RecordInPos';
  readonly record: string;
  readonly entered: EnteredInPos;
  /** The day of the signature, or of the decision that it communicates. */
  readonly madeOn?: string;
  readonly at: string;
}

/** The official's word is the proof, with the day and with the message's state there since then. */
export function recordInPos(command: RecordInPos, state: NoticeState): readonly NoticeEvent[] {
  const { record, entered, madeOn, mayActIn, department, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  if (state.way !== 'POS') refuse('NOTICE_NOT_OF_POS');
  assertSigned(state);
  if (!mayRecordInPos({ ...state.published, ...signingFacts(state.published) })) refuse('NOTICE_DISPATCHED');
  if (!posStatesOf(state.matter.kind).includes(entered.state))
    refuse('POS_STATE_OF_ANOTHER_NOTICE', { field: 'state' });
  if (madeOn !== undefined && entered.enteredOn < madeOn) refuse('POSTED_BEFORE_SIGNED');
  return [proved(state, { way: 'POS', proof: 'BY_HAND', entered, dispatchedAt: at, record })];
}
