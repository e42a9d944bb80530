import {
  AppealState,
  QuestionState,
  ResponseState,
  WorklistCode,
  type WorklistOf,
} from '@otklik/contracts/enumerations';
import type { AppealOrder } from '@otklik/contracts/generated/graphql';
import type { LocalDate } from '@otklik/kernel';
import { departmentsOf, type Actor, type Departments, type District, type OfficialRole } from '@otklik/tenancy';
import type { FilterFields } from './register-filter.js';

/** A worklist as the viewer has it: the rows that this official may or must act on. */
export interface ViewerWorklist {
  readonly code: WorklistCode;
  readonly of: WorklistOf;
  readonly order: AppealOrder;
  readonly filter: FilterFields;
}

interface Viewer {
  readonly official: string;
  readonly today: LocalDate;
  /** The departments in which the official holds any of the roles; undefined for none. */
  readonly scope: (...roles: readonly OfficialRole[]) => Departments | undefined;
}

interface WorklistRule {
  readonly of: WorklistOf;
  readonly order: AppealOrder;
  /** Undefined for an official who has no such list. */
  readonly filter: (viewer: Viewer) => FilterFields | undefined;
}

const open = ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK'] as const satisfies readonly QuestionState[];
/** Departments work on these. */
const inDepartment = ['ROUTED', 'IN_WORK'] as const satisfies readonly QuestionState[];
const overseers = ['COORDINATOR', 'CONTROLLER', 'HEAD', 'DISTRICT_ADMIN', 'APPROVER', 'SIGNATORY'] as const;

const rules: Readonly<Record<WorklistCode, WorklistRule>> = {
  MINE: questions(({ official, scope }) => scope('EXECUTOR') && { executor: official, questionStates: ['IN_WORK'] }),
  DEPARTMENT: questions(({ scope }) => {
    const departments = scope('HEAD', 'APPROVER', 'SIGNATORY', 'EXECUTOR');
    return departments === 'ALL' || !departments ? undefined : { departments, questionStates: inDepartment };
  }),
  IN_WORK: questions(({ scope }) => (scope(...overseers, 'EXECUTOR') === 'ALL' ? { questionStates: open } : undefined)),
  UNASSIGNED: questions(({ scope }) => within(scope('COORDINATOR', 'HEAD'), { questionStates: ['OPEN', 'ROUTED'] })),
  DUE_TODAY: questions((viewer) => {
    const { today } = viewer;
    return overseen(viewer, { dueFrom: today, dueBy: today });
  }),
  OVERDUE: questions((viewer) => overseen(viewer, { overdue: true })),
  TO_MODERATE: appeals(({ scope }) => scope('MODERATOR') && { awaits: ['MODERATOR'] }),
  TO_REGISTER: appeals(({ scope }) => scope('REGISTRAR') && { awaits: ['REGISTRAR'] }),
  RETURNED: questions(({ scope }) => scope('COORDINATOR') && { questionStates: ['RETURNED'] }),
  TO_APPROVE: questions(({ scope }) => within(scope('APPROVER'), answersIn('DRAFTED'))),
  TO_SIGN: questions(({ scope }) => within(scope('SIGNATORY', 'HEAD'), answersIn('APPROVED'))),
  SENT_BACK: questions(({ official, scope }) => scope('EXECUTOR') && { executor: official, ...answersIn('SENT_BACK') }),
  TO_CALL: { of: 'NOTICES', order: 'OLDEST', filter: ({ scope }) => scope('EXECUTOR', 'REGISTRAR', 'MODERATOR') && {} },
  REOPENING_REQUESTED: appeals(({ scope }) =>
    within(scope('COORDINATOR', 'CONTROLLER', 'HEAD', 'MODERATOR'), {
      states: ['REOPEN_REQUESTED' satisfies AppealState],
    }),
  ),
};

function questions(filter: WorklistRule['filter']): WorklistRule {
  return { of: 'QUESTIONS', order: 'DEADLINE', filter };
}

function appeals(filter: WorklistRule['filter']): WorklistRule {
  return { of: 'APPEALS', order: 'OLDEST', filter };
}

function answersIn(state: ResponseState): FilterFields {
  return { responseStates: [state], questionStates: inDepartment };
}

function within(departments: Departments | undefined, fields: FilterFields): FilterFields | undefined {
  if (departments === undefined) return undefined;
  return departments === 'ALL' ? fields : { ...fields, departments };
}

/** What the official oversees; of an executor, the questions that were given to him. */
function overseen({ official, scope }: Viewer, fields: FilterFields): FilterFields | undefined {
  const whole = within(scope(...overseers), { ...fields, questionStates: open });
  return whole ?? (scope('EXECUTOR') && { ...fields, executor: official, questionStates: open });
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
  const fields = filter({ official: actor.id, today, scope });
  return fields && { code, ...shown, filter: fields };
}
