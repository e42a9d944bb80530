import { isOfExecutor } from '@otklik/case/question-conditions';
import { isAcknowledged } from '@otklik/case/question-control';
import { compact, covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { assignCoExecutors, type CoExecutors } from './question-co-executors.decide.js';
import { demandOpen, demandOwnDepartment } from './question-standing.js';
import type { Known, QuestionEvent, QuestionState } from './question-state.js';

/* The executor of a question, by whose resolution, and that he has read it. */

export interface AssignExecutor {
  readonly type: 'AssignExecutor';
  readonly executor: string;
  /** Where the official holds the role EXECUTOR. */
  readonly executorIn: Departments;
  /** Where the official who assigns may act. */
  readonly mayActIn: Departments;
  /** Absent: the executor is named, and nothing is said about it. */
  readonly resolution?: Resolution;
  /** Absent: they stay. */
  readonly coExecutors?: CoExecutors;
  /** ISO 8601 UTC. Absent: it is not taken back. */
  readonly at?: string;
}

export interface Resolution {
  /** Id of the assignment to be. */
  readonly assignment: string;
  readonly text?: string;
  /** Whose resolution it is, where another official records it. */
  readonly by?: string;
  /** Where he is a head. */
  readonly byIn: Departments;
  /** It is the sender's own, that of a head in whose stead he acts, or one that a coordinator records. */
  readonly mayGive: boolean;
  /** The inner day by which a draft is to be there. */
  readonly draftBy?: LocalDate;
  readonly today: LocalDate;
}

export interface AcknowledgeAssignment {
  readonly type: 'AcknowledgeAssignment';
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
  readonly mayActIn: Departments;
}

/** The head of a department delegates further what was assigned to him: with a resolution of his own, beside the former. */
export function assign(command: AssignExecutor, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const department = state.published.department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
  const { executor, mayActIn, resolution, coExecutors } = command;
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  if (!covers(command.executorIn, department)) refuse('EXECUTOR_NOT_IN_DEPARTMENT');
  if (resolution) demandPossible(resolution, department, state);
  const helpers = coExecutors ? assignCoExecutors({ ...coExecutors, mayActIn }, state) : [];
  if (isAssigned(command, state)) return helpers;
  const { assignment, text, by: resolutionBy, draftBy } = resolution ?? {};
  const said = compact({ assignment, assignedAt: command.at, resolution: text, resolutionBy, draftBy });
  return [{ type: 'ExecutorAssigned', executor, department, ...said }, ...helpers];
}

/** Another resolution to the same executor is an assignment of its own. */
function isAssigned({ executor, resolution }: AssignExecutor, { status, published, assignment }: Known): boolean {
  if (status !== 'IN_WORK' || published.executor !== executor) return false;
  return resolution === undefined || resolution.assignment === assignment;
}

/** A head gives his own resolution, a coordinator records what a head of the question resolved. */
function demandOwner({ by, byIn, mayGive }: Resolution, department: string): void {
  if (by === undefined) return;
  if (!covers(byIn, department)) refuse('OFFICIAL_UNKNOWN');
  if (!mayGive) refuse('FORBIDDEN');
}

/** The inner day lies within the term of the answer, unless that is over. */
function demandPossible(resolution: Resolution, department: string, { published }: Known): void {
  demandOwner(resolution, department);
  const { draftBy, today } = resolution;
  if (draftBy === undefined) return;
  const { dueOn } = published.deadline ?? {};
  const isAfterTerm = dueOn !== undefined && dueOn >= today && draftBy > dueOn;
  if (draftBy < today || isAfterTerm) refuse('DRAFT_DAY_OUT_OF_TERM');
}

/** Each assignment is read once: who is named again, or gets the question back, reads it again. */
export function acknowledge(command: AcknowledgeAssignment, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { by: official, onBehalfOf } = command;
  if (!isOfExecutor(state.published, compact({ official, onBehalfOf }))) refuse('NOT_THE_EXECUTOR');
  return isAcknowledged(state.published) ? [] : [{ type: 'AssignmentAcknowledged' }];
}
