import { Injectable } from '@nestjs/common';
import { addDays } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { Opening, Openings, OpeningsFilter } from '../../application/register/openings.js';
import type { PageRequest } from '../../application/register/page-request.js';
import type { ListPosition } from '../../application/register/register-list.js';
import { StatementValues } from './register-conditions.js';

type Stored = Pick<Opening, 'id' | 'kind' | 'official' | 'role'> & {
  readonly at: Date;
  readonly appeal: string | null;
  readonly reason: string | null;
  readonly rows: number | null;
};

/** A page that is loaded anew, or after an act, opens the card no second time. */
const SAME_OPENING = `interval '15 minutes'`;

@Injectable()
export class PostgresOpenings implements Openings {
  constructor(private readonly database: Database) {}

  async record(district: number, { id, kind, appeal, official, role, at, reason, rows }: Opening): Promise<void> {
    await this.database.scope(district).query(
      {
        name: 'opening record',
        text: `insert into search.contact_opening (district, id, kind, appeal, official, role, at, reason, rows)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      },
      [district, id, kind, appeal ?? null, official, role, at, reason ?? null, rows ?? null],
    );
  }

  async recordCard(
    district: number,
    { id, kind, appeal, official, role, at }: Opening & { readonly appeal: string },
  ): Promise<void> {
    await this.database.scope(district).query(
      {
        name: 'opening card',
        text: `insert into search.contact_opening (district, id, kind, appeal, official, role, at)
          select $1::int, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::text, $7::timestamptz
          where not exists (select from search.contact_opening
            where district = $1 and appeal = $4 and official = $5 and kind = $3
              and at > $7::timestamptz - ${SAME_OPENING} and at < $7::timestamptz + ${SAME_OPENING})`,
      },
      [district, id, kind, appeal, official, role, at],
    );
  }

  async list(
    district: number,
    filter: OpeningsFilter,
    { limit, backward, from }: PageRequest<ListPosition>,
  ): Promise<readonly Opening[]> {
    const values = new StatementValues();
    const [way, beyond] = backward ? ['asc', '>'] : ['desc', '<'];
    const further = from
      ? [`(at, id) ${beyond} (${values.hold(from[0])}::timestamptz, ${values.hold(from[1])}::uuid)`]
      : [];
    const where = [`district = ${values.hold(district)}`, ...conditions(filter, values), ...further];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select id, kind, appeal, official, role, at, reason, rows from search.contact_opening where ${where.join(' and ')}
        order by at ${way}, id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    const openings = rows.map(opening);
    return backward ? openings.reverse() : openings;
  }
}

function opening({ at, appeal, reason, rows, ...stored }: Stored): Opening {
  return {
    ...{ ...stored, at: at.toISOString() },
    ...(appeal === null ? {} : { appeal }),
    ...(reason === null ? {} : { reason }),
    ...(rows === null ? {} : { rows }),
  };
}

function conditions(
  { kinds, appeal, official, from, to, zone }: OpeningsFilter,
  values: StatementValues,
): readonly string[] {
  const midnight = (day: string): string => `(${values.hold(day)}::date)::timestamp at time zone ${values.hold(zone)}`;
  return [
    ...(kinds === undefined ? [] : [`kind = any(${values.hold(kinds)}::text[])`]),
    ...(appeal === undefined ? [] : [`appeal = ${values.hold(appeal)}`]),
    ...(official === undefined ? [] : [`official = ${values.hold(official)}`]),
    ...(from === undefined ? [] : [`at >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [`at < ${midnight(addDays(to, 1))}`]),
  ];
}
