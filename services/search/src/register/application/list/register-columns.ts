import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { isConsidered } from '@otklik/case/question-status';
import type { Case } from '@otklik/case/case';
import { appealState, awaits, urgency } from '@otklik/case/appeal-status';
import { extensionState, informationDue } from '@otklik/case/question-course';
import { barred, coExecutorsText } from './co-executors.js';
import { promiseState } from '@otklik/case/question-control';
import { standingAtBodies } from '@otklik/case/question-bodies';
import type { QuestionPart } from '@otklik/case/question';
import { responseState, responseTo } from '@otklik/case/response-status';
import { numberKey } from '../../../fulltext/domain/number-key.js';
import { dueOf, marked, registrationOrder, warningsOfAppeal } from '../fold/appeal-terms.js';
import {
  answerDays,
  answeredSameDay,
  dueUntil,
  nextDeadline,
  openDeadline,
  openWarning,
  questionDue,
  termState,
  type Due,
} from '../fold/question-deadline.js';
import { lateRules, termKept } from '../fold/term-standing.js';
import { ownDays } from '../fold/internal-clock.js';
import { filterRules } from './filter-rules.js';
import { orderRules } from './order-rules.js';
import { questionResult } from '@otklik/case/question-result';

/*
 * The columns of the register, declared once: tables and their indexes, conditions of filters, order, facets, the search
 * index's fields, live lists and `verify` follow from here.
 */

type ColumnValue = string | number | boolean | undefined;

interface Column<Source, Value extends ColumnValue = ColumnValue> {
  readonly type: 'text' | 'date' | 'int' | 'boolean';
  readonly from: (source: Source) => Value;
  /** A filter by this column is common beside one by the other: they share an index. */
  readonly indexedWith?: 'questionState';
  /**
   * Absent: an index in each order. `TRUE`: the same, of the rows where it is true; nearly all others are read along the order.
   * `ALONE`: its values are nearly unique. `NONE`: few values, read along the order.
   */
  readonly index?: 'ALONE' | 'NONE' | 'TRUE';
  /** How many have which value is counted as it changes. */
  readonly isCounted?: true;
  /** Under this name the search index counts its values. */
  readonly facet?: FacetName;
}

export const facetNames = [
  ...(['topics', 'departments', 'classifiers', 'settlements', 'channels', 'states'] as const),
  ...(['results', 'terms', 'months'] as const),
] as const;
export type FacetName = (typeof facetNames)[number];
/** What a search counts: the facets, and how many it found in each district. */
export const countedNames = [...facetNames, 'districts'] as const;
export type CountedName = (typeof countedNames)[number];

export function byCountedName<Value>(of: (name: CountedName) => Value): Readonly<Record<CountedName, Value>> {
  return Object.fromEntries(countedNames.map((name) => [name, of(name)])) as Record<CountedName, Value>;
}

export interface AppealSource {
  readonly received: AppealReceivedData;
  readonly fold: Case;
  readonly questions: readonly QuestionPart[];
}

export interface QuestionSource {
  readonly id: string;
  readonly part: QuestionPart;
  readonly fold: Case;
}

/** Dates and instants are ISO text: they sort as they read, and no driver converts them. */
const text = <Source, Value extends string | undefined>(
  from: (source: Source) => Value,
  more: Partial<Pick<Column<Source>, 'facet' | 'indexedWith' | 'index'>> = {},
) => ({ type: 'text', from, ...more }) as const;

const date = <Source, Value extends string | undefined>(from: (source: Source) => Value) =>
  ({ type: 'date', from }) as const;

