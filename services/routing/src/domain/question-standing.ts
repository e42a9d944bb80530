import type { QuestionFacts } from '@otklik/case/question-facts';
import { departmentOf, isOpen } from '@otklik/case/question-conditions';
import * as status from '@otklik/case/question-status';
import { covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { factsOf, type Known, type QuestionState } from './question-state.js';

/** There is nothing to end: it has its end, or was never opened. */
export function hasEnded(state: QuestionState): boolean {
  return state.status === 'NONE' || status.hasEnded(state.published.state);
}

/** An answer to it may be on its way; nothing else is decided. */
export function isConsidered(state: QuestionState): state is Known {
  return state.status !== 'NONE' && status.isConsidered(state.published.state);
}

/**
 * The question is considered: neither ended nor decided otherwise. An answer that is being sent keeps it where it is; its
 * signatory may revoke it.
 */
export function demandOpen(
  state: QuestionState,
  may: (question: QuestionFacts) => boolean = isOpen,
): asserts state is Known {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!may(factsOf(state))) refuse(state.status === 'SIGNED' ? 'ANSWER_IS_SIGNED' : 'QUESTION_STATE_FORBIDS');
}

/** Also while a signed answer is on its way. */
export function demandConsidered(state: QuestionState): asserts state is Known {
  if (state.status !== 'SIGNED') demandOpen(state);
}

/** Officials whose roles are bound to departments decide about the questions of these only. */
export function demandOwnDepartment({ mayActIn }: { readonly mayActIn: Departments }, state: Known): void {
  if (!covers(mayActIn, departmentOf(state.published))) refuse('FORBIDDEN');
}

/** An inner day lies within the term of the answer, unless that is over. */
export function demandInnerDay(
  day: LocalDate,
  today: LocalDate,
  { published }: Known,
  refusal: 'DRAFT_DAY_OUT_OF_TERM' | 'PART_DAY_OUT_OF_TERM',
): void {
  const { dueOn } = published.deadline ?? {};
  const isAfterTerm = dueOn !== undefined && dueOn >= today && day > dueOn;
  if (day < today || isAfterTerm) refuse(refusal);
}
