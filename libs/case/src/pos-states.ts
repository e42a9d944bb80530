import type { NoticeKind, PosState } from '@otklik/contracts/enumerations';

const ANSWER: readonly PosState[] = ['ANSWER_SENT'];
const STEP: readonly PosState[] = ['UNDER_WAY'];
const ENDED_OTHERWISE: readonly PosState[] = ['REJECTED', 'ANSWER_SENT'];

const statesOf: Partial<Readonly<Record<NoticeKind, readonly PosState[]>>> = {
  FORWARDED: ['REDIRECTED', 'UNDER_WAY'],
  EXTENDED: STEP,
  INTERIM_ANSWER: STEP,
  REOPENED: STEP,
  REOPENING_DECIDED: ['UNDER_WAY', 'ANSWER_SENT'],
  LEFT_UNANSWERED: ENDED_OTHERWISE,
  CORRESPONDENCE_ENDED: ENDED_OTHERWISE,
  DUPLICATE: ENDED_OTHERWISE,
  STRUCK: ENDED_OTHERWISE,
};

/** States that a message may have in the feedback platform once a notice of the kind was entered there: what is answered is not under way. */
export function posStatesOf(kind: NoticeKind): readonly PosState[] {
  return statesOf[kind] ?? ANSWER;
}
