import type { RegisterFilter } from '../../../application/register/register-filter.js';

export function filterConditions(filter: RegisterFilter, values: unknown[]): readonly string[] {
  const held = (value: unknown): string => `$${values.push(value)}`;
  const any = (column: string, wanted: readonly string[] | undefined) =>
    wanted && `${column} = any(${held(wanted)}::text[])`;
  const some = (column: string, wanted: readonly string[] | undefined) =>
    wanted && `${column} && ${held(wanted)}::text[]`;
  const day = (comparison: string, date: string | undefined) => date && `${comparison} ${held(date)}`;
  const { overdue, today = {} } = filter;
  const late = () =>
    `exists (select from json_each_text(${held(JSON.stringify(today))}::json) t
      where t.key::int = district and due_on < t.value collate "C")`;
  const parts = [
    any('state', filter.states),
    any('regime', filter.regimes),
    some('question_states', filter.questionStates),
    some('response_states', filter.responseStates),
    some('departments', filter.departments),
    some('topics', filter.topics),
    some('executors', filter.executor === undefined ? undefined : [filter.executor]),
    day('due_on <=', filter.dueBy),
    overdue === undefined ? undefined : `${overdue ? '' : 'not '}${late()}`,
    day('received_on >=', filter.receivedFrom),
    day('received_on <=', filter.receivedTo),
  ];
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
