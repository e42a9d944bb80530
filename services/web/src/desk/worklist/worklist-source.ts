import type { Change, Page } from '../../frame/live-list.js';
import type { LiveSource } from '../../frame/use-live-list.js';
import type {
  AppealFilter,
  WorklistAppealChangesSubscription,
  WorklistAppealsQuery,
  WorklistAppealsQueryVariables,
  WorklistQuestionChangesSubscription,
  WorklistQuestionsQuery,
  WorklistQuestionsQueryVariables,
} from '../../generated/graphql.js';
import type { ListCode } from '../../frame/worklists.js';
import { appealItem, questionItem, type ListItem } from './list-item.js';
import {
  appealChangesDocument,
  appealsDocument,
  questionChangesDocument,
  questionsDocument,
} from './worklist.queries.js';

interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly liveCursor: string;
}

interface LiveChange<Row> {
  readonly cursor: string;
  readonly id: string;
  readonly kind: Change<Row>['kind'];
  readonly row: Row | null;
}

/** What is urgent on any page is first, each row once. */
function pageOf<Row extends { readonly id: string }>(
  connection: Connection<Row>,
  itemOf: (row: Row) => ListItem,
  urgent: { readonly nodes: readonly Row[] },
): Page<ListItem> {
  const { nodes, pageInfo, total, totalIsExact, liveCursor } = connection;
  const known = new Set(urgent.nodes.map(({ id }) => id));
  const rows = [...urgent.nodes, ...nodes.filter(({ id }) => !known.has(id))];
  return { rows: rows.map(itemOf), ...pageInfo, total, totalIsExact, liveCursor };
}

function changeOf<Row>(change: LiveChange<Row>, itemOf: (row: Row) => ListItem): Change<ListItem> {
  return { ...change, row: change.row && itemOf(change.row) };
}

type Source = LiveSource<ListItem, unknown, unknown, WorklistQuestionsQueryVariables>;

const questions: LiveSource<
  ListItem,
  WorklistQuestionsQuery,
  WorklistQuestionChangesSubscription,
  WorklistQuestionsQueryVariables
> = {
  document: questionsDocument,
  live: questionChangesDocument as never,
  page: (data) => pageOf(data.questions, questionItem, data.urgent),
  change: (data) => changeOf(data.questionChanges, questionItem),
};

const appeals: LiveSource<
  ListItem,
  WorklistAppealsQuery,
  WorklistAppealChangesSubscription,
  WorklistAppealsQueryVariables
> = {
  document: appealsDocument,
  live: appealChangesDocument as never,
  page: (data) => pageOf(data.appeals, appealItem, data.urgent),
  change: (data) => changeOf(data.appealChanges, appealItem),
};

const ofAppeals: ReadonlySet<ListCode> = new Set([
  ...(['TO_MODERATE', 'TO_REGISTER', 'ARRIVALS_ESCALATED', 'REOPENING_REQUESTED', 'SUPPLEMENTED'] as const),
  ...(['STRIKE_PROPOSED', 'STRUCK', 'REGISTERED_APPEALS', 'MESSAGES'] as const),
]);

/** The list's rows are appeals before their questions are opened, questions afterwards. */
export function sourceOf(worklist: ListCode): Source {
  return (ofAppeals.has(worklist) ? appeals : questions) as unknown as Source;
}

/** What is first in a list, whatever its order. */
export function urgentOf(filter: AppealFilter): AppealFilter {
  return { ...filter, urgent: true };
}
