import type { QuestionState } from '@otklik/contracts/enumerations';
import type { BoardPeriod } from '../../application/figures/board.js';
import { openStates } from '../../application/list/worklists.js';
import { StatementValues } from './register-conditions.js';
import type { Statement } from './register-list.js';

const withoutExecutor = ['OPEN', 'ROUTED', 'RETURNED'] as const satisfies readonly QuestionState[];

/**
 * Every number of the board in one statement: the open questions by the index of states, the answered ones by that of their
 * days, so it costs what is counted and not what the register holds.
 */
export function boardStatement(district: number, { now, today, horizon, from, to }: BoardPeriod): Statement {
  const values = new StatementValues();
  const [clock, day, last, first, end] = [now, today, horizon, from, to].map(
    (day) => `${values.hold(day)}::text collate "C"`,
  );
  const own = `from search.register_question where district = ${Number(district)}`;
  const columns = `department, topic, executor, term_kept, same_day`;
  return {
    text: `select (array['WHOLE', 'DEPARTMENT', 'TOPIC', 'EXECUTOR', 'DAY'])[1 + case grouping(department, topic, executor, due_day)
          when 7 then 1 when 11 then 2 when 13 then 3 when 14 then 4 else 0 end] as by,
        coalesce(department, topic, executor, due_day) as value,
        count(*) filter (where is_open)::int as open,
        count(*) filter (where is_unassigned)::int as unassigned,
        count(*) filter (where due_day = ${day})::int as "dueToday",
        count(*) filter (where due_day is not null)::int as coming,
        count(*) filter (where is_open and is_late)::int as overdue,
        count(*) filter (where is_extended)::int as extended,
        count(*) filter (where is_answered)::int as answered,
        count(*) filter (where is_answered and term_kept)::int as kept,
        count(*) filter (where is_answered and not term_kept)::int as late,
        count(*) filter (where is_answered and same_day)::int as "sameDay",
        count(*) filter (where promise = 'WAITING')::int as promised,
        count(*) filter (where promise = 'WAITING' and is_late)::int as "promisesMissed",
        count(*) filter (where promise = 'KEPT')::int as "promisesKept",
        count(*) filter (where promise = 'LATE')::int as "promisesLate"
      from (
        select ${columns}, null as promise, true as is_open, false as is_answered, question_state = any(${values.hold(withoutExecutor)}::text[]) as is_unassigned, due < ${clock} as is_late,
            extension = 'IN_FORCE' as is_extended,
            case when due_on >= ${day} and due_on <= ${last} and due >= ${clock} then due_on end as due_day
          ${own} and question_state = any(${values.hold(openStates)}::text[])
        union all
        select ${columns}, null, false, true, false, false, false, null ${own} and question_state = 'ANSWERED' and answered_on >= ${first} and answered_on <= ${end}
        union all
        select ${columns}, promise, false, false, false, due < ${clock}, false, null ${own} and promise = 'WAITING'
        union all
        select ${columns}, promise, false, false, false, false, false, null ${own} and promise in ('KEPT', 'LATE') and promise_kept_on >= ${first} and promise_kept_on <= ${end}
      ) q
      group by grouping sets ((), (department), (topic), (executor), (due_day))
      having grouping(department, topic, executor, due_day) = 15 or coalesce(department, topic, executor, due_day) is not null
      order by open desc, answered desc, value`,
    values: values.list,
  };
}
