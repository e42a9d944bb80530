import { covers, refuse, type Departments } from '@otklik/kernel';
import type { QuestionState } from './question-state.js';

type Of<Status extends QuestionState['status']> = Extract<QuestionState, { readonly status: Status }>;
export type OpenState = Of<'OPEN' | 'RETURNED'> | Of<'ROUTED'> | Of<'IN_WORK'>;

/** There is nothing to end: it has its end, or was never opened. */
export function hasEnded({ status }: QuestionState): boolean {
  return ['NONE', 'ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED', 'CLOSED'].includes(status);
}

/** An answer to it may be on its way; nothing else is decided. */
export function isConsidered(state: QuestionState): state is OpenState | Of<'SIGNED'> {
  return !hasEnded(state) && state.status !== 'FORWARDING' && state.status !== 'LEAVING';
}

/**
 * The question is considered: neither ended nor decided otherwise. An answer that is being sent keeps it where it is; its
 * signatory may revoke it.
 */
export function demandOpen(state: QuestionState): asserts state is OpenState {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'SIGNED') refuse('ANSWER_IS_SIGNED');
  if (hasEnded(state) || state.status === 'FORWARDING' || state.status === 'LEAVING') refuse('QUESTION_STATE_FORBIDS');
}

/** Officials whose roles are bound to departments decide about the questions of these only. */
export function demandOwnDepartment({ mayActIn }: { readonly mayActIn: Departments }, state: QuestionState): void {
  const department = 'department' in state ? state.department : undefined;
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
}
