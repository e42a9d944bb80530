import { refuse, type LocalDate } from '@otklik/kernel';
import { promising } from './question-control.decide.js';
import type { QuestionEvent, QuestionState } from './question-state.js';
import { hasEnded } from './question-standing.js';

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
  if (state.status === 'SIGNED') return state.answer === id ? [] : refuse('ANSWER_IS_SIGNED');
  if (state.refused === id) return [];
  const ended = hasEnded(state) || state.status === 'FORWARDING' || state.status === 'LEAVING';
  const isTheirs = 'department' in state && state.department === department;
  const promise = promisedUntil === undefined ? {} : { promisedUntil };
  return [isTheirs ? { type: 'AnswerAccepted', answer: id, ...promise } : { type: 'AnswerRefused', answer: id, ended }];
}

export function release(state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  return state.status === 'SIGNED' ? [{ type: 'AnswerReleased', answer: state.answer }] : [];
}

/** The deadline is met by the proof of dispatch, in whatever state the question is meanwhile. */
export function answer(command: RecordAnswer, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'ANSWERED') return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { notice, answeredOn, answeredAt, zone } = command;
  const isMerged = state.status === 'CLOSED' && state.ground === 'MERGED';
  // The letter left before the end was known: a controller must see that it did. Of a merged question it is the end.
  if (hasEnded(state) && !isMerged)
    return state.provedLate === notice ? [] : [{ type: 'AnswerProvedLate', notice, answeredOn, zone }];
  const at = answeredAt === undefined ? {} : { answeredAt };
  const accepted = state.status === 'SIGNED' ? { answer: state.answer } : {};
  const promised = state.status === 'SIGNED' ? promising(state.promisedUntil) : [];
  return [{ type: 'QuestionAnswered', notice, ...accepted, answeredOn, ...at, zone }, ...promised];
}
