import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { AppealFilter, AppealOrder } from '@otklik/contracts/generated/graphql';
import { numberKey } from '../../domain/number-key.js';
import type { AppealFold } from './appeal-fold.js';
import { appealState, awaits } from './appeal-state.js';
import { answerDays, dueDate, nearestDueDate, termKept, termState } from './question-deadline.js';
import type { QuestionPart } from './question-part.js';
import { responseState, responseTo } from './response-state.js';

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
  /** Absent: an index in each order. `ALONE`: its values are nearly unique. `NONE`: few values, read along the order. */
  readonly index?: 'ALONE' | 'NONE';
  /** Under this name the search index counts its values. */
  readonly facet?: FacetName;
}

export const facetNames = ['topics', 'departments', 'settlements', 'channels', 'states', 'terms', 'months'] as const;
export type FacetName = (typeof facetNames)[number];
/** What a search counts: the facets, and how many it found in each district. */
export const countedNames = [...facetNames, 'districts'] as const;
export type CountedName = (typeof countedNames)[number];

export function byCountedName<Value>(of: (name: CountedName) => Value): Readonly<Record<CountedName, Value>> {
  return Object.fromEntries(countedNames.map((name) => [name, of(name)])) as Record<CountedName, Value>;
}

export interface AppealSource {
  readonly received: AppealReceivedData;
  readonly fold: AppealFold;
  readonly questions: readonly QuestionPart[];
}

export interface QuestionSource {
  readonly id: string;
  readonly part: QuestionPart;
  readonly fold: AppealFold;
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
  /** Whose act it waits for before there are questions. */
  awaits: text(({ received, fold }: AppealSource) => awaits(received, fold.appeal)),
  receivedAt: text(({ received }: AppealSource) => received.receivedAt),
  receivedOn: date(({ received }: AppealSource) => received.receivedOn),
  receivedMonth: text(({ received }: AppealSource) => received.receivedOn.slice(0, 7), { facet: 'months' }),
  /** The nearest deadline of the open questions. */
  dueOn: date(({ questions }: AppealSource) => nearestDueDate(questions)),
  rating: { type: 'int', from: ({ fold }: AppealSource) => fold.appeal.rating?.score },
  settlement: text(({ received }: AppealSource) => received.settlement, { facet: 'settlements' }),
} as const satisfies Record<string, Column<AppealSource>>;

/** A question's row has these and the columns of its appeal that lists filter or order by; `dueOn` is its own. */
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
  /** Of an open question. */
  dueOn: date(({ part }: QuestionSource) => dueDate(part)),
  /** Whether an answered question was answered in time. */
  termKept: { type: 'boolean', from: ({ part }: QuestionSource) => termKept(part) },
  /** Calendar days from the registration to the dispatch of the answer. */
  answerDays: {
    type: 'int',
    from: ({ part, fold }: QuestionSource) => answerDays(part, fold.appeal.registered?.registeredOn),
  },
  term: text(({ part }: QuestionSource) => termState(part), { index: 'NONE', facet: 'terms' }),
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
export type QuestionValues = Values<typeof questionColumns>;

/** What a field of the filter demands of a column. `BEFORE_TODAY` takes a boolean; today is the district's. */
export interface FilterRule {
  readonly column: RegisterColumn;
  readonly test: 'ANY' | 'EQUAL' | 'FROM' | 'TO' | 'BEFORE_TODAY';
}

/** Fields that mean others, by the viewer and the day: `given-filter.ts` puts those in their place. */
type DerivedField = 'worklist' | 'number' | 'words' | 'mine' | 'unassigned';

export type FilterField = Exclude<keyof AppealFilter, DerivedField> | 'awaits' | 'registrationKeys' | 'receiptKeys';

/** The most selective first: a list is read along the index of the first that is given. */
export const filterRules: { readonly [Field in FilterField]-?: FilterRule } = {
  registrationKeys: { column: 'registrationKey', test: 'ANY' },
  receiptKeys: { column: 'receiptKey', test: 'ANY' },
  executor: { column: 'executor', test: 'EQUAL' },
  awaits: { column: 'awaits', test: 'ANY' },
  topics: { column: 'topic', test: 'ANY' },
  departments: { column: 'department', test: 'ANY' },
  responseStates: { column: 'responseState', test: 'ANY' },
  questionStates: { column: 'questionState', test: 'ANY' },
  states: { column: 'state', test: 'ANY' },
  settlements: { column: 'settlement', test: 'ANY' },
  ratings: { column: 'rating', test: 'ANY' },
  regimes: { column: 'regime', test: 'ANY' },
  outcomes: { column: 'outcome', test: 'ANY' },
  channels: { column: 'channel', test: 'ANY' },
  termKept: { column: 'termKept', test: 'EQUAL' },
  terms: { column: 'term', test: 'ANY' },
  dueFrom: { column: 'dueOn', test: 'FROM' },
  dueBy: { column: 'dueOn', test: 'TO' },
  overdue: { column: 'dueOn', test: 'BEFORE_TODAY' },
  receivedFrom: { column: 'receivedOn', test: 'FROM' },
  receivedTo: { column: 'receivedOn', test: 'TO' },
  registeredFrom: { column: 'registeredOn', test: 'FROM' },
  registeredTo: { column: 'registeredOn', test: 'TO' },
};

export interface OrderRule {
  readonly column: RegisterColumn;
  readonly direction: 'asc' | 'desc';
  /** Stands for a missing value. */
  readonly absent?: string;
}

export const orderRules: { readonly [Order in AppealOrder]: OrderRule } = {
  DEADLINE: { column: 'dueOn', direction: 'asc', absent: '9999-12-31' },
  DEADLINE_REVERSED: { column: 'dueOn', direction: 'desc', absent: '9999-12-31' },
  NEWEST: { column: 'receivedAt', direction: 'desc' },
  OLDEST: { column: 'receivedAt', direction: 'asc' },
  REGISTERED_NEWEST: { column: 'registration', direction: 'desc', absent: '' },
  REGISTERED_OLDEST: { column: 'registration', direction: 'asc', absent: '' },
};

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

/** The appeal's columns that stand in its questions' rows, too. */
export const sharedColumns: readonly AppealColumn[] = (Object.keys(appealColumns) as AppealColumn[]).filter(
  (column) => !isQuestionColumn(column) && (filteredColumns.has(column) || orderedColumns.has(column)),
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
  return valuesOf(questionColumns, source) as QuestionValues;
}

/** Numbers of a series end with their place in it. */
function registrationOrder(registered: AppealFold['appeal']['registered']): string | undefined {
  if (!registered) return undefined;
  const [serial = ''] = /\d*$/.exec(registered.number) ?? [];
  return `${registered.registeredOn}/${serial.padStart(9, '0')}`;
}
