import {
  conditionsByRow,
  type FilterCondition,
  type RegisterFilter,
} from '../../../register/application/list/register-filter.js';
import { holding } from '../../../register/adapters/postgres/register-conditions.js';

/** The filter's conditions on documents of the index, over `facets`. The twin of `meetsAppeal`. */
export function filterConditions(filter: RegisterFilter, values: unknown[]): readonly string[] {
  const { ofAppeal, ofQuestion } = conditionsByRow(filter);
  const held = (value: unknown): string => `$${values.push(value)}`;
  const on = (row: string) => (condition: FilterCondition) => conditionOn(row, condition, filter, held);
  const oneQuestion = `exists (select from jsonb_array_elements(facets -> 'questions') q
    where ${ofQuestion.map(on('q')).join(' and ')})`;
  return [...ofAppeal.map(on(`facets -> 'appeal'`)), ...(ofQuestion.length > 0 ? [oneQuestion] : [])];
}

function conditionOn(
  row: string,
  { column, test, value }: FilterCondition,
  { now = {} }: RegisterFilter,
  held: (value: unknown) => string,
): string {
  const stored = `(${row} ->> '${column}') collate "C"`;
  switch (test) {
    case 'ANY':
      return `${stored} = any(${held(value)}::text[])`;
    case 'EQUAL':
      return `${stored} = ${held(String(value))}::text`;
    case 'FROM':
      return `${stored} >= ${held(value)}::text`;
    case 'TO':
      return `${stored} <= ${held(value)}::text`;
    case 'HOLDS':
      return `${stored} like any(${held(holding(value as readonly string[]))}::text[])`;
    case 'BEFORE_NOW': {
      const isLate = `coalesce(${stored} < (${held(JSON.stringify(now))}::jsonb ->> district::text), false)`;
      return value === true ? isLate : `not ${isLate}`;
    }
  }
}
