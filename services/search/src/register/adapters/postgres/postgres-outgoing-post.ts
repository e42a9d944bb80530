import { Injectable } from '@nestjs/common';
import { addDays, type PageRequest } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { OutgoingPost, OutgoingRow, PostingDays } from '../../application/figures/outgoing-post.js';
import type { ListPosition, Total } from '../../application/list/register-list.js';
import { MAX_EXACT_TOTAL, StatementValues } from './register-conditions.js';

@Injectable()
export class PostgresOutgoingPost implements OutgoingPost {
  constructor(private readonly database: Database) {}

  async list(
    district: number,
    days: PostingDays,
    { limit, backward, from }: PageRequest<ListPosition>,
  ): Promise<readonly OutgoingRow[]> {
    const values = new StatementValues();
    const [way, beyond] = backward ? ['desc', '<'] : ['asc', '>'];
    const position = from?.map((part) => values.hold(part)) ?? [];
    const further = from
      ? `and (p.ordered, p.id) ${beyond} (${position[0]}::text collate "C", ${position[1]}::uuid)`
      : '';
    const { rows } = await this.database.scope(district).query<OutgoingRow>(
      `select p.id, p.appeal, p.ordered, p.posting, n.notice
         from search.register_posting p join search.register_notice n on n.district = p.district and n.id = p.id
        where ${within(district, days, values)} ${further}
        order by p.ordered ${way}, p.id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    return backward ? rows.reverse() : rows;
  }

  async count(district: number, days: PostingDays): Promise<Total> {
    const values = new StatementValues();
    const { rows } = await this.database.scope(district).query<{ count: number }>(
      `select count(*)::int as count from (select from search.register_posting p
        where ${within(district, days, values)} limit ${MAX_EXACT_TOTAL + 1}) c`,
      values.list,
    );
    const { count } = rows[0]!;
    return { count: Math.min(count, MAX_EXACT_TOTAL), isExact: count <= MAX_EXACT_TOTAL };
  }
}

/** The district is written as a number: the planner then knows that the index gives the rows in their order. */
function within(district: number, { from, to }: PostingDays, values: StatementValues): string {
  return `p.district = ${Number(district)} and p.ordered >= ${values.hold(from)} and p.ordered < ${values.hold(addDays(to, 1))}`;
}
