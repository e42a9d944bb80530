import type { BoardPeriod } from '../../application/figures/board.js';
import { StatementValues, type Statement } from './register-conditions.js';

/**
 * Every number of the board in one statement, from what is counted as rows change: it costs the days and groups that it
 * shows, and not the questions that are counted of them.
 */
export function boardStatement(district: number, { now, today, horizon, from, to }: BoardPeriod): Statement {
  const values = new StatementValues();
  const [clock, day, last, first, end] = [now, today, horizon, from, to].map(
    (day) => `${values.hold(day)}::text collate "C"`,
  );
  const held = (kind: string, within: string): string =>
    `select by, value, kind, day, marks, n, ${clock} > day and day <> '' as is_late, case when day >= ${clock} then left(day, 10) end as due_on
     from search.register_tally where district = ${Number(district)} and kind = '${kind}'${within}`;
  const inPeriod = ` and day >= ${first} and day <= ${end}`;
  const isComing = `due_on >= ${day} and due_on <= ${last}`;
  const count = (kind: string, more = ''): string => `coalesce(sum(n) filter (where kind = '${kind}'${more}), 0)::int`;
  return {
    text: `with held as materialized (
        ${held('OPEN', '')} union all ${held('PROMISED', '')}
        union all ${held('ANSWERED', inPeriod)} union all ${held('PROMISE_ENDED', inPeriod)}
      )
      select by, value, ${count('OPEN')} as open,
        ${count('OPEN', ` and marks like '%UNASSIGNED %'`)} as unassigned,
        ${count('OPEN', ` and due_on = ${day}`)} as "dueToday",
        ${count('OPEN', ` and ${isComing}`)} as coming,
        ${count('OPEN', ' and is_late')} as overdue,
        ${count('OPEN', ` and marks like '%EXTENDED %'`)} as extended,
        ${count('ANSWERED')} as answered,
        ${count('ANSWERED', ` and marks like '%KEPT %'`)} as kept,
        ${count('ANSWERED', ` and marks like '%LATE %'`)} as late,
        ${count('ANSWERED', ` and marks like '%SAME_DAY %'`)} as "sameDay",
        ${count('PROMISED')} as promised,
        ${count('PROMISED', ' and is_late')} as "promisesMissed",
        ${count('PROMISE_ENDED', ` and marks = 'KEPT '`)} as "promisesKept",
        ${count('PROMISE_ENDED', ` and marks = 'LATE '`)} as "promisesLate"
      from (
        select * from held where value <> ''
        union all select 'WHOLE', null, kind, day, marks, n, is_late, due_on from held where by = 'DEPARTMENT'
        union all select 'DAY', due_on, kind, day, marks, n, is_late, due_on from held
          where by = 'DEPARTMENT' and kind = 'OPEN' and ${isComing}
      ) counted
      group by by, value order by open desc, answered desc, value`,
    values: values.list,
  };
}
