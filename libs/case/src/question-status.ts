import type { AppealState, CaseEnd, QuestionState } from '@otklik/contracts/enumerations';

/** It has its end: no clock runs any more. */
export function hasEnded(state: QuestionState): boolean {
  return state === 'CLOSED' || isDone(state);
}

/** It ended by an act of the administration of which the applicant was notified, where the law requires it. */
export function isDone(state: QuestionState | AppealState): state is CaseEnd {
  return state === 'ANSWERED' || state === 'FORWARDED' || state === 'LEFT_UNANSWERED';
}

/** It is considered: neither ended nor decided otherwise. */
export function isConsidered(state: QuestionState): boolean {
  return !hasEnded(state) && state !== 'FORWARDING' && state !== 'LEAVING';
}
