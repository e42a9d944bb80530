import {
  conditionsByRow,
  conditionsOf,
  type FilterCondition,
  type RegisterFilter,
} from '../../../register/application/list/register-filter.js';
import type { Query } from './district-requests.js';

/** The filter's conditions over fields of the index. The twin of `meetsAppeal` and of the database's `filterConditions`. */
export function filterQueries(filter: RegisterFilter): readonly Query[] {
  if (conditionsOf(filter).every(({ test }) => test !== 'BEFORE_NOW')) return conditionQueries(filter);
  // A nested question does not know its district, which has its own clock: the conditions stand once for each time.
  const districts = Map.groupBy(Object.entries(filter.now ?? {}), ([, now]) => now);
  const ofNow = [...districts].map(([now, of]): Query => ({
    bool: {
      filter: [{ terms: { district: of.map(([district]) => Number(district)) } }, ...conditionQueries(filter, now)],
    },
  }));
  return [{ bool: { should: ofNow, minimum_should_match: 1 } }];
}

function conditionQueries(filter: RegisterFilter, now?: string): readonly Query[] {
  const { ofAppeal, ofQuestion } = conditionsByRow(filter);
  const on = (path: string) => (condition: FilterCondition) => conditionQuery(path, condition, now);
  const oneQuestion: Query = {
    nested: { path: 'questions', query: { bool: { filter: ofQuestion.map(on('questions')) } } },
  };
  return [...ofAppeal.map(on('appeal')), ...(ofQuestion.length > 0 ? [oneQuestion] : [])];
}

function conditionQuery(path: string, { column, test, value }: FilterCondition, now: string | undefined): Query {
  const field = `${path}.${column}`;
  switch (test) {
    case 'ANY':
      return { terms: { [field]: [...(value as readonly string[])] } };
    case 'EQUAL':
      return { term: { [field]: value as string | boolean } };
    case 'FROM':
      return { range: { [field]: { gte: value as string } } };
    case 'TO':
      return { range: { [field]: { lte: value as string } } };
    case 'HOLDS': {
      const any = (value as readonly string[]).map((one): Query => ({
        wildcard: { [field]: { value: `*|${one}|*` } },
      }));
      return { bool: { should: any, minimum_should_match: 1 } };
    }
    case 'BEFORE_NOW': {
      const isLate: Query = { range: { [field]: { lt: now } } };
      return value === true ? isLate : { bool: { must_not: [isLate] } };
    }
  }
}
