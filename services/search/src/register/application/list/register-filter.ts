import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import {
  appealColumns,
  filterRules,
  type BoundField,
  type FilterField,
  type FilterRule,
  type RegisterColumn,
} from './register-columns.js';
import { isQuestionColumn } from './column-values.js';
import type { QuestionFacets, RegisterFacets } from './register-facets.js';

/**
 * Within a field any of the values, between fields all of them; conditions on questions are met by one and the same
 * question.
 */
export type RegisterFilter = FilterFields & {
  /** Further conditions on the same row, also on fields that are given already. */
  readonly and?: readonly FilterFields[];
  /**
   * Only of these appeals, by id: the result of a full-text search. Lists and counts take it; single rows are
   * identified by their id.
   */
  readonly appeals?: readonly string[];
  /** The clock of each district, by id, as `localMoment`; needed for `overdue`. */
  readonly now?: Readonly<Record<number, string>>;
};

export type FilterFields = {
  readonly [Field in FilterField]?: Field extends keyof AppealFilter
    ? Wanted<NonNullable<AppealFilter[Field]>>
    : Field extends BoundField
      ? string
      : readonly string[];
};

/** Values of enumerations as text: a filter may ask for one that this program does not know yet. */
type Wanted<Value> = Value extends readonly string[] ? readonly string[] : Value;

export type FilterValue = string | number | boolean;

export interface FilterCondition extends FilterRule {
  readonly value: FilterValue | readonly FilterValue[];
}

/** What the filter demands, the most selective first. */
export function conditionsOf(filter: RegisterFilter): readonly FilterCondition[] {
  return (Object.keys(filterRules) as FilterField[]).flatMap((field) =>
    [filter, ...(filter.and ?? [])].flatMap(({ [field]: value }) =>
      value === undefined ? [] : [{ ...filterRules[field], value }],
    ),
  );
}

/** Whether the filter compares each column with one value, and none with a range. */
export function isOfSingleValues(filter: RegisterFilter): boolean {
  return conditionsOf(filter).every(
    ({ test, value }) => test === 'EQUAL' || (test === 'ANY' && (value as readonly FilterValue[]).length === 1),
  );
}

/** Whether the filter looks at anything that only a question has. */
export function asksQuestions(filter: RegisterFilter): boolean {
  return conditionsOf(filter).some(({ column }) => !(column in appealColumns));
}

/** `due` as `dueUntil`, `now` as `localMoment`. */
export function isOverdue({ due }: { readonly due?: string }, now: string | undefined): boolean {
  return due !== undefined && now !== undefined && due < now;
}

/** Whose value a condition looks at: the question's, where the filter looks at questions and it has that column. */
export function conditionsByRow(filter: RegisterFilter): {
  readonly ofAppeal: readonly FilterCondition[];
  readonly ofQuestion: readonly FilterCondition[];
} {
  const conditions = conditionsOf(filter);
  if (!asksQuestions(filter)) return { ofAppeal: conditions, ofQuestion: [] };
  return {
    ofAppeal: conditions.filter(({ column }) => !isQuestionColumn(column)),
    ofQuestion: conditions.filter(({ column }) => isQuestionColumn(column)),
  };
}

/** Whether a list of appeals with this filter holds the appeal: the twin of the database's conditions. */
export function meetsAppeal(facets: RegisterFacets, filter: RegisterFilter): boolean {
  if (asksQuestions(filter)) return facets.questions.some((question) => meetsQuestion(facets, question, filter));
  return meets(facets.appeal, facets.district, filter);
}

export function meetsQuestion(facets: RegisterFacets, question: QuestionFacets, filter: RegisterFilter): boolean {
  const { dueOn: _dueOn, due: _due, ...appeal } = facets.appeal;
  return meets({ ...appeal, ...question }, facets.district, filter);
}

type Row = { readonly [Column in RegisterColumn]?: unknown };

function meets(row: Row, district: number, filter: RegisterFilter): boolean {
  const now = filter.now?.[district];
  return conditionsOf(filter).every((condition) => holds(row[condition.column], condition, now));
}

function holds(held: unknown, { test, value }: FilterCondition, now: string | undefined): boolean {
  return tests[test](held, value, now);
}

const tests: Readonly<
  Record<FilterRule['test'], (held: unknown, value: FilterCondition['value'], now: string | undefined) => boolean>
> = {
  ANY: (held, value) => (value as readonly unknown[]).includes(held),
  EQUAL: (held, value) => held === value,
  FROM: (held, value) => held !== undefined && (held as string) >= (value as string),
  TO: (held, value) => held !== undefined && (held as string) <= (value as string),
  HOLDS: (held, value) => (value as readonly string[]).some((one) => ((held ?? '') as string).includes(`|${one}|`)),
  BEFORE_NOW: (held, value, now) => (held !== undefined && now !== undefined && (held as string) < now) === value,
};
