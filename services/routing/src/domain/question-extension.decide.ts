import type { ExtensionGround } from '@otklik/contracts/enumerations';
import { isOfExecutor } from '@otklik/case/question-conditions';
import { isExtended } from '@otklik/case/question-course';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import {
  compact,
  endOf,
  refuse,
  startedDeadline,
  unmovedEnd,
  type Departments,
  type StartedRule,
  type WorkingCalendar,
} from '@otklik/kernel';
import { deadlinesOf, factsOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';
import { demandOpen, demandOwnDepartment, hasEnded } from './question-standing.js';

/**
 * The extension of a term of the law (59-FZ art. 12(2)): decided by the head, in force by the proof that the applicant
 * was notified.
 */

interface Extending {
  readonly days: number;
  readonly ground: ExtensionGround;
  readonly reason: string;
  readonly mayActIn: Departments;
  /** The rule of the extension; its term is the longest that is allowed. */
  readonly rule: StartedRule;
  readonly calendar: WorkingCalendar;
  /** Rules whose term may be extended. */
  readonly extendable: readonly string[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface ExtendDeadline extends Extending {
  readonly type: 'ExtendDeadline';
}

/** The executor of the question asks the head to extend its term. */
export interface AskForExtension extends Extending {
  readonly type: 'AskForExtension';
  /** Id of the ask to be. */
  readonly ask: string;
  readonly by: string;
  /** The absent official in whose stead he acts. */
  readonly onBehalfOf?: string;
}

export interface RefuseExtension {
  readonly type: 'RefuseExtension';
  readonly reason: string;
  readonly mayActIn: Departments;
}

/** The notice of the extension has its proof. */
export interface ProveExtension {
  readonly type: 'ProveExtension';
  readonly notice: string;
  /** When it was dispatched, ISO 8601 UTC. */
  readonly provedAt: string;
}

export function extendDeadline(command: ExtendDeadline, state: QuestionState): readonly QuestionEvent[] {
  const { ground, reason } = command;
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { former, deadline } = extended(command, state);
  const { extension } = state.published;
  if (extension?.state === 'PENDING' && extension.deadline.dueOn === deadline.dueOn) return [];
  demandLawful(command, { former, deadline }, state);
  return [{ type: 'DeadlineExtensionDecided', rule: former.rule, ground, reason, deadline }];
}

/** Under the conditions of the extension itself: what could not be granted is not asked for. */
export function askForExtension(command: AskForExtension, state: QuestionState): readonly QuestionEvent[] {
  const { ask, ground, days, reason } = command;
  demandOpen(state);
  demandOwnDepartment(command, state);
  demandExecutor(command, state);
  const { extensionAsk } = state.published;
  if (extensionAsk?.ask === ask) return [];
  if (factsOf(state).extensionAsked) refuse('EXTENSION_ASKED');
  const { former, deadline } = extended(command, state);
  demandLawful(command, { former, deadline }, state);
  return [{ type: 'ExtensionAsked', ask, rule: former.rule, ground, days, until: deadline.dueOn, reason }];
}

export function refuseExtension(command: RefuseExtension, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { ask, refused } = state.published.extensionAsk ?? refuse('EXTENSION_NOT_ASKED');
  return refused ? [] : [{ type: 'ExtensionRefused', ask, reason: command.reason }];
}

function demandExecutor({ by, onBehalfOf }: AskForExtension, state: Known): void {
  const acts = compact({ official: by, onBehalfOf });
  if (!isOfExecutor(state.published, acts)) refuse('NOT_THE_EXECUTOR');
}

/**
 * The term that runs, and the one by which it would be extended. It counts from the last day of the former term before that was
 * moved from a day off: 30 + 30 days are the most of art. 12, and the rule moves its own end to the working day before.
 */
function extended({ days, rule, calendar, extendable }: Extending, state: Known): Extended {
  const former = deadlinesOf(state).find((set) => extendable.includes(set.rule)) ?? refuse('TERM_NOT_EXTENDABLE');
  const moments = { TERM_END: { on: unmovedEnd(former), zone: former.zone } };
  const longer: StartedRule = { ...rule, term: days };
  return { former, deadline: { ...startedDeadline(longer, moments, calendar), by: 'OFFICIAL' } as const };
}

interface Extended {
  readonly former: DeadlineSetData;
  readonly deadline: DeadlineSetData;
}

function demandLawful(command: Extending, { former, deadline }: Extended, { published }: Known): void {
  const { days, rule, at, ground } = command;
  if (isExtended(published.extension?.state)) refuse('EXTENDED_ALREADY');
  if (days > rule.term) refuse('EXTENSION_TOO_LONG', { max: rule.term });
  if (at >= endOf(former)) refuse('TERM_HAS_ENDED');
  if (deadline.dueOn <= former.dueOn) refuse('EXTENSION_TOO_SHORT');
  if (ground === 'INFORMATION_REQUESTED' && !published.requests) refuse('INFORMATION_NOT_REQUESTED');
}

/**
 * The law demands that the applicant is notified before the term ends: after a later notice the former term remains.
 */
export function proveExtension({ notice, provedAt }: ProveExtension, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { extension } = state.published;
  if (hasEnded(state) || extension?.state !== 'PENDING') return [];
  const { rule, deadline } = extension;
  const former = deadlinesOf(state).find((set) => set.rule === rule);
  if (!former) return [];
  if (provedAt >= endOf(former))
    return [{ type: 'DeadlineExtensionLapsed', rule, notice, provedAt, dueOn: former.dueOn }];
  return [
    { type: 'DeadlineExtended', rule, notice, provedAt, until: deadline.dueOn },
    { type: 'DeadlineSet', ...deadline },
  ];
}
