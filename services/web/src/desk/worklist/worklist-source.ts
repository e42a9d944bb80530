import type { Change, Page } from '../../frame/live-list.js';
import type { LiveSource } from '../../frame/use-live-list.js';
import type {
  WorklistAppealChangesSubscription,
  WorklistAppealsQuery,
  WorklistAppealsQueryVariables,
  WorklistQuestionChangesSubscription,
  WorklistQuestionsQuery,
  WorklistQuestionsQueryVariables,
} from '../../generated/graphql.js';
import type { WorklistCode } from '../../frame/worklists.js';
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

function pageOf<Row>(connection: Connection<Row>, itemOf: (row: Row) => ListItem): Page<ListItem> {
  const { nodes, pageInfo, total, totalIsExact, liveCursor } = connection;
  return { rows: nodes.map(itemOf), ...pageInfo, total, totalIsExact, liveCursor };
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
  page: (data) => pageOf(data.questions, questionItem),
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
  page: (data) => pageOf(data.appeals, appealItem),
  change: (data) => changeOf(data.appealChanges, appealItem),
};

const ofAppeals: ReadonlySet<WorklistCode> = new Set(['TO_MODERATE', 'TO_REGISTER', 'REOPENING_REQUESTED']);

/** The list's rows are appeals before their questions are opened, questions afterwards. */
export function sourceOf(worklist: WorklistCode): Source {
  return (ofAppeals.has(worklist) ? appeals : questions) as unknown as Source;
}
