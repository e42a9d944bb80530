import type { RegisterFilter } from '../../application/register/register-filter.js';
import type { Query } from './district-requests.js';

/** The filter's own conditions, over fields of the index. The twin of `meets` and of the database's `filterConditions`. */
export function filterQueries(filter: RegisterFilter): readonly Query[] {
  const any = (field: string, wanted: readonly string[] | undefined): Query | undefined =>
    wanted && { terms: { [field]: [...wanted] } };
  const { executor, overdue, dueBy, receivedFrom, receivedTo } = filter;
  const queries = [
    any('state', filter.states),
    any('regime', filter.regimes),
    any('questionStates', filter.questionStates),
    any('responseStates', filter.responseStates),
    any('departments', filter.departments),
    any('topics', filter.topics),
    executor === undefined ? undefined : { term: { executors: executor } },
    dueBy === undefined ? undefined : { range: { dueOn: { lte: dueBy } } },
    overdue === undefined ? undefined : overdue ? late(filter) : { bool: { must_not: [late(filter)] } },
    receivedFrom === undefined ? undefined : { range: { receivedOn: { gte: receivedFrom } } },
    receivedTo === undefined ? undefined : { range: { receivedOn: { lte: receivedTo } } },
  ];
  return queries.filter((query) => query !== undefined);
}

/** Due before today, which each district has its own. */
function late({ today = {} }: RegisterFilter): Query {
  const ofDistrict = ([district, date]: readonly [string, string]): Query => ({
    bool: { filter: [{ term: { district: Number(district) } }, { range: { dueOn: { lt: date } } }] },
  });
  return { bool: { should: Object.entries(today).map(ofDistrict), minimum_should_match: 1 } };
}
