import type { AppealRow, QuestionRow } from '@otklik/contracts/generated/graphql';
import { localDate, type LocalDate } from '@otklik/kernel';
import type { Directory, District } from '@otklik/tenancy';
import { departmentOf, officialOf, topicOf } from './directory-names.js';
import type { ListedAppeal, ListedQuestion, ListedQuestionRow, ListedRow } from './listed-row.js';
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

/** The row as the API shows it: what was listed, with the directory's names and what depends on today. */
export function rowView(row: ListedRow, view: Viewing): AppealRow {
  const { questions, ...listed } = row;
  const { code, name, zone } = view.district;
  return {
    ...listed,
    __typename: 'AppealRow',
    district: { code, name, zone },
    overdue: isOverdue(row, view.today),
    questions: questions.map((question) => questionView(question, listed, view)),
  };
}

export function questionRowView({ appeal, ...question }: ListedQuestionRow, view: Viewing): QuestionRow {
  return questionView(question, appeal, view);
}

function questionView(question: ListedQuestion, appeal: ListedAppeal, view: Viewing): QuestionRow {
  const { directory, district, today } = view;
  const { topic, department, executor, response, ...listed } = question;
  return {
    ...listed,
    appeal,
    topic: topic === undefined ? null : topicOf(district, topic),
    department: department === undefined ? null : departmentOf(district, department),
    executor: officialOf(directory, district, executor) ?? null,
    overdue: isOverdue(question, today),
    response: response ?? null,
  };
}
