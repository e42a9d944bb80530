import { addDays, type LocalDate } from '@otklik/kernel';
import { orderRules, type RegisterColumn } from '../../application/register/register-columns.js';
import { conditionsOf, type FilterCondition, type RegisterFilter } from '../../application/register/register-filter.js';
import { orderKey, sqlName } from './register-tables.js';

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
  readonly values: readonly (string | boolean)[];
}

export interface Conditions {
  readonly choices: readonly Choice[];
  /** Bounds, as SQL. */
  readonly bounds: readonly string[];
}

const dueKey = orderKey(orderRules.DEADLINE);

/** Local days and UTC instants of one moment are less than a day apart. */
const ZONE_DAYS = 1;

/** The filter's conditions on rows of one district. The twin of `meetsAppeal` and `meetsQuestion`. */
export function filterConditions(district: number, filter: RegisterFilter, values: StatementValues): Conditions {
  const conditions = conditionsOf(filter);
  const today = filter.today?.[district];
  return {
    choices: conditions.flatMap(choiceOf),
    bounds: conditions.flatMap((condition) => boundsOf(condition, today, values)),
  };
}

function choiceOf({ test, column, value }: FilterCondition): readonly Choice[] {
  if (test === 'ANY') return [{ column, values: [...new Set(value as readonly string[])] }];
  return test === 'EQUAL' ? [{ column, values: [value as string | boolean] }] : [];
}

function boundsOf(
  { test, column, value }: FilterCondition,
  today: LocalDate | undefined,
  values: StatementValues,
): readonly string[] {
  const key = column === 'dueOn' ? dueKey : sqlName(column);
  switch (test) {
    case 'ANY':
    case 'EQUAL':
      return [];
    case 'FROM':
      return [
        `${key} >= ${values.hold(value)}`,
        `received_at >= ${values.hold(addDays(value as LocalDate, -ZONE_DAYS))}`,
      ];
    case 'TO':
      return column === 'dueOn'
        ? [`${key} <= ${values.hold(value)}`]
        : [
            `${key} <= ${values.hold(value)}`,
            `received_at < ${values.hold(addDays(value as LocalDate, ZONE_DAYS + 1))}`,
          ];
    case 'BEFORE_TODAY':
      return today === undefined ? [] : [`${key} ${value === true ? '<' : '>='} ${values.hold(today)}`];
  }
}

/** Any of the values; the same condition that `meets` asks one by one. */
export function anyOf({ column, values: wanted }: Choice, values: StatementValues): string {
  return wanted.length === 1
    ? `${sqlName(column)} = ${values.hold(wanted[0])}`
    : `${sqlName(column)} = any(${values.hold(wanted)}::${typeof wanted[0] === 'boolean' ? 'boolean' : 'text'}[])`;
}
