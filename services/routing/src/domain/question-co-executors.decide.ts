import { isAmong, isOfSame, keyOf, type CoExecutor } from '@otklik/case/co-executor-parts';
import { isCoExecutor, isOwnPart, mayAssignCoExecutors } from '@otklik/case/question-conditions';
import { compact, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { demandInnerDay, demandOpen, demandOwnDepartment } from './question-standing.js';
import { factsOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';

/* Who works on a question with its executor: what each of them prepares, gives and has done. */

export type CoExecutorCommand = AssignCoExecutors | AddContribution | FinishPart;

export interface CoExecutors {
  /** Ids. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
  /** All are of this district. */
  readonly officialsKnown: boolean;
  readonly departmentsKnown: boolean;
  /** Parts that are given with it; those of the others stay. */
  readonly parts?: GivenParts;
}

export interface GivenParts {
  readonly commandId: string;
  readonly each: readonly PartToGive[];
  /** Each official who is given one has a role by which he may say that it is done. */
  readonly mayBeDone: boolean;
  readonly today: LocalDate;
}

/** Without a text the co-executor has no part any more. */
export interface PartToGive extends CoExecutor {
  readonly text?: string;
  readonly until?: LocalDate;
}

export interface AssignCoExecutors extends CoExecutors {
  readonly type: 'AssignCoExecutors';
  readonly mayActIn: Departments;
}

/** What a co-executor does himself, or a substitute for him. */
interface OfCoExecutor {
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
  readonly mayActIn: Departments;
}

export interface AddContribution extends OfCoExecutor {
  readonly type: 'AddContribution';
  /** Id of the contribution to be. */
  readonly contribution: string;
  readonly text: string;
}

/** With whose part it is. */
export interface FinishPart extends OfCoExecutor, CoExecutor {
  readonly type: 'FinishPart';
  /** For the executor. */
  readonly text?: string;
}

export const coExecutorRules = {
  AssignCoExecutors: assignCoExecutors,
  AddContribution: contribute,
  FinishPart: finishPart,
} as const;

export function assignCoExecutors(
  command: Omit<AssignCoExecutors, 'type'>,
  state: QuestionState,
): readonly QuestionEvent[] {
  demandOpen(state, mayAssignCoExecutors);
  if (!command.officialsKnown) refuse('OFFICIAL_UNKNOWN');
  if (!command.departmentsKnown) refuse('DEPARTMENT_UNKNOWN');
  demandOwnDepartment(command, state);
  const officials = [...new Set(command.officials)].sort();
  const departments = [...new Set(command.departments)].sort();
  const { officials: ids = [], departments: codes = [] } = state.published.coExecutors ?? {};
  const isSame = officials.join() === ids.join() && departments.join() === codes.join();
  const parts = givenParts(command, state);
  return isSame ? parts : [{ type: 'CoExecutorsAssigned', officials, departments }, ...parts];
}

function givenParts({ parts, ...coExecutors }: CoExecutors, state: Known): readonly QuestionEvent[] {
  if (!parts) return [];
  const { commandId, each, today, mayBeDone } = parts;
  if (!mayBeDone) refuse('PART_NEEDS_ROLE');
  return each.flatMap(({ official, department, text, until }): readonly QuestionEvent[] => {
    const whose = compact({ official, department });
    if (!isAmong(coExecutors)(whose)) refuse('PART_OF_ANOTHER');
    if (until !== undefined) demandInnerDay(until, today, state, 'PART_DAY_OUT_OF_TERM');
    if (isGiven(whose, text, commandId, state)) return [];
    return [{ type: 'CoExecutorPartGiven', ...whose, ...compact({ text, until }), commandId }];
  });
}

/** The texts are sealed, so by the command that gave it. */
function isGiven(whose: CoExecutor, text: string | undefined, commandId: string, state: Known): boolean {
  const part = state.published.coParts?.find((one) => isOfSame(one, whose));
  return text === undefined ? part === undefined : part !== undefined && state.partsGiven[keyOf(whose)] === commandId;
}

function contribute(command: AddContribution, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const { contribution, text, by, onBehalfOf, mayActIn } = command;
  const acts = compact({ official: by, onBehalfOf });
  if (!isCoExecutor(factsOf(state), acts, mayActIn)) refuse('NOT_A_CO_EXECUTOR');
  return state.contributions.includes(contribution) ? [] : [{ type: 'ContributionAdded', contribution, text }];
}

/** Said once more, it changes nothing. It ends nothing: the executor goes on. */
function finishPart(
  { official, department, text, by, onBehalfOf, mayActIn }: FinishPart,
  state: QuestionState,
): readonly QuestionEvent[] {
  demandOpen(state);
  const whose = compact({ official, department });
  const part = state.published.coParts?.find((one) => isOfSame(one, whose));
  if (!part || !isOwnPart(whose, compact({ official: by, onBehalfOf }), mayActIn)) return refuse('NOT_YOUR_PART');
  return part.done ? [] : [{ type: 'CoExecutorPartDone', ...whose, ...compact({ text }) }];
}
