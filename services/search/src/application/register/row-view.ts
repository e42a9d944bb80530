import {
  appealActions,
  questionActions,
  responseActions,
  type Acting,
  type QuestionFacts,
} from '@otklik/contracts/allowed-actions';
import type { AppealRow, AppealSummary, QuestionRow, ResponseRow } from '@otklik/contracts/generated/graphql';
import { localDate, type LocalDate } from '@otklik/kernel';
import {
  departmentsOf,
  holds,
  officialRoles,
  type Actor,
  type Departments,
  type Directory,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { departmentOf, districtView, officialOf, settlementOf, topicOf } from './directory-names.js';
import type { ListedAppeal, ListedQuestion, ListedQuestionRow, ListedResponse, ListedRow } from './listed-row.js';
import { actingIn } from './acting.js';
import { isOverdue } from './register-filter.js';

/** What names and days are told by. */
export interface DistrictView {
  readonly directory: Directory;
  readonly district: District;
  /** Today in the district. */
  readonly today: LocalDate;
}

export interface Viewing extends DistrictView {
  /** The departments whose questions the viewer may read as whole cards. */
  readonly reads: Departments;
  readonly acting: Acting;
}

/** Their work is the whole district's; the others' is that of their departments, where their roles are bound to some. */
const ofWholeDistrict = new Set<OfficialRole>([
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'CONTROLLER',
  'DISTRICT_ADMIN',
  'ANALYST',
  'REPUBLIC_ANALYST',
]);

export function viewing(directory: Directory, district: District, at: string, actor: Actor): Viewing {
  return {
    directory,
    district,
    today: localDate(at, district.zone),
    reads: cardsOf(actor, district),
    acting: actingIn(actor, district),
  };
}

function cardsOf(actor: Actor, district: District): Departments {
  if (actor.kind !== 'official') return [];
  const isOfWhole = [...ofWholeDistrict].some((role) => holds(actor, district.id, role));
  return isOfWhole ? 'ALL' : departmentsOf(actor.assignments, district, officialRoles);
}

/** Whether the viewer may open the card: else the row is all that is shown, without what the applicant wrote. */
export function mayReadCard({ departments }: Pick<ListedAppeal, 'departments'>, { reads }: Viewing): boolean {
  return reads === 'ALL' || departments.some((one) => reads.includes(one));
}

/** The row as the API shows it: what was listed, with the directory's names and what depends on today. */
export function rowView(row: ListedRow, view: Viewing): AppealRow {
  const { questions, dueOn, rating, facts, ...listed } = row;
  return {
    ...appealView(listed, view),
    ...{ dueOn: dueOn ?? null, rating: rating ?? null },
    __typename: 'AppealRow',
    district: districtView(view.district),
    overdue: isOverdue(row, view.today),
    allowedActions: appealActions(facts, view.acting),
    questions: questions.map((question) => questionView(question, listed, view)),
  };
}

export function appealView(appeal: ListedAppeal, view: Viewing): AppealSummary {
  const { departments: _departments, settlement, place, excerpt, ...listed } = appeal;
  const isReadable = mayReadCard(appeal, view);
  return {
    ...listed,
    settlement: settlement === undefined ? null : settlementOf(view.district, settlement),
    ...(isReadable ? { place: place ?? null, excerpt: excerpt ?? null } : { place: null, excerpt: null }),
  };
}

export function questionRowView({ appeal, ...question }: ListedQuestionRow, view: Viewing): QuestionRow {
  return questionView(question, appeal, view);
}

function questionView(question: ListedQuestion, appeal: ListedAppeal, view: Viewing): QuestionRow {
  const { directory, district, today, acting } = view;
  const { topic, department, executor, response, excerpt, ...listed } = question;
  return {
    ...listed,
    appeal: appealView(appeal, view),
    excerpt: mayReadCard(appeal, view) ? (excerpt ?? appeal.excerpt ?? null) : null,
    topic: topic === undefined ? null : topicOf(district, topic),
    department: department === undefined ? null : departmentOf(district, department),
    executor: officialOf(directory, district, executor) ?? null,
    overdue: isOverdue(question, today),
    response: response ? responseView(response, question, view) : null,
    allowedActions: questionActions(question, acting),
  };
}

/** With the department and executor of its question. */
export function responseView(
  { stage, drafter, ...listed }: ListedResponse,
  { department, executor }: QuestionFacts,
  { acting }: Viewing,
): ResponseRow {
  return { ...listed, allowedActions: responseActions({ stage, drafter, department, executor }, acting) };
}