export const appealColumns = {
  receipt: text(({ received }: AppealSource) => received.receipt),
  number: text(({ fold }: AppealSource) => fold.appeal.registered?.number),
  registeredOn: date(({ fold }: AppealSource) => fold.appeal.registered?.registeredOn),
  /** Sorts by the day of registration and then by the place in the series. */
  registration: text(({ fold }: AppealSource) => registrationOrder(fold.appeal.registered)),
  registrationKey: text(({ fold }: AppealSource) => numberKey(fold.appeal.registered?.number ?? ''), {
    index: 'ALONE',
  }),
  receiptKey: text(({ received }: AppealSource) => numberKey(received.receipt), { index: 'ALONE' }),
  regime: text(({ received, fold }: AppealSource) => fold.appeal.regime ?? received.regime),
  channel: text(({ received }: AppealSource) => received.channel, { index: 'NONE', facet: 'channels' }),
  state: text(({ fold, questions }: AppealSource) => appealState(fold.appeal, questions), { facet: 'states' }),
  /** Whose act it waits for, beside its questions. */
  awaits: text(({ received, fold }: AppealSource) => awaits(received, fold)),
  receivedAt: text(({ received }: AppealSource) => received.receivedAt),
  receivedOn: date(({ received }: AppealSource) => received.receivedOn),
  receivedMonth: text(({ received }: AppealSource) => received.receivedOn.slice(0, 7), { facet: 'months' }),
  /** The nearest deadline of the open questions; before there are any, that of the registration or moderation. */
  dueOn: date((source: AppealSource) => dueOf(source)?.dueOn),
  /** The same to the minute: `dueUntil`. */
  due: text((source: AppealSource) => dueUntil(dueOf(source))),
  /** The controller and the head are alerted to a running term; absent where they are not. */
  escalated: {
    type: 'boolean',
    from: (source: AppealSource) => marked(warningsOfAppeal(source).some(({ escalated }) => escalated)),
  },
  /** A reminder of a term that runs was given; absent where none was. */
  reminded: {
    type: 'boolean',
    from: (source: AppealSource) => marked(warningsOfAppeal(source).length > 0),
    index: 'NONE',
  },
  /** The place of a message: its network, and its post or dialogue. */
  network: text(({ received }: AppealSource) => received.source?.network, { index: 'NONE' }),
  thread: text(({ received }: AppealSource) => received.source?.thread, { index: 'ALONE' }),
  /** The case to which it was joined, whose answer it gets. */
  joinedTo: text(({ fold }: AppealSource) => fold.appeal.duplicateOf, { index: 'NONE' }),
  /** Of danger to life, declared or by the district's words; absent where it is not. */
  urgent: {
    type: 'boolean',
    from: ({ received, fold }: AppealSource) => marked(urgency(received, fold) !== undefined),
  },
  rating: { type: 'int', from: ({ fold }: AppealSource) => fold.appeal.rating?.score },
  settlement: text(({ received }: AppealSource) => received.settlement, { facet: 'settlements' }),
  /** Signed by several. */
  collective: {
    type: 'boolean',
    from: ({ received }: AppealSource): boolean => received.signatories !== undefined,
    index: 'TRUE',
  },
} as const satisfies Record<string, Column<AppealSource>>;

function dueOfQuestion(part: QuestionPart, { appeal }: Case): Due | undefined {
  return appeal.erased ? openDeadline(part) : questionDue(part);
}

/** A question's row has these and the columns of its appeal that lists filter or order by; its terms are its own. */
export const questionColumns = {
  ordinal: { type: 'int', from: ({ part }: QuestionSource) => part.ordinal },
  questionState: text(({ part }: QuestionSource) => part.state),
  topic: text(({ part }: QuestionSource) => part.topic, { facet: 'topics', indexedWith: 'questionState' }),
  department: text(({ part }: QuestionSource) => part.department, {
    facet: 'departments',
    indexedWith: 'questionState',
  }),
  executor: text(({ part }: QuestionSource) => part.executor, { indexedWith: 'questionState' }),
  responseState: text(({ fold, id }: QuestionSource) => {
    const found = responseTo(fold, id);
    return found && responseState(fold, found.part);
  }),
  outcome: text(
    ({ fold, id }: QuestionSource) => {
      const part = responseTo(fold, id)?.part;
      return (part?.answer ?? part?.draft)?.outcome;
    },
    { index: 'NONE' },
  ),
  /** Of an open question, and of one whose answer promised measures. */
  dueOn: date(({ part, fold }: QuestionSource) => dueOfQuestion(part, fold)?.dueOn),
  due: text(({ part, fold }: QuestionSource) => dueUntil(dueOfQuestion(part, fold))),
  workBy: date(({ part }: QuestionSource) => nextDeadline(part)?.workBy),
  /** Whose term `dueOn` is. */
  dueRule: text(({ part }: QuestionSource) => nextDeadline(part)?.rule, { index: 'NONE' }),
  /** Each between bars. */
  lateRules: text(({ part }: QuestionSource) => barred(lateRules(part)), { index: 'ALONE' }),
  escalated: { type: 'boolean', from: ({ part }: QuestionSource) => marked(openWarning(part)?.escalated) },
  reminded: { type: 'boolean', from: ({ part }: QuestionSource) => marked(openWarning(part) && true), index: 'NONE' },
  /** Whether an answered question was answered in time. */
  termKept: { type: 'boolean', from: ({ part }: QuestionSource) => termKept(part), isCounted: true },
  /** Calendar days from the registration to the dispatch of the answer. */
  answerDays: {
    type: 'int',
    from: ({ part, fold }: QuestionSource) => answerDays(part, fold.appeal.registered?.registeredOn),
  },
  /** The same without the days on which information of other bodies was awaited. */
  ownDays: {
    type: 'int',
    from: ({ part, fold }: QuestionSource) => ownDays(part, fold.appeal.registered?.registeredOn),
    index: 'NONE',
  },
  /** The district's day of the answer's dispatch. */
  answeredOn: { type: 'date', from: ({ part }: QuestionSource) => part.answeredOn, index: 'ALONE' },
  /** Whether it was answered on the day on which the appeal came. */
  sameDay: {
    type: 'boolean',
    from: ({ part, fold }: QuestionSource) => answeredSameDay(part, fold.appeal.received?.receivedOn),
    isCounted: true,
  },
  atBodies: text(({ part }: QuestionSource) => standingAtBodies(part)),
  term: text(({ part }: QuestionSource) => termState(part), { index: 'NONE', facet: 'terms' }),
  extension: text(({ part }: QuestionSource) => extensionState(part), { index: 'ALONE' }),
  /** Of a question that is considered: when the first of the bodies that were asked should have answered. */
  informationDue: {
    type: 'date',
    from: ({ part }: QuestionSource) => (isConsidered(part.state) ? informationDue(part) : undefined),
    index: 'ALONE',
  },
  result: text(({ id, part, fold }: QuestionSource) => questionResult(id, part, fold), {
    index: 'NONE',
    facet: 'results',
  }),
  /** The code of the common classifier. */
  classifier: text(({ part }: QuestionSource) => part.classifier, { index: 'ALONE', facet: 'classifiers' }),
  /** Of promised measures; those of an erased person are not awaited. */
  promise: text(({ part, fold }: QuestionSource) =>
    part.promise && !fold.appeal.erased ? promiseState(part.promise) : undefined,
  ),
  promiseKeptOn: { type: 'date', from: ({ part }: QuestionSource) => part.promise?.keptOn, index: 'ALONE' },
  coExecutors: text(({ part }: QuestionSource) => coExecutorsText(part), { index: 'ALONE' }),
} as const satisfies Record<string, Column<QuestionSource>>;

