import { Injectable } from '@nestjs/common';
import type { ExportedList, WorklistCode } from '@otklik/contracts/enumerations';
import { Database, sameOpening, withinDays } from '@otklik/tenancy';
import type { Opening, Openings, OpeningsFilter, SearchesCounted } from '../../application/openings.js';
import type { PageRequest } from '../../../register/application/list/page-request.js';
import type { ListPosition } from '../../../register/application/list/register-list.js';
import { StatementValues } from '../../../register/adapters/postgres/register-conditions.js';

type Stored = Pick<Opening, 'id' | 'kind' | 'role'> & {
  readonly official: string | null;
  readonly body: string | null;
  readonly at: Date;
  readonly appeal: string | null;
  readonly reason: string | null;
  readonly rows: number | null;
  readonly exported: ExportedList | null;
  readonly worklist: WorklistCode | null;
  readonly onBehalfOf: string | null;
};
/** What a kind of openings has and others have not. */
type Given = Omit<Opening, 'id' | 'kind' | 'role' | 'at'>;

@Injectable()
export class PostgresOpenings implements Openings {
  constructor(private readonly database: Database) {}

  async record(district: number, opening: Opening): Promise<void> {
    const { id, kind, role, at, appeal, official, reason, rows, exported, worklist, onBehalfOf } = opening;
    const given = [appeal, official, reason, rows, exported, worklist, onBehalfOf];
    await this.database.scope(district).query(
      {
        name: 'opening record',
        text: `insert into search.contact_opening
            (district, id, kind, role, at, appeal, official, reason, rows, exported, worklist, on_behalf_of)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          on conflict do nothing`,
      },
      [district, id, kind, role, at, ...given.map((one) => one ?? null)],
    );
  }

  async recordOnce(
    district: number,
    { id, kind, appeal, official, onBehalfOf, body, role, at }: Opening & { readonly appeal: string },
  ): Promise<void> {
    await this.database.scope(district).query(
      {
        name: 'opening card',
        text: `insert into search.contact_opening (district, id, kind, appeal, official, role, at, body, on_behalf_of)
          select $1::int, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::text, $7::timestamptz, $8::text, $9::uuid
          where not exists (select from search.contact_opening
            where district = $1 and appeal = $4 and kind = $3
              and official is not distinct from $5 and body is not distinct from $8
              and ${sameOpening('at', '$7')})`,
      },
      [district, id, kind, appeal, official ?? null, role, at, body ?? null, onBehalfOf ?? null],
    );
  }

  async searchesSince(district: number, official: string, { since, registering }: SearchesCounted): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ n: number }>(
      {
        name: 'opening searches',
        text: `select count(*)::int as n from search.contact_opening
          where district = $1 and official = $2 and at > $3::timestamptz and kind = 'APPLICANT_SEARCH'
            and (reason = 'REGISTERING') = $4`,
      },
      [district, official, since, registering],
    );
    return rows[0]!.n;
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
      `select id, kind, appeal, official, body, role, at, reason, rows, exported, worklist, on_behalf_of as "onBehalfOf"
          from search.contact_opening where ${where.join(' and ')}
        order by at ${way}, id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    const openings = rows.map(opening);
    return backward ? openings.reverse() : openings;
  }
}

function opening({ id, kind, role, at, ...stored }: Stored): Opening {
  const given = Object.entries(stored).filter(([, value]) => value !== null);
  return { id, kind, role, at: at.toISOString(), ...(Object.fromEntries(given) as Given) };
}

function conditions({ kinds, appeal, official, ...days }: OpeningsFilter, values: StatementValues): readonly string[] {
  return [
    ...(kinds === undefined ? [] : [`kind = any(${values.hold(kinds)}::text[])`]),
    ...(appeal === undefined ? [] : [`appeal = ${values.hold(appeal)}`]),
    ...(official === undefined ? [] : [`official = ${values.hold(official)}`]),
    ...withinDays('at', days, (value) => values.hold(value)),
  ];
}
