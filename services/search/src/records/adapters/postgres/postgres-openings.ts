import { Injectable } from '@nestjs/common';
import type { ExportedList, PrintedPaper, WorklistCode } from '@otklik/contracts/enumerations';
import { compact, type PageRequest } from '@otklik/kernel';
import { Database, sameOpening, withinDays, type Transaction } from '@otklik/tenancy';
import type {
  LetterOnRecord,
  Opening,
  Openings,
  OpeningsAllowed,
  OpeningsFilter,
  OperatorPrint,
  PrintOpening,
} from '../../application/openings.js';
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
  readonly printed: PrintedPaper | null;
  readonly appeals: readonly string[] | null;
  readonly letters: readonly (Omit<LetterOnRecord, 'number'> & { readonly number: string | null })[] | null;
};
/** What a kind of openings has and others have not. */
type Given = Omit<Opening, 'id' | 'kind' | 'role' | 'at'>;

const INSERT = `insert into search.contact_opening
  (district, id, kind, role, at, appeal, official, reason, rows, exported, worklist, on_behalf_of)`;
const PLACES =
  '$1::int, $2::uuid, $3::text, $4::text, $5::timestamptz, $6::uuid, $7::uuid, $8::text, $9::int, $10::text, $11::text, $12::uuid';

function valuesOf({ id, kind, role, at, ...given }: Opening): readonly unknown[] {
  const { appeal, official, reason, rows, exported, worklist, onBehalfOf } = given;
  const rest = [appeal, official, reason, rows, exported, worklist, onBehalfOf];
  return [id, kind, role, at, ...rest.map((one) => one ?? null)];
}

@Injectable()
export class PostgresOpenings implements Openings {
  constructor(private readonly database: Database) {}

  async record(district: number, opening: Opening): Promise<void> {
    await this.database
      .scope(district)
      .query({ name: 'opening record', text: `${INSERT} values (${PLACES}) on conflict do nothing` }, [
        district,
        ...valuesOf(opening),
      ]);
  }

