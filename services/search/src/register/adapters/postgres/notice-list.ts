import type { PageRequest } from '@otklik/kernel';
import type { ListPosition } from '../../application/list/register-list.js';
import type { WaitingNotices } from '../../application/list/register-reader.js';
import { MAX_EXACT_TOTAL, StatementValues, type Statement } from './register-conditions.js';

/** Notices that wait for an official, beyond the position of the page before. */
export function noticesPage(
  district: number,
  list: WaitingNotices,
  { limit, from, backward }: PageRequest<ListPosition>,
): Statement {
  const values = new StatementValues();
  const [way, beyond] = backward ? ['desc', '<'] : ['asc', '>'];
  const position = from?.map((part) => values.hold(part)) ?? [];
  const further = from ? `and (opened_at, id) ${beyond} (${position[0]}::text collate "C", ${position[1]}::uuid)` : '';
  const text = `select id, appeal, notice from search.register_notice n
    where ${waiting(district, list, values)} ${further}
    order by opened_at ${way}, id ${way} limit ${values.hold(limit)}`;
  return { text, values: values.list };
}

/** How many of them wait. */
export function countOfNotices(district: number, list: WaitingNotices, values: StatementValues): string {
  return `select count(*)::int as rows, count(*)::int as found from (select from search.register_notice n
    where ${waiting(district, list, values)} limit ${MAX_EXACT_TOTAL + 1}) c`;
}

/** The department is that of the question now: it may have changed since the notice was opened. */
function waiting(district: number, { way, departments }: WaitingNotices, values: StatementValues): string {
  // What waits for the district's signatory is nothing to call or to post yet.
  const waits = `n.district = ${Number(district)} and n.way = '${way}' and n.state = 'PENDING' and n.notice->'toSign' is null`;
  if (departments === undefined) return waits;
  return `${waits} and exists (select from search.register_question q
    where q.district = n.district and q.id = (n.notice->>'about')::uuid and q.department = any(${values.hold(departments)}))`;
}
