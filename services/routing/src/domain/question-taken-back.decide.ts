import { isAmong, isOfSame, type CoExecutorsPart } from '@otklik/case/co-executor-parts';
import { mayTakeBackAssignment } from '@otklik/case/question-conditions';
import { compact, refuse, type Departments } from '@otklik/kernel';
import { demandOpen, demandOwnDepartment } from './question-standing.js';
import {
  factsOf,
  keptParts,
  type Known,
  type PartKept,
  type QuestionEvent,
  type QuestionState,
} from './question-state.js';

/** The first assignment of an executor, pressed by mistake. */
export interface TakeBackAssignment {
  readonly type: 'TakeBackAssignment';
  /** Where the official who takes it back may act. */
  readonly mayActIn: Departments;
  /** When a draft of the answer was written last, ISO 8601 UTC; absent: none was. */
  readonly draftedAt?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly commandId: string;
}

/** The official may think again for ten seconds; the rest is on the way. Letters wait longer (notifications, `UNDONE_WITHIN_MS`). */
const TAKEN_BACK_WITHIN_MS = 15_000;

/**
 * Only the first, at once, and before its executor, or a co-executor, began: later another one is assigned, or the question returned.
 * Co-executors who were named with it are again those of before, and a part that was given with it is over. A part that it replaced,
 * or took away, would not come back.
 */
export function takeBackAssignment(command: TakeBackAssignment, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { assigned, takenBack } = state.now;
  if (takenBack) return [];
  if (!assigned || isOver(assigned.at, command.at)) return refuse('ASSIGNMENT_TOO_OLD');
  const isBegun = command.draftedAt !== undefined && command.draftedAt >= assigned.at;
  if (isBegun || !mayTakeBackAssignment(factsOf(state))) refuse('ASSIGNMENT_UNDER_WAY');
  const given = keptParts(state).filter((part) => !assigned.parts.some((former) => isSamePart(part, former)));
  if (!isAsBefore(assigned.parts, given, state)) refuse('ASSIGNMENT_UNDER_WAY');
  return [{ type: 'AssignmentTakenBack' }, ...helpersOfBefore(assigned.coExecutors, given, command, state)];
}

/** The part of who is a co-executor no more is over with that. */
function helpersOfBefore(
  before: CoExecutorsPart | undefined,
  given: readonly PartKept[],
  command: TakeBackAssignment,
  { published: { coExecutors: now } }: Known,
): readonly QuestionEvent[] {
  const { officials, departments } = before ?? { officials: [], departments: [] };
  const former = { type: 'CoExecutorsAssigned', officials: [...officials], departments: [...departments] } as const;
  const over = given.filter(isAmong(former)).map((part) => overPart(part, command));
  const isSame = now === undefined || now === before;
  return [...over, ...(isSame ? [] : [former])];
}

/** Every part of before is there, and none of those that were given since is done. */
function isAsBefore(before: readonly PartKept[], given: readonly PartKept[], state: Known): boolean {
  const parts = keptParts(state);
  return (
    before.every((former) => parts.some((part) => isSamePart(part, former))) && !given.some(({ isDone }) => isDone)
  );
}

function isSamePart(one: PartKept, other: PartKept): boolean {
  return isOfSame(one, other) && one.by === other.by && one.isDone === other.isDone;
}

function overPart({ official, department }: PartKept, { commandId }: TakeBackAssignment): QuestionEvent {
  return { type: 'CoExecutorPartGiven', ...compact({ official, department }), commandId };
}

function isOver(since: string, at: string): boolean {
  return Date.parse(at) - Date.parse(since) > TAKEN_BACK_WITHIN_MS;
}
