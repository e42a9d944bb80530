import { covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import type { Promised } from './question-control.js';
import { demandOpen } from './question-standing.js';
import type { QuestionEvent, QuestionState } from './question-state.js';

/** Beside the way to the answer: promised measures, the code of the common classifier, who works with the executor. */

export type ControlCommand = ConfirmPromise | ExtendPromise | ClassifyQuestion | AssignCoExecutors | AddContribution;

export interface ConfirmPromise {
  readonly type: 'ConfirmPromise';
  /** For the applicant. */
  readonly text: string;
  /** Id of an uploaded file. */
  readonly photo?: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
  readonly zone: string;
}

export interface ExtendPromise {
  readonly type: 'ExtendPromise';
  readonly until: LocalDate;
  readonly reason: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
}

export interface ClassifyQuestion {
  readonly type: 'ClassifyQuestion';
  readonly classifier: string;
  readonly mayActIn: Departments;
}

export interface AssignCoExecutors {
  readonly type: 'AssignCoExecutors';
  /** Ids. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
  /** All are of this district. */
  readonly officialsKnown: boolean;
  readonly departmentsKnown: boolean;
  readonly mayActIn: Departments;
}

export interface AddContribution {
  readonly type: 'AddContribution';
  /** Id of the contribution to be. */
  readonly contribution: string;
  readonly text: string;
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
  readonly mayActIn: Departments;
}

export const controlRules = {
  ConfirmPromise: confirm,
  ExtendPromise: extend,
  ClassifyQuestion: classify,
  AssignCoExecutors: assignCoExecutors,
  AddContribution: contribute,
} as const;

/** The fact that goes with an answer that promises measures until a day. */
export function promising(until: LocalDate | undefined): readonly QuestionEvent[] {
  return until === undefined ? [] : [{ type: 'MeasuresPromised', until }];
}

function confirm(
  { text, photo, mayActIn, today: keptOn, zone }: ConfirmPromise,
  state: QuestionState,
): readonly QuestionEvent[] {
  const promise = demandPromised(state);
  demandOwnDepartment(mayActIn, state);
  if (promise.isKept) return [];
  return [{ type: 'PromiseConfirmed', text, ...(photo === undefined ? {} : { photo }), keptOn, zone }];
}

function extend({ until, reason, mayActIn, today }: ExtendPromise, state: QuestionState): readonly QuestionEvent[] {
  const promise = demandPromised(state);
  if (promise.isKept) refuse('NO_PROMISE');
  demandOwnDepartment(mayActIn, state);
  if (until === promise.until && promise.extended > 0) return [];
  if (until <= promise.until || until <= today) refuse('PROMISE_TOO_EARLY');
  return [{ type: 'PromiseExtended', until, times: promise.extended + 1, reason }];
}

function demandPromised(state: QuestionState): Promised {
  if (state.status === 'NONE') return refuse('NOT_FOUND');
  return state.status === 'ANSWERED' && state.promise ? state.promise : refuse('NO_PROMISE');
}

/** Reports are counted by the code, so who acts in the whole district may mend it after the end, too. */
function classify({ classifier, mayActIn }: ClassifyQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'CLOSED') refuse('QUESTION_STATE_FORBIDS');
  if (!covers(mayActIn, 'department' in state ? state.department : undefined)) refuse('FORBIDDEN');
  return state.classifier === classifier ? [] : [{ type: 'QuestionClassified', classifier }];
}

function assignCoExecutors(command: AssignCoExecutors, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  if (!command.officialsKnown) refuse('OFFICIAL_UNKNOWN');
  if (!command.departmentsKnown) refuse('DEPARTMENT_UNKNOWN');
  demandOwnDepartment(command.mayActIn, state);
  const officials = [...new Set(command.officials)].sort();
  const departments = [...new Set(command.departments)].sort();
  const { officials: ids = [], departments: codes = [] } = state.coExecutors ?? {};
  const isSame = officials.join() === ids.join() && departments.join() === codes.join();
  return isSame ? [] : [{ type: 'CoExecutorsAssigned', officials, departments }];
}

function contribute(command: AddContribution, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const { contribution, text, by, onBehalfOf, mayActIn } = command;
  const { officials = [], departments = [] } = state.coExecutors ?? {};
  const isNamed = officials.some((one) => one === by || one === onBehalfOf);
  const isTheirs = isNamed || departments.some((code) => covers(mayActIn, code));
  if (!isTheirs) refuse('NOT_A_CO_EXECUTOR');
  return state.contributions?.includes(contribution) ? [] : [{ type: 'ContributionAdded', contribution, text }];
}

/** The one that has the question, or answered it. */
function demandOwnDepartment(mayActIn: Departments, state: QuestionState): void {
  const { department } = 'answeredBy' in state ? state.answeredBy : 'department' in state ? state : {};
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
}
