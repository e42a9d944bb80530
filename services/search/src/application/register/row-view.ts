import type {
  AppealRow,
  Channel,
  Outcome,
  QuestionRow,
  Regime,
  ResponseRow,
  ResponseState,
} from '@otklik/contracts/generated/graphql';
import { localDate, type LocalDate } from '@otklik/kernel';
import type { Directory, District } from '@otklik/tenancy';
import { departmentOf, officialOf, topicOf } from './directory-names.js';
import type { ListedQuestion, ListedResponse, ListedRow } from './listed-row.js';
import { isOverdue } from './register-filter.js';

export interface Viewing {
  readonly directory: Directory;
  readonly district: District;
  /** Today in the district. */
  readonly today: LocalDate;
}

export function viewing(directory: Directory, district: District, at: string): Viewing {
  return { directory, district, today: localDate(at, district.zone) };
}

/** The row as the API shows it. */
export function rowView(row: ListedRow, view: Viewing): AppealRow {
  const { district, today } = view;
  return {
    __typename: 'AppealRow',
    id: row.id,
    district: { code: district.code, name: district.name, zone: district.zone },
    receipt: row.receipt,
    number: row.number ?? null,
    registeredOn: row.registeredOn ?? null,
    regime: row.regime as Regime,
    channel: row.channel as Channel,
    state: row.state,
    receivedAt: row.receivedAt,
    excerpt: row.excerpt,
    dueOn: row.dueOn ?? null,
    overdue: isOverdue(row, today),
    questions: row.questions.map((question) => questionView(question, view)),
    rating: row.rating ?? null,
    version: row.version,
  };
}

function questionView(question: ListedQuestion, { directory, district }: Viewing): QuestionRow {
  const { id, state, topic, department, reason, executor, deadline, response, version } = question;
  return {
    id,
    state,
    topic: topic === undefined ? null : topicOf(district, topic),
    department: department === undefined ? null : departmentOf(district, department),
    reason: reason ?? null,
    executor: officialOf(directory, district, executor) ?? null,
    deadline: deadline ?? null,
    response: response ? responseView(response) : null,
    version,
  };
}

export function responseView({ id, state, outcome, version }: ListedResponse): ResponseRow {
  return { id, state: state as ResponseState, outcome: outcome as Outcome | null, version };
}
