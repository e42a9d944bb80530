import {
  AppealState,
  ExtensionState,
  PromiseState,
  QuestionState,
  ResponseState,
  WorklistCode,
  type WorklistOf,
} from '@otklik/contracts/enumerations';
import type { PublicationStage } from '@otklik/contracts/publication-enumerations';
import type { AppealOrder } from '@otklik/contracts/generated/graphql';
import { addDays, type LocalDate } from '@otklik/kernel';
import {
  byHolder,
  departmentsOf,
  type Actor,
  type Departments,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { departmentKey } from './co-executors.js';
import type { StandingAtBodies } from '@otklik/case/question-bodies';
import type { FilterFields } from './register-filter.js';
import type { OfficialWay } from './register-reader.js';

/** A worklist as the viewer has it: the rows that this official may or must act on. */
export interface ViewerWorklist {
  readonly code: WorklistCode;
  readonly of: WorklistOf;
  /** Of `NOTICES`. */
  readonly way?: OfficialWay;
  readonly order: AppealOrder;
  readonly filter: FilterFields;
}

type Official = Extract<Actor, { kind: 'official' }>;

interface Viewer {
  /** By which the questions are found that were given to him, or to whom he substitutes. */
  readonly given: FilterFields;
  /** Himself and those whom he substitutes. */
  readonly officials: readonly string[];
  readonly today: LocalDate;
  /** The departments in which the official holds any of the roles; undefined for none. */
  readonly scope: (...roles: readonly OfficialRole[]) => Departments | undefined;
}

interface WorklistRule {
  readonly of: WorklistOf;
  readonly way?: OfficialWay;
  readonly order: AppealOrder;
  /** Undefined for an official who has no such list. */
  readonly filter: (viewer: Viewer) => FilterFields | undefined;
}

/** A question is open until its end. */
const considered = ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK'] as const satisfies readonly QuestionState[];
export const openStates = [...considered, 'FORWARDING', 'LEAVING'] as const satisfies readonly QuestionState[];
/** Departments work on these. */
const inDepartment = ['ROUTED', 'IN_WORK'] as const satisfies readonly QuestionState[];
const contributors = ['EXECUTOR', 'APPROVER', 'SIGNATORY', 'HEAD'] as const;
const overseers = ['COORDINATOR', 'CONTROLLER', 'HEAD', 'DISTRICT_ADMIN', 'APPROVER', 'SIGNATORY'] as const;

/** Whenever it is due. */
const FOREVER = '9999-12-31';
/** These roles are notified before a term ends. */
const overseeing = ['CONTROLLER', 'HEAD', 'SIGNATORY'] as const;

const rules: Readonly<Record<WorklistCode, WorklistRule>> = {
  // What the executor has to do: an answer that waits for another's approval or signature is not it.
  MINE: questions(
    ({ given, scope }) =>
      scope('EXECUTOR') && { ...given, questionStates: ['IN_WORK'], responseStates: ['OPEN', 'SENT_BACK'] },
  ),
  DEPARTMENT: questions(({ scope }) => {
    const departments = scope('HEAD', 'APPROVER', 'SIGNATORY', 'EXECUTOR');
    return departments === 'ALL' || !departments ? undefined : { departments, questionStates: inDepartment };
  }),
  IN_WORK: questions(({ scope }) =>
    scope(...overseers, 'EXECUTOR') === 'ALL' ? { questionStates: openStates } : undefined,
  ),
  // A question without a department is the coordinator's, who gives it one: no head can assign it before.
  UNASSIGNED: questions(({ scope }) =>
    scope('COORDINATOR') === 'ALL'
      ? { questionStates: ['OPEN', 'ROUTED'] }
      : within(scope('COORDINATOR', 'HEAD'), { questionStates: ['ROUTED'] }),
  ),
  DUE_TODAY: questions((viewer) => {
    // What ends on days off is done before them, though by the law it is overdue only after them.
    return overseen(viewer, { workBy: viewer.today, overdue: false });
  }),
  OVERDUE: questions((viewer) => overseen(viewer, { overdue: true })),
  ESCALATED: questions(({ scope }) => within(scope(...overseeing), { escalated: true, questionStates: openStates })),
  ARRIVALS_ESCALATED: appeals(({ scope }) =>
    scope(...overseeing) === 'ALL' ? { escalated: true, awaits: ['MODERATOR', 'REGISTRAR'] } : undefined,
  ),
  TO_MODERATE: appeals(({ scope }) => scope('MODERATOR') && { awaits: ['MODERATOR'] }),
  TO_REGISTER: appeals(({ scope }) => scope('REGISTRAR') && { awaits: ['REGISTRAR'] }),
  RETURNED: questions(({ scope }) => scope('COORDINATOR') && { questionStates: ['RETURNED'] }),
  TO_APPROVE: questions(({ scope }) => within(scope('APPROVER'), answersIn('DRAFTED'))),
  TO_SIGN: questions(({ scope }) => within(scope('SIGNATORY'), answersIn('APPROVED'))),
  SENT_BACK: questions(({ given, scope }) => scope('EXECUTOR') && { ...given, ...answersIn('SENT_BACK') }),
  TO_CALL: notices('ORAL', ({ scope }) => within(scope('EXECUTOR', 'REGISTRAR', 'MODERATOR'), {})),
  TO_POS: notices('POS', ({ scope }) => within(scope('REGISTRAR', 'MODERATOR'), {})),
  TO_POST: notices('PAPER', ({ scope }) => scope('REGISTRAR') && {}),
  INFORMATION_AWAITED: questions((viewer) => overseen(viewer, { informationDueBy: FOREVER })),
  INFORMATION_OVERDUE: questions((viewer) => overseen(viewer, { informationDueBy: addDays(viewer.today, -1) })),
  EXTENSION_ASKED: questions(({ scope }) =>
    within(scope('HEAD'), { extensions: ['ASKED' satisfies ExtensionState], questionStates: considered }),
  ),
  AT_BODIES: questions(({ scope }) =>
    within(scope('COORDINATOR', 'CONTROLLER', 'HEAD'), { atBodies: ['WATCHED' satisfies StandingAtBodies] }),
  ),
  BODIES_REFUSED: questions(
    ({ scope }) => scope('COORDINATOR') && { atBodies: ['REFUSED' satisfies StandingAtBodies] },
  ),
  REOPENING_REQUESTED: appeals(({ scope }) =>
    within(scope('COORDINATOR', 'CONTROLLER', 'HEAD', 'MODERATOR'), {
      states: ['REOPEN_REQUESTED' satisfies AppealState],
    }),
  ),
  // An official with the right strikes it on the day of the registration, after another one.
  STRIKE_PROPOSED: appeals(
    ({ scope, today }) =>
      scope('CONTROLLER', 'HEAD', 'REGISTRAR') && { awaits: ['SECOND'], registeredFrom: today, registeredTo: today },
  ),
  STRUCK: appeals(
    ({ scope }) =>
      scope('CONTROLLER', 'HEAD', 'REGISTRAR', 'COORDINATOR', 'DISTRICT_ADMIN') && {
        states: ['STRUCK' satisfies AppealState],
      },
  ),
  // Of an executor, what was added to the questions that were given to him. The moderator sees it beside the stream.
  SUPPLEMENTED: appeals(
    ({ given, scope }) =>
      within(scope('COORDINATOR', 'CONTROLLER', 'MODERATOR'), { awaits: ['READER'] }) ??
      (scope('EXECUTOR') && { awaits: ['READER'], ...given }),
  ),
  // Due on the promised day.
  PROMISES: questions(({ given, scope }) => {
    const promises = ['WAITING' satisfies PromiseState];
    return within(scope('CONTROLLER', 'HEAD'), { promises }) ?? (scope('EXECUTOR') && { promises, ...given });
  }),
  // Who may release sees what waits for it; the others, what its author lets be published.
  TO_PUBLISH: questions(({ given, scope }) => {
    const allowed = ['ALLOWED' satisfies PublicationStage];
    return (
      within(scope('APPROVER', 'SIGNATORY', 'HEAD'), { publications: ['PROPOSED' satisfies PublicationStage] }) ??
      within(scope('MODERATOR', 'COORDINATOR', 'CONTROLLER'), { publications: allowed }) ??
      (scope('EXECUTOR') && { publications: allowed, ...given })
    );
  }),
  // By the letter's dispatch with its proof, and by nothing else, it is in this list no more.
  LETTERS_TO_BODIES: questions(({ given, scope }) => {
    const waiting = { awaitsLetterToBody: true };
    return (
      within(scope('COORDINATOR', 'CONTROLLER', 'HEAD', 'REGISTRAR'), waiting) ??
      (scope('EXECUTOR') && { ...waiting, ...given })
    );
  }),
  CO_EXECUTED: questions(({ officials, scope }) => {
    const departments = scope(...contributors);
    return departments && { coExecutors: keysIn(officials, departments), questionStates: openStates };
  }),
};

/** By which an official's questions as a co-executor are found: his own, and those of the departments that he is of. */
export function coExecutorKeys(actor: Actor, district: District): readonly string[] {
  if (actor.kind !== 'official') return [];
  const departments = departmentsOf(actor.assignments, district, [...contributors]);
  return keysIn([actor.id, ...absentOf(actor, district)], departments);
}

function keysIn(officials: readonly string[], departments: Departments): readonly string[] {
  return [...officials, ...(departments === 'ALL' ? [] : departments.map(departmentKey))];
}

function questions(filter: WorklistRule['filter']): WorklistRule {
  return { of: 'QUESTIONS', order: 'DEADLINE', filter };
}

function notices(way: OfficialWay, filter: WorklistRule['filter']): WorklistRule {
  return { of: 'NOTICES', way, order: 'OLDEST', filter };
}

function appeals(filter: WorklistRule['filter']): WorklistRule {
  return { of: 'APPEALS', order: 'DEADLINE', filter };
}

function answersIn(state: ResponseState): FilterFields {
  return { responseStates: [state], questionStates: inDepartment };
}

function within(departments: Departments | undefined, fields: FilterFields): FilterFields | undefined {
  if (departments === undefined) return undefined;
  return departments === 'ALL' ? fields : { ...fields, departments };
}

/** What the official oversees; of an executor, the questions that were given to him. */
function overseen({ given, scope }: Viewer, fields: FilterFields): FilterFields | undefined {
  const whole = within(scope(...overseers), { ...fields, questionStates: openStates });
  return whole ?? (scope('EXECUTOR') && { ...fields, ...given, questionStates: openStates });
}

/** The questions that were given to the official, and to those whom he substitutes in the districts. */
export function givenTo(actor: Actor, ...districts: readonly District[]): FilterFields {
  if (actor.kind !== 'official') return { questionStates: [] };
  const absent = absentOf(actor, ...districts);
  return absent.length === 0 ? { executor: actor.id } : { executors: [actor.id, ...absent] };
}

/** Ids of the officials whom he substitutes in the districts. */
function absentOf({ assignments }: Official, ...districts: readonly District[]): readonly string[] {
  const here = assignments.filter((held) => districts.some(({ id }) => id === held.district));
  return byHolder(here).absent.map(([id]) => id);
}

/** The worklists that the official's roles in the district open, in the order in which they are shown. */
export function worklistsOf(actor: Actor, district: District, today: LocalDate): readonly ViewerWorklist[] {
  return WorklistCode.values.flatMap((code) => worklistOf(code, actor, district, today) ?? []);
}

/** Undefined where the actor's roles do not open it. */
export function worklistOf(
  code: WorklistCode,
  actor: Actor,
  district: District,
  today: LocalDate,
): ViewerWorklist | undefined {
  if (actor.kind !== 'official') return undefined;
  const scope: Viewer['scope'] = (...roles) => {
    const departments = departmentsOf(actor.assignments, district, roles);
    return departments === 'ALL' || departments.length > 0 ? departments : undefined;
  };
  const { filter, ...shown } = rules[code];
  const officials = [actor.id, ...absentOf(actor, district)];
  const fields = filter({ officials, given: givenTo(actor, district), today, scope });
  return fields && { code, ...shown, filter: fields };
}
