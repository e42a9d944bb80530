import type { ExtensionGround } from '@otklik/contracts/enumerations';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { deadlineOf, endOf, refuse, type DeadlineRule, type Departments, type WorkingCalendar } from '@otklik/kernel';
import type { Course } from './question-course.js';
import type { QuestionEvent, QuestionState } from './question-state.js';
import { demandOpen, demandOwnDepartment, hasEnded } from './question-standing.js';

/** The extension of a term of the law (59-FZ art. 12(2)): decided by the head, in force by the proof that the applicant was told. */

export interface ExtendDeadline {
  readonly type: 'ExtendDeadline';
  readonly days: number;
  readonly ground: ExtensionGround;
  readonly reason: string;
  readonly mayActIn: Departments;
  /** The rule of the extension; its term is the longest that is allowed. */
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
  /** Rules whose term may be extended. */
  readonly extendable: readonly string[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The notice of the extension has its proof. */
export interface ProveExtension {
  readonly type: 'ProveExtension';
  readonly notice: string;
  /** When it was dispatched, ISO 8601 UTC. */
  readonly provedAt: string;
}

export function extendDeadline(command: ExtendDeadline, state: QuestionState): readonly QuestionEvent[] {
  const { days, ground, reason, rule, calendar } = command;
  demandOpen(state);
  demandOwnDepartment(command, state);
  const { deadlines, course } = state;
  const former = deadlines.find((set) => command.extendable.includes(set.rule));
  if (!former) refuse('TERM_NOT_EXTENDABLE');
  const start = { on: former.dueOn, zone: former.zone };
  const deadline = { ...deadlineOf(start, { ...rule, term: days }, calendar), by: 'OFFICIAL' } as const;
  const { extension } = course;
  if (extension?.status === 'PENDING' && extension.deadline.dueOn === deadline.dueOn) return [];
  if (extension && extension.status !== 'LAPSED') refuse('EXTENDED_ALREADY');
  demandLawful(command, former, course);
  return [{ type: 'DeadlineExtensionDecided', rule: former.rule, ground, reason, deadline }];
}

function demandLawful({ days, rule, at, ground }: ExtendDeadline, former: DeadlineSetData, { requests }: Course): void {
  if (days > rule.term) refuse('EXTENSION_TOO_LONG', { max: rule.term });
  if (at >= endOf(former)) refuse('TERM_HAS_ENDED');
  if (ground === 'INFORMATION_REQUESTED' && requests.length === 0) refuse('INFORMATION_NOT_REQUESTED');
}

/** The law demands that the applicant is told before the term ends: told later, the former term stands. */
export function proveExtension({ notice, provedAt }: ProveExtension, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { extension } = state.course;
  if (hasEnded(state) || extension?.status !== 'PENDING') return [];
  const { rule, deadline } = extension;
  const former = state.deadlines.find((set) => set.rule === rule);
  if (!former) return [];
  if (provedAt >= endOf(former))
    return [{ type: 'DeadlineExtensionLapsed', rule, notice, provedAt, dueOn: former.dueOn }];
  return [
    { type: 'DeadlineExtended', rule, notice, provedAt, until: deadline.dueOn },
    { type: 'DeadlineSet', ...deadline },
  ];
}
