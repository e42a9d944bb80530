import { mayTakeBackAssignment } from '@otklik/case/question-assignment';
import { refuse, type Departments } from '@otklik/kernel';
import { demandOpen, demandOwnDepartment } from './question-standing.js';
import { factsOf, type QuestionEvent, type QuestionState } from './question-state.js';

/** The first assignment of an executor, pressed by mistake. */
export interface TakeBackAssignment {
  readonly type: 'TakeBackAssignment';
  /** Where the official who takes it back may act. */
  readonly mayActIn: Departments;
  /** When a draft of the answer was written last, ISO 8601 UTC; absent: none was. */
  readonly draftedAt?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The official may think again for ten seconds; the rest is on the way. */
const TAKEN_BACK_WITHIN_MS = 15_000;

/**
 * Only the first, at once, and before its executor began: later another one is assigned, or the question returned. Co-executors who
 * were named with it are again those of before.
 */
export function takeBackAssignment(command: TakeBackAssignment, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { assigned, takenBack } = state.now;
  if (takenBack) return [];
  if (!assigned || isOver(assigned.at, command.at)) return refuse('ASSIGNMENT_STANDS');
  const isBegun = command.draftedAt !== undefined && command.draftedAt >= assigned.at;
  if (isBegun || !mayTakeBackAssignment(factsOf(state))) refuse('ASSIGNMENT_UNDER_WAY');
  const { officials, departments } = assigned.coExecutors ?? { officials: [], departments: [] };
  const { coExecutors: now } = state.published;
  const isSame = now === undefined || now === assigned.coExecutors;
  const former = { type: 'CoExecutorsAssigned', officials: [...officials], departments: [...departments] } as const;
  return [{ type: 'AssignmentTakenBack' }, ...(isSame ? [] : [former])];
}

function isOver(since: string, at: string): boolean {
  return Date.parse(at) - Date.parse(since) > TAKEN_BACK_WITHIN_MS;
}
