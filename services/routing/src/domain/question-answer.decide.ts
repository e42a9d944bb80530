import { departmentOf } from '@otklik/case/question-conditions';
import { refuse, type LocalDate } from '@otklik/kernel';
import { promising } from './question-control.decide.js';
import type { QuestionEvent, QuestionState } from './question-state.js';
import { hasEnded, isConsidered } from './question-standing.js';

/** What becomes of the signed answer to a question. */

/** An answer of the department was signed. */
export interface AcceptAnswer {
  readonly type: 'AcceptAnswer';
  readonly answer: string;
  readonly department: string;
  /** With the outcome MEASURES_PROMISED. */
  readonly promisedUntil?: LocalDate;
}

/** The answer's notice was cancelled: its signature was revoked. */
export interface ReleaseAnswer {
  readonly type: 'ReleaseAnswer';
}

/** The dispatch of the answer is proved by this notice. */
export interface RecordAnswer {
  readonly type: 'RecordAnswer';
  readonly notice: string;
  readonly answeredOn: LocalDate;
  /** ISO 8601 UTC. */
  readonly answeredAt?: string;
  readonly zone: string;
}

/**
 * The question's stream decides between a signature and a routing at the same time: what it records first, wins. While an earlier
 * answer is accepted, ANSWER_IS_SIGNED: its signature was revoked, and it is not known yet whether it is out.
 */
export function accept(
  { answer: id, department, promisedUntil }: AcceptAnswer,
  state: QuestionState,
): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'SIGNED') return state.now.accepted?.answer === id ? [] : refuse('ANSWER_IS_SIGNED');
  if (state.refused === id) return [];
  const isTheirs = departmentOf(state.published) === department;
  const promise = promisedUntil === undefined ? {} : { promisedUntil };
  return [
    isTheirs
      ? { type: 'AnswerAccepted', answer: id, ...promise }
      : { type: 'AnswerRefused', answer: id, ended: !isConsidered(state) },
  ];
}

export function release(state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { accepted } = state.now;
  return accepted ? [{ type: 'AnswerReleased', answer: accepted.answer }] : [];
}

/** The deadline is met by the proof of dispatch, in whatever state the question is meanwhile. */
export function answer(command: RecordAnswer, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'ANSWERED') return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { notice, answeredOn, answeredAt, zone } = command;
  const { accepted, provedLate } = state.now;
  const isMerged = state.status === 'CLOSED' && state.published.closedFor === 'MERGED';
  // The letter left before the end was known: a controller must see that it did. Of a merged question it is the end.
  if (hasEnded(state) && !isMerged)
    return provedLate === notice ? [] : [{ type: 'AnswerProvedLate', notice, answeredOn, zone }];
  const at = answeredAt === undefined ? {} : { answeredAt };
  const of = accepted ? { answer: accepted.answer } : {};
  const promised = promising(accepted?.promisedUntil);
  return [{ type: 'QuestionAnswered', notice, ...of, answeredOn, ...at, zone }, ...promised];
}
