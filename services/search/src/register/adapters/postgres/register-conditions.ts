import { addDays, type LocalDate } from '@otklik/kernel';
import { orderRules } from '../../application/list/order-rules.js';
import { columnType, indexOf, isQuestionColumn } from '../../application/list/column-values.js';
import type { RegisterColumn } from '../../application/list/register-columns.js';
import {
  conditionsOf,
  type FilterCondition,
  type FilterValue,
  type RegisterFilter,
} from '../../application/list/register-filter.js';
import { orderKey, sqlName } from './register-tables.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Totals are exact up to this number. */
export const MAX_EXACT_TOTAL = 10_000;

/** Values of a statement in the order of their placeholders. */
export class StatementValues {
  readonly list: unknown[] = [];

  hold(value: unknown): string {
    return `$${this.list.push(value)}`;
  }
}

/** A condition that compares a column with some values, and so can be met value by value. */
export interface Choice {
  readonly column: RegisterColumn;
  readonly values: readonly FilterValue[];
}

export interface Conditions {
  readonly choices: readonly Choice[];
  /** Bounds, as SQL. */
  readonly bounds: readonly string[];
}

const dueKey = orderKey(orderRules.DEADLINE);
const registrationKey = orderKey(orderRules.REGISTERED_NEWEST);

/** Local days and UTC instants of one moment are less than a day apart. */
export const ZONE_DAYS = 1;

/** The filter's conditions on rows of one district. The twin of `meetsAppeal` and `meetsQuestion`. */
export function filterConditions(
  district: number,
  filter: RegisterFilter,
  values: StatementValues,
  idOfAppeal: 'id' | 'appeal' = 'appeal',
): Conditions {
  const conditions = conditionsOf(filter);
  const now = filter.now?.[district];
  const choices = onePerColumn(conditions.flatMap(choiceOf));
  const isOfAppeal = ({ column }: Choice): boolean => idOfAppeal === 'appeal' && isFoundByAppeal(column);
  return {
    choices: choices.filter((choice) => !isOfAppeal(choice)),
    bounds: [
      ...choices.filter(isOfAppeal).map((choice) => ofAppeals(district, choice, values)),
      ...conditions.flatMap((condition) => boundsOf(condition, now, values)),
      ...(filter.appeals === undefined ? [] : [`${idOfAppeal} = any(${values.hold(filter.appeals)}::uuid[])`]),
    ],
  };
}

/** Nearly unique values of an appeal do not stand in its questions' rows. */
function isFoundByAppeal(column: RegisterColumn): boolean {
  return !isQuestionColumn(column) && indexOf(column) === 'ALONE';
}

function ofAppeals(district: number, choice: Choice, values: StatementValues): string {
  return `appeal = any(array(select id from search.register where district = ${Number(district)} and ${anyOf(choice, values)}))`;
}

function choiceOf({ test, column, value }: FilterCondition): readonly Choice[] {
  if (test === 'ANY') return [{ column, values: [...new Set(value as readonly FilterValue[])] }];
  return test === 'EQUAL' ? [{ column, values: [value as FilterValue] }] : [];
}

/** Two conditions on a column leave the values that both name. */
function onePerColumn(choices: readonly Choice[]): readonly Choice[] {
  return [...Map.groupBy(choices, ({ column }) => column)].map(([column, [first, ...others]]) => ({
    column,
    values: first!.values.filter((value) => others.every(({ values }) => values.includes(value))),
  }));
}

function boundsOf(
  { test, column, value }: FilterCondition,
  now: string | undefined,
  values: StatementValues,
): readonly string[] {
  switch (test) {
    case 'ANY':
    case 'EQUAL':
      return [];
    case 'FROM':
      return [`${sqlName(column)} >= ${values.hold(value)}`, ...alongOrderFrom(column, value as LocalDate, values)];
    case 'TO':
      return [`${sqlName(column)} <= ${values.hold(value)}`, ...alongOrderTo(column, value as LocalDate, values)];
    case 'HOLDS':
      return [`${sqlName(column)} like any(${values.hold(holding(value as readonly string[]))}::text[])`];
    case 'BEFORE_NOW':
      return now === undefined ? [] : [`${dueKey} ${value === true ? '<' : '>='} ${values.hold(now)}`];
  }
}

/** Ids and codes: nothing in them means anything to `like`. */
export function holding(wanted: readonly string[]): readonly string[] {
  return wanted.map((one) => `%|${one}|%`);
}

/** What has an index of its own, and says nothing of the reception. */
const readAlone: ReadonlySet<RegisterColumn> = new Set([
  ...(['informationDue', 'answeredOn', 'endedOn', 'promiseKeptOn', 'classifier'] as const),
]);

/** No row of days off, between the day to have it done by and the legal end, is as long. */
const MAX_DAYS_OFF = 31;

function isOfTerm(column: RegisterColumn): boolean {
  return column === 'dueOn' || column === 'due' || column === 'workBy';
}

/** The same bound on what lists are ordered by, so that an index along the order is read within it only. */
function alongOrderFrom(column: RegisterColumn, from: LocalDate, values: StatementValues): readonly string[] {
  if (isOfTerm(column)) return [`${dueKey} >= ${values.hold(from)}`];
  if (column === 'registeredOn') return [`${registrationKey} >= ${values.hold(from)}`];
  if (readAlone.has(column)) return [];
  return [`received_at >= ${values.hold(addDays(from, -ZONE_DAYS))}`];
}

function alongOrderTo(column: RegisterColumn, to: LocalDate, values: StatementValues): readonly string[] {
  if (column === 'workBy') return [`${dueKey} < ${values.hold(addDays(to, MAX_DAYS_OFF))}`];
  // The end of the term is followed by `/` and the place among those of the same.
  if (isOfTerm(column)) return [`${dueKey} < ${values.hold(`${column === 'due' ? to : `${to}T24:00`}0`)}`];
  if (column === 'registeredOn') return [`${registrationKey} < ${values.hold(addDays(to, 1))}`];
  if (readAlone.has(column)) return [];
  return [`received_at < ${values.hold(addDays(to, ZONE_DAYS + 1))}`];
}

const arrayTypes = { text: 'text', date: 'text', int: 'int', boolean: 'boolean' } as const;

/** Any of the values; the same condition that `meets` asks one by one. */
export function anyOf({ column, values: wanted }: Choice, values: StatementValues): string {
  return wanted.length === 1
    ? `${sqlName(column)} = ${values.hold(wanted[0])}`
    : `${sqlName(column)} = any(${values.hold(wanted)}::${arrayTypes[columnType(column)]}[])`;
}
