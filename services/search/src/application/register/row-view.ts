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
import type { QuestionPart } from './question-part.js';
import { isOverdue } from './register-filter.js';
import { responseStateOf, type RegisterRow } from './register-row.js';

const EXCERPT = 280;

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
export function rowView(row: RegisterRow, view: Viewing): AppealRow {
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
    excerpt: excerptOf(row.clear.text ?? ''),
    dueOn: row.dueOn ?? null,
    overdue: isOverdue(row, today),
    questions: Object.entries(row.fold.questions).map(([id, part]) => questionView(row, id, part, view)),
    rating: row.rating ?? null,
    version: row.fold.appeal.version,
  };
}

/** By whole characters: a surrogate pair is not cut in two. */
function excerptOf(text: string): string {
  return text.length <= EXCERPT ? text : [...text.slice(0, EXCERPT * 2)].slice(0, EXCERPT).join('');
}

function questionView(row: RegisterRow, id: string, part: QuestionPart, { directory, district }: Viewing): QuestionRow {
  const { topic, department, reason, executor, deadline } = part;
  return {
    id,
    state: part.state,
    topic: topic === undefined ? null : topicOf(district, topic),
    department: department === undefined ? null : departmentOf(district, department),
    reason: reason ?? null,
    executor: officialOf(directory, district, executor) ?? null,
    deadline: deadline ?? null,
    response: responseOf(row, id),
    version: part.version,
  };
}

function responseOf(row: RegisterRow, question: string): ResponseRow | null {
  const found = Object.entries(row.fold.responses).find(([, part]) => part.question === question);
  return found ? responseView(row, found[0]) : null;
}

export function responseView({ fold }: RegisterRow, id: string): ResponseRow {
  const { answer, draft, version } = fold.responses[id]!;
  return {
    id,
    state: responseStateOf(fold, id) as ResponseState,
    outcome: ((answer ?? draft)?.outcome as Outcome | undefined) ?? null,
    version,
  };
}
