import {
  conditionsByRow,
  type FilterCondition,
  type RegisterFilter,
} from '../../application/register/register-filter.js';
import type { Query } from './district-requests.js';

/** The filter's conditions over fields of the index. The twin of `meetsAppeal` and of the database's `filterConditions`. */
export function filterQueries(filter: RegisterFilter): readonly Query[] {
  if (filter.overdue === undefined) return conditionQueries(filter);
  // A nested question does not know its district, which has its own today: the conditions stand once for each today.
  const districts = Map.groupBy(Object.entries(filter.today ?? {}), ([, today]) => today);
  const ofToday = [...districts].map(([today, of]): Query => ({
    bool: {
      filter: [{ terms: { district: of.map(([district]) => Number(district)) } }, ...conditionQueries(filter, today)],
    },
  }));
  return [{ bool: { should: ofToday, minimum_should_match: 1 } }];
}

function conditionQueries(filter: RegisterFilter, today?: string): readonly Query[] {
  const { ofAppeal, ofQuestion } = conditionsByRow(filter);
  const on = (path: string) => (condition: FilterCondition) => conditionQuery(path, condition, today);
  const oneQuestion: Query = {
    nested: { path: 'questions', query: { bool: { filter: ofQuestion.map(on('questions')) } } },
  };
  return [...ofAppeal.map(on('appeal')), ...(ofQuestion.length > 0 ? [oneQuestion] : [])];
}

function conditionQuery(path: string, { column, test, value }: FilterCondition, today: string | undefined): Query {
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
    case 'BEFORE_TODAY': {
      const isLate: Query = { range: { [field]: { lt: today } } };
      return value === true ? isLate : { bool: { must_not: [isLate] } };
    }
  }
}
