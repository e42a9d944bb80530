import { orderRules } from './order-rules.js';
import type { FacetName } from './counted-names.js';
import {
  appealColumns,
  filterRules,
  questionColumns,
  type AppealColumn,
  type AppealSource,
  type Column,
  type QuestionColumn,
  type QuestionSource,
  type RegisterColumn,
} from './register-columns.js';

/** What follows from the columns: the values of a row, and which of them are looked for, ordered by, counted. */

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
