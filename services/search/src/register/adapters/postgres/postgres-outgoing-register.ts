import { Injectable } from '@nestjs/common';
import { addDays, type PageRequest } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type {
  OutgoingFilter,
  OutgoingRegister,
  OutgoingRegisterRow,
} from '../../application/figures/outgoing-register.js';
import type { ListPosition, Total } from '../../application/list/register-list.js';
import { MAX_EXACT_TOTAL, StatementValues } from './register-conditions.js';

@Injectable()
export class PostgresOutgoingRegister implements OutgoingRegister {
  constructor(private readonly database: Database) {}

  async list(
    district: number,
    filter: OutgoingFilter,
    { limit, backward, from }: PageRequest<ListPosition>,
  ): Promise<readonly OutgoingRegisterRow[]> {
    const values = new StatementValues();
    const [way, beyond] = backward ? ['desc', '<'] : ['asc', '>'];
    const position = from?.map((part) => values.hold(part)) ?? [];
    const further = from
      ? `and (n.ordered, n.id) ${beyond} (${position[0]}::text collate "C", ${position[1]}::uuid)`
      : '';
    const { rows } = await this.database.scope(district).query<OutgoingRegisterRow>(
      `select n.id, n.appeal, n.ordered, n.course, n.notice from search.register_notice n
        where ${among(district, filter, values)} ${further}
        order by n.ordered ${way}, n.id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    return backward ? rows.reverse() : rows;
  }

  async count(district: number, filter: OutgoingFilter): Promise<Total> {
    const values = new StatementValues();
    const { rows } = await this.database.scope(district).query<{ count: number }>(
      `select count(*)::int as count from (select from search.register_notice n
        where ${among(district, filter, values)} limit ${MAX_EXACT_TOTAL + 1}) c`,
      values.list,
    );
    const { count } = rows[0]!;
    return { count: Math.min(count, MAX_EXACT_TOTAL), isExact: count <= MAX_EXACT_TOTAL };
  }
}

/** The district is written as a number: the planner then knows that the index gives the rows in their order. */
function among(district: number, { from, to, number, ...lists }: OutgoingFilter, values: StatementValues): string {
  const numbered = number === undefined ? undefined : values.hold(number);
  return [
    `n.district = ${Number(district)} and n.ordered is not null`,
    ...(from === undefined ? [] : [`n.ordered >= ${values.hold(from)}`]),
    ...(to === undefined ? [] : [`n.ordered < ${values.hold(addDays(to, 1))}`]),
    ...oneOf('n.way', lists.ways, values),
    ...oneOf(`n.notice ->> 'kind'`, lists.kinds, values),
    ...oneOf('n.course', lists.courses, values),
    ...(numbered === undefined
      ? []
      : [
          `(n.notice -> 'outgoing' ->> 'number' = ${numbered} or exists (
            select from json_array_elements(n.notice -> 'postings') p where ${numbered} in (p ->> 'number', p ->> 'track')))`,
        ]),
  ].join(' and ');
}

function oneOf(what: string, given: readonly string[] = [], values: StatementValues): readonly string[] {
  return given.length === 0 ? [] : [`${what} = any(${values.hold(given)}::text[])`];
}
