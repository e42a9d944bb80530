import { mayTakeBack } from '@otklik/case/question-conditions';
import { compact, refuse } from '@otklik/kernel';
import type { AnswerDeadline } from './answer-deadline.js';
import { hasEnded } from './question-standing.js';
import { factsOf, type QuestionEvent, type QuestionState } from './question-state.js';

/* A question that had its end is considered again. */

/** Another consideration was granted. */
export interface ReopenQuestion {
  readonly type: 'ReopenQuestion';
  /** 1: back to the executor; 2: to the head of the department. */
  readonly times: number;
  /** Without a request: officials reopened it on this addition. Back to the executor, however often. */
  readonly supplement?: string;
  /** Without a request, and on no addition: officials found by themselves that it is not settled. */
  readonly isOwn?: boolean;
  /** Counted from the grant. */
  readonly deadline: AnswerDeadline;
  /** Counted from the same grant. */
  readonly otherDeadlines?: readonly AnswerDeadline[];
}

/** All bodies to which it was forwarded gave it back. */
export interface TakeBackQuestion {
  readonly type: 'TakeBackQuestion';
}

/**
 * Where it was answered: the same executor, the second time the head of the department, who chooses. What was forwarded or left
 * without an answer goes to the coordinator.
 */
export function reopen(
  { deadline, otherDeadlines = [], ...reopening }: ReopenQuestion,
  state: QuestionState,
): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!hasEnded(state) || state.status === 'CLOSED') return [];
  const { times, supplement, isOwn } = reopening;
  const own = compact({ supplement, isOwn });
  const { answeredBy } = state.now;
  const where = answeredBy ? backTo(reopening, answeredBy) : {};
  return [
    { type: 'QuestionReopened', person: state.person, times, until: deadline.dueOn, ...own, ...where },
    ...[deadline, ...otherDeadlines].map((one) => ({ type: 'DeadlineSet', ...one }) as const),
  ];
}

function backTo(
  { times, supplement, isOwn = false }: Pick<ReopenQuestion, 'times' | 'supplement' | 'isOwn'>,
  { topic, department, executor }: Partial<Record<'topic' | 'department' | 'executor', string>>,
) {
  const isForHead = times > 1 && supplement === undefined && !isOwn;
  return {
    ...(!(topic === undefined || department === undefined) && { topic, department }),
    ...(!(executor === undefined || isForHead) && { executor }),
  };
}

/** While the notice that it was forwarded is pending, it cannot be considered here. */
export function takeBack(_: TakeBackQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'RETURNED') return [];
  if (state.status !== 'FORWARDED') refuse('QUESTION_STATE_FORBIDS');
  if (!mayTakeBack(factsOf(state))) refuse('BODY_CONSIDERS');
  return [{ type: 'QuestionTakenBack' }];
}
