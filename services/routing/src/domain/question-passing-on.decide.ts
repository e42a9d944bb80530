import { mayPassOnAssignment } from '@otklik/case/question-conditions';
import { compact, covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { demandInnerDay, demandOpen, demandOwnDepartment } from './question-standing.js';
import { factsOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';

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
  /** No later than the one that was set; absent: that one stays. */
  readonly draftBy?: LocalDate;
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
}

export function passOn(command: PassOnAssignment, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const { executor, assignment, text, by: official, onBehalfOf } = command;
  const { published } = state;
  if (published.executor === executor && state.assignment === assignment) return [];
  const department = published.department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
  demandOwnDepartment(command, state);
  if (!mayPassOnAssignment(factsOf(state), compact({ official, onBehalfOf }))) refuse('NOT_THE_EXECUTOR');
  if (!covers(command.executorIn, department)) refuse('EXECUTOR_NOT_IN_DEPARTMENT');
  const passedOnBy = published.executor;
  if (executor === passedOnBy) return [];
  const draftBy = innerDay(command, state);
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

/** Who assigned it set the day; the executor may only bring it forward. */
function innerDay({ draftBy, today }: PassOnAssignment, state: Known): LocalDate | undefined {
  const before = state.published.assigned?.draftBy;
  if (draftBy === undefined) return before;
  demandInnerDay(draftBy, today, state, 'DRAFT_DAY_OUT_OF_TERM');
  if (before !== undefined && draftBy > before) refuse('DRAFT_DAY_OUT_OF_TERM');
  return draftBy;
}
