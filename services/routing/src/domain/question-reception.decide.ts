import type { Outcome } from '@otklik/contracts/enumerations';
import { isOfReception } from '@otklik/case/question-conditions';
import { demandPromise, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { promising } from './question-control.decide.js';
import type { QuestionEvent, QuestionState } from './question-state.js';
import { demandOpen, demandOwnDepartment } from './question-standing.js';

/** At a reception in person the applicant was answered orally; the record is the proof. */
export interface RecordReceptionAnswer {
  readonly type: 'RecordReceptionAnswer';
  /** Id of the record. */
  readonly record: string;
  readonly text: string;
  readonly outcome: Outcome;
  /** With MEASURES_PROMISED. */
  readonly promisedUntil?: LocalDate;
  readonly consented: boolean;
  /** The facts are plain and need no further check. Clients of the first release do not say so: it is refused. */
  readonly factsPlain: boolean;
  /** The day of the reception. */
  readonly receivedOn: LocalDate | undefined;
  readonly by: string;
  readonly mayActIn: Departments;
  readonly answeredOn: LocalDate;
  readonly answeredAt: string;
  readonly zone: string;
}

/**
 * Where the facts are plain and the applicant agrees, an answer in the course of the reception is recorded in its card, and that is
 * the answer; else a written one is due (59-FZ art. 13(3)). A reception is over with its day.
 */
export function answerAtReception(command: RecordReceptionAnswer, state: QuestionState): readonly QuestionEvent[] {
  const { record: notice, text, outcome, by: answeredBy, answeredOn, answeredAt, zone } = command;
  if (state.status === 'ANSWERED' && state.now.answeredBy?.notice === notice) return [];
  demandOpen(state);
  if (!isOfReception(state.published) || !command.consented) refuse('WRITTEN_ANSWER_DUE');
  if (!command.factsPlain) refuse('WRITTEN_ANSWER_DUE', { field: 'factsPlain' });
  if (command.receivedOn !== answeredOn) refuse('RECEPTION_IS_OVER');
  demandOwnDepartment(command, state);
  demandPromise(command, answeredOn);
  return [
    { type: 'OralAnswerRecorded', text, outcome, answeredBy, answeredAt, receivedOn: answeredOn, factsPlain: true },
    { type: 'QuestionAnswered', notice, answeredOn, answeredAt, zone },
    ...promising(command.promisedUntil),
  ];
}