  /** The official's openings wait for each other: what is counted is what will be on record. */
  async recordWithin(
    district: number,
    opening: (Opening & { readonly official: string; readonly appeals?: never }) | PrintOpening,
    { most, since }: OpeningsAllowed,
  ): Promise<boolean> {
    return this.database.scope(district).transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [
        `search.contact_opening ${opening.official}`,
        district,
      ]);
      const { rows } = await tx.query<{ readonly permitted: boolean }>(
        {
          name: 'opening record within',
          text: `with fewer as (select count(*) < $13::int as is from search.contact_opening
              where district = $1 and official = $7 and at > $14::timestamptz and kind = $3
                and (reason is not distinct from 'REGISTERING') = ($8::text is not distinct from 'REGISTERING')),
            added as (${INSERT} select ${PLACES} from fewer where fewer.is on conflict do nothing)
            select fewer.is or exists(select from search.contact_opening where district = $1 and id = $2) as permitted
            from fewer`,
        },
        [district, ...valuesOf(opening), most, since],
      );
      const { permitted } = rows[0]!;
      if (permitted && opening.appeals) await recordCases(tx, district, opening);
      return permitted;
    });
  }

  async recordCases(district: number, print: OperatorPrint): Promise<void> {
    await this.database.scope(district).transaction(async (tx) => {
      const { id, kind, role, at, body, reason, rows } = print;
      await tx.query(
        `insert into search.contact_opening (district, id, kind, role, at, body, reason, rows)
          values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [district, id, kind, role, at, body, reason, rows ?? null],
      );
      await recordCases(tx, district, print);
    });
  }

  async covers(
    district: number,
    { id, official, since }: { readonly id: string; readonly official: string; readonly since: string },
    appeals: readonly string[],
  ): Promise<boolean> {
    const { rows } = await this.database.scope(district).query(
      {
        name: 'opening covers',
        text: `select from search.contact_opening o
          join search.printed_cases p on p.district = o.district and p.opening = o.id
          where o.district = $1 and o.id = $2 and o.official = $3 and o.at > $4::timestamptz and p.appeals @> $5::uuid[]`,
      },
      [district, id, official, since, appeals],
    );
    return rows.length > 0;
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

  async list(
    district: number,
    filter: OpeningsFilter,
    { limit, backward, from }: PageRequest<ListPosition>,
  ): Promise<readonly Opening[]> {
    const values = new StatementValues();
    const [way, beyond] = backward ? ['asc', '>'] : ['desc', '<'];
    const further = from
      ? [`(o.at, id) ${beyond} (${values.hold(from[0])}::timestamptz, ${values.hold(from[1])}::uuid)`]
      : [];
    const where = [`o.district = ${values.hold(district)}`, ...conditions(district, filter, values), ...further];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select id, kind, appeal, official, body, role, o.at, reason, rows, exported, worklist, on_behalf_of as "onBehalfOf",
            p.printed, p.appeals,
            (select json_agg(json_build_object('notice', one.notice, 'appeal', one.appeal, 'number', one.number))
              from unnest(l.notices, l.appeals, l.numbers) as one(notice, appeal, number)) as letters
          from search.contact_opening o
          left join search.printed_cases p on p.district = o.district and p.opening = o.id
          left join search.printed_letters l on l.district = o.district and l.opening = o.id
          where ${where.join(' and ')}
        order by o.at ${way}, id ${way} limit ${values.hold(limit)}`,
      values.list,
    );
    const openings = rows.map(opening);
    return backward ? openings.reverse() : openings;
  }
}

function opening({ id, kind, role, at, letters, ...stored }: Stored): Opening {
  const given = Object.entries(stored).filter(([, value]) => value !== null);
  const ofPrint = letters?.map(({ number, ...letter }) => ({ ...letter, ...compact({ number: number ?? undefined }) }));
  const rest = { ...(Object.fromEntries(given) as Given), ...compact({ letters: ofPrint }) };
  return { id, kind, role, at: at.toISOString(), ...rest };
}

/** With the cases and letters of its print, in the same transaction: none is on record without them. */
async function recordCases(
  tx: Transaction,
  district: number,
  { id, at, printed, appeals, letters = [] }: PrintOpening | OperatorPrint,
): Promise<void> {
  const sorted = letters.toSorted((one, other) => (one.notice < other.notice ? -1 : 1));
  const columns = [
    sorted.map(({ notice }) => notice),
    sorted.map(({ appeal }) => appeal),
    sorted.map(({ number }) => number ?? null),
  ];
  await tx.query(
    {
      name: 'opening cases',
      text: `with letters as (insert into search.printed_letters (district, opening, at, notices, appeals, numbers)
          select $1::int, $2::uuid, $3::timestamptz, $6::uuid[], $7::uuid[], $8::text[]
          where cardinality($6::uuid[]) > 0 on conflict do nothing)
        insert into search.printed_cases (district, opening, at, printed, appeals)
        values ($1, $2, $3, $4, $5::uuid[]) on conflict do nothing`,
    },
    [district, id, at, printed, appeals.toSorted(), ...columns],
  );
}

/** Openings of any of these cases: of one alone, or of a print that names it or has a letter about it. */
function ofCases(district: number, appeals: readonly string[], values: StatementValues): string {
  const [place, of] = [values.hold(district), values.hold(appeals)];
  return `id in (select id from search.contact_opening where district = ${place} and appeal = any(${of}::uuid[])
    union all select opening from search.printed_cases where district = ${place} and appeals && ${of}::uuid[]
    union all select opening from search.printed_letters where district = ${place} and appeals && ${of}::uuid[])`;
}

function conditions(
  district: number,
  { kinds, appeal, appeals, official, ...days }: OpeningsFilter,
  values: StatementValues,
): readonly string[] {
  return [
    ...(kinds === undefined ? [] : [`kind = any(${values.hold(kinds)}::text[])`]),
    ...(appeal === undefined ? [] : [ofCases(district, [appeal], values)]),
    ...(appeals === undefined ? [] : [ofCases(district, appeals, values)]),
    ...(official === undefined ? [] : [`official = ${values.hold(official)}`]),
    ...withinDays('o.at', days, (value) => values.hold(value)),
  ];
}
