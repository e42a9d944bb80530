import { isOfExecutor } from '@otklik/case/question-conditions';
import { compact, covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { demandInnerDay, demandOpen, demandOwnDepartment } from './question-standing.js';
import type { QuestionEvent, QuestionState } from './question-state.js';

/** The executor passes what was assigned to him on to another official of his department. */
export interface PassOnAssignment {
  readonly type: 'PassOnAssignment';
  /** To whom. */
  readonly executor: string;
  /** Where that official holds the role EXECUTOR. */
  readonly executorIn: Departments;
  /** Id of the assignment to be. */
  readonly assignment: string;
  readonly text?: string;
  /** Absent: the inner day stays. */
  readonly draftBy?: LocalDate;
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
}

export function passOn(command: PassOnAssignment, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const { executor, assignment, text, by: official, onBehalfOf, today } = command;
  const { published } = state;
  if (published.executor === executor && state.assignment === assignment) return [];
  const department = published.department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
  demandOwnDepartment(command, state);
  if (!isOfExecutor(published, compact({ official, onBehalfOf }))) refuse('NOT_THE_EXECUTOR');
  if (!covers(command.executorIn, department)) refuse('EXECUTOR_NOT_IN_DEPARTMENT');
  const passedOnBy = published.executor;
  if (executor === passedOnBy) return [];
  if (command.draftBy !== undefined) demandInnerDay(command.draftBy, today, state, 'DRAFT_DAY_OUT_OF_TERM');
  const draftBy = command.draftBy ?? published.assigned?.draftBy;
  return [
    {
      type: 'ExecutorAssigned',
      executor,
      department,
      assignment,
      ...compact({ resolution: text, draftBy, passedOnBy }),
    },
  ];
}
