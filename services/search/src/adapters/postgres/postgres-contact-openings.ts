import { Injectable } from '@nestjs/common';
import { addDays } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { ContactOpening, ContactOpenings, OpeningsFilter } from '../../application/register/contact-openings.js';
import type { PageRequest } from '../../application/register/page-request.js';
import type { ListPosition } from '../../application/register/register-list.js';
import { StatementValues } from './register-conditions.js';

type Stored = Omit<ContactOpening, 'at' | 'reason'> & { readonly at: Date; readonly reason: string | null };

@Injectable()
export class PostgresContactOpenings implements ContactOpenings {
  constructor(private readonly database: Database) {}

  async record(district: number, { id, appeal, official, role, at, reason }: ContactOpening): Promise<void> {
    await this.database.scope(district).query(
      `insert into search.contact_opening (district, id, appeal, official, role, at, reason)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      [district, id, appeal, official, role, at, reason ?? null],
    );
  }

  async list(
    district: number,
    filter: OpeningsFilter,
    { limit, backward, from }: PageRequest<ListPosition>,
  ): Promise<readonly ContactOpening[]> {
    const values = new StatementValues();
    const [way, beyond] = backward ? ['asc', '>'] : ['desc', '<'];
    const further = from
      ? [`(at, id) ${beyond} (${values.hold(from[0])}::timestamptz, ${values.hold(from[1])}::uuid)`]
      : [];
    const where = [`district = ${values.hold(district)}`, ...conditions(filter, values), ...further];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select id, appeal, official, role, at, reason from search.contact_opening where ${where.join(' and ')}
        order by at ${way}, id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    const openings = rows.map(({ at, reason, ...row }) => ({
      ...{ ...row, at: at.toISOString() },
      ...(reason === null ? {} : { reason }),
    }));
    return backward ? openings.reverse() : openings;
  }
}

function conditions({ appeal, official, from, to, zone }: OpeningsFilter, values: StatementValues): readonly string[] {
  const midnight = (day: string): string => `(${values.hold(day)}::date)::timestamp at time zone ${values.hold(zone)}`;
  return [
    ...(appeal === undefined ? [] : [`appeal = ${values.hold(appeal)}`]),
    ...(official === undefined ? [] : [`official = ${values.hold(official)}`]),
    ...(from === undefined ? [] : [`at >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [`at < ${midnight(addDays(to, 1))}`]),
  ];
}