export type AppealColumn = keyof typeof appealColumns;
export type QuestionColumn = keyof typeof questionColumns;
export type RegisterColumn = AppealColumn | QuestionColumn;

type ValueOf<Definition> = Definition extends { readonly from: (source: never) => infer Value } ? Value : never;
type Optional<Columns> = {
  [Name in keyof Columns]: undefined extends ValueOf<Columns[Name]> ? Name : never;
}[keyof Columns];
type Values<Columns> = {
  readonly [Name in Exclude<keyof Columns, Optional<Columns>>]: ValueOf<Columns[Name]>;
} & { readonly [Name in Optional<Columns>]?: Exclude<ValueOf<Columns[Name]>, undefined> };

export type AppealValues = Values<typeof appealColumns>;
/** A question as lists, filters and the index need it. */
export type QuestionValues = { readonly id: string } & Values<typeof questionColumns>;

/** A month of reception is no field of the filter of its own: a range of days is also looked for by its months. */
export const filteredColumns: ReadonlySet<RegisterColumn> = new Set([
  ...Object.values(filterRules).map(({ column }) => column),
  'receivedMonth',
]);
const orderedColumns: ReadonlySet<RegisterColumn> = new Set(Object.values(orderRules).map(({ column }) => column));

export function isQuestionColumn(column: RegisterColumn): column is QuestionColumn {
  return column in questionColumns;
}

export function indexedWith(column: RegisterColumn): QuestionColumn | undefined {
  const definition: Column<never> | undefined = isQuestionColumn(column) ? questionColumns[column] : undefined;
  return definition?.indexedWith;
}

export function indexOf(column: RegisterColumn): Column<never>['index'] {
  const definition: Column<never> = isQuestionColumn(column) ? questionColumns[column] : appealColumns[column];
  return definition.index;
}

export function columnType(column: RegisterColumn): Column<never>['type'] {
  return (isQuestionColumn(column) ? questionColumns[column] : appealColumns[column]).type;
}

const facetColumns = (columns: Readonly<Record<string, Column<never>>>) =>
  Object.entries(columns).flatMap(([column, { facet }]) => (facet ? [[column, facet] as const] : []));

/** The columns that are counted, each with its facet's name. */
export const appealFacets = facetColumns(appealColumns) as readonly (readonly [AppealColumn, FacetName])[];
export const questionFacets = facetColumns(questionColumns) as readonly (readonly [QuestionColumn, FacetName])[];

/** The appeal's columns that stand in its questions' rows, too. By what is nearly unique the appeal is found first. */
export const sharedColumns: readonly AppealColumn[] = (Object.keys(appealColumns) as AppealColumn[]).filter(
  (column) =>
    !isQuestionColumn(column) &&
    (orderedColumns.has(column) || (filteredColumns.has(column) && indexOf(column) !== 'ALONE')),
);

/** Without what is undefined. */
function valuesOf<Source>(columns: Readonly<Record<string, Column<Source>>>, source: Source): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, { from }] of Object.entries(columns)) {
    const value = from(source);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

export function appealValues(source: AppealSource): AppealValues {
  return valuesOf(appealColumns, source) as AppealValues;
}

export function questionValues(source: QuestionSource): QuestionValues {
  return { id: source.id, ...(valuesOf(questionColumns, source) as Values<typeof questionColumns>) };
}
