import { firstTerms } from '@otklik/case/question-course';
import {
  compact,
  refuse,
  startedDeadline,
  type Departments,
  type LocalDate,
  type StartedRule,
  type WorkingCalendar,
} from '@otklik/kernel';
import { deadlinesOf, factsOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';
import { demandOpen, demandOwnDepartment, hasEnded } from './question-standing.js';

/**
 * An interim answer to a message: sent to its sender, it meets the term of the first answer, and starts that of the
 * final one.
 */

export interface GiveInterimAnswer {
  readonly type: 'GiveInterimAnswer';
  /** Id of the answer. */
  readonly answer: string;
  /** As sent: with the next step and its date. */
  readonly text: string;
  /** Absent: refused. Clients of the first release do not send it. */
  readonly nextStep?: string;
  readonly nextStepOn?: LocalDate;
  readonly today: LocalDate;
  /**
   * The last day of the final answer if the interim answer were sent today; absent: the platform has no term for it.
   */
  readonly finalBy?: LocalDate;
  readonly mayActIn: Departments;
}

/** The notice of the interim answer has its proof. */
export interface ProveInterimAnswer {
  readonly type: 'ProveInterimAnswer';
  readonly notice: string;
  /** ISO 8601 UTC. */
  readonly toldAt: string;
  readonly toldOn: LocalDate;
  readonly zone: string;
  /** Of the final answer; absent: the platform has none, and the first term is all there is. */
  readonly rule?: StartedRule;
  readonly calendar: WorkingCalendar;
}

export function giveInterimAnswer(command: GiveInterimAnswer, state: QuestionState): readonly QuestionEvent[] {
  const { answer, text, nextStep, nextStepOn } = command;
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { interim } = state.published;
  if (interim && state.interim === answer) return [];
  if (interim) refuse('INTERIM_ANSWER_GIVEN');
  if (!factsOf(state).interimDue) refuse('INTERIM_ANSWER_NOT_DUE');
  demandNextStep(command, state);
  return [{ type: 'InterimAnswerGiven', answer, text, ...compact({ nextStep, nextStepOn }) }];
}

/** It moves the term only by telling what comes next, and when: a day within the term that it starts. */
function demandNextStep({ nextStep = '', nextStepOn, today, finalBy }: GiveInterimAnswer, state: Known): void {
  if (nextStep.trim() === '') refuse('NEXT_STEP_NEEDED');
  if (!nextStepOn) refuse('NEXT_STEP_NEEDED', { field: 'nextStepOn' });
  const until = finalBy ?? deadlinesOf(state).find(({ duty }) => duty === 'ANSWER')?.dueOn ?? today;
  if (nextStepOn < today || nextStepOn > until) refuse('NEXT_STEP_OUT_OF_TERM', { until });
}

export function proveInterimAnswer(command: ProveInterimAnswer, state: QuestionState): readonly QuestionEvent[] {
  const { notice, toldAt, toldOn: on, zone, rule, calendar } = command;
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { interim } = state.published;
  if (hasEnded(state) || !interim || interim.toldAt !== undefined) return [];
  const rules = firstTerms(state.published);
  const told = { type: 'InterimAnswerTold', notice, toldAt, rules } as const;
  if (!rule || rules.length === 0) return [{ ...told, rules: [] }];
  const moments = { INTERIM_ANSWER: { on, zone, at: toldAt } };
  return [told, { type: 'DeadlineSet', ...startedDeadline(rule, moments, calendar), by: 'RULE' }];
}
