import type { RegisterFilter } from '../../application/list/register-filter.js';
import { anyOf, filterConditions, StatementValues, type Statement } from './register-conditions.js';

/** Reads every question that meets the filter. */
export function questionPlacesStatement(district: number, filter: RegisterFilter): Statement {
  const values = new StatementValues();
  const { choices, bounds } = filterConditions(district, filter, values);
  const met = [...choices.map((choice) => anyOf(choice, values)), ...bounds].map((condition) => ` and ${condition}`);
  const now = values.hold(filter.now?.[district] ?? null);
  return {
    text: `select settlement, count(*)::int as questions, count(*) filter (where due < ${now}::text collate "C")::int as overdue
      from search.register_question where district = ${Number(district)}${met.join('')}
      group by settlement`,
    values: values.list,
  };
}
