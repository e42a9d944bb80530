import type { Database, Transaction } from '@otklik/tenancy';
import type { WrappedDistrictKey } from './key-encryption.js';

/** The vault's tables in SQL. Keys are wrapped here, never in clear. */

export interface PersonAt {
  readonly district: number;
  readonly person: string;
}

export interface PersonKeyRow extends PersonAt {
  readonly wrapped: Buffer;
  readonly kek: string;
  readonly district_wrapped: Buffer;
}

export interface NewPersonRow extends PersonAt {
  readonly wrapped: Buffer;
  readonly blind: string | null;
}

export async function findPersonKeys(
  database: Database,
  wanted: readonly PersonAt[],
  tx?: Transaction,
): Promise<readonly PersonKeyRow[]> {
  const { rows } = await (tx ?? scopeOf(database, wanted)).query<PersonKeyRow>({
    name: 'vault.person-keys',
    text: `select k.district, k.person, k.wrapped, d.kek, d.wrapped as district_wrapped
      from unnest($1::int[], $2::uuid[]) as w (district, person)
      join vault.person_key k on k.district = w.district and k.person = w.person and k.wrapped is not null
      join vault.district_key d on d.district = k.district`,
    values: [wanted.map((one) => one.district), wanted.map((one) => one.person)],
  });
  return rows;
}

/** The columns of `given` in `insertPeopleSql` beside the district. */
export const personColumns = { person: 'uuid', wrapped: 'bytea', blind: 'text' } as const;

/**
 * Parts of a `with`: inserts the persons of `given` (district, then the columns above; rows without a person are others') that are new and returns them as `made`
 * (district, person, wrapped). Equal `wrapped` means that texts sealed under this key can be opened. Rows are inserted in one
 * order everywhere, so that two processes cannot deadlock.
 */
export const insertPeopleSql = `
made as (
  insert into vault.person_key (district, person, wrapped)
  select district, person, wrapped from given where person is not null order by district, person
  on conflict do nothing returning district, person, wrapped
),
known as (
  insert into vault.contact (district, blind, person)
  select district, blind, person from given join made using (district, person, wrapped) where blind is not null
)`;

/** The persons that were new. One statement, one commit. */
export async function insertPeople(database: Database, people: readonly NewPersonRow[]): Promise<readonly PersonAt[]> {
  const made = await scopeOf(database, people).query<{ district: number; person: string }>({
    name: 'vault.create-people',
    text: `with given as (
        select * from unnest($1::int[], $2::uuid[], $3::bytea[], $4::text[]) as g (district, person, wrapped, blind)
      ), ${insertPeopleSql}
      select district, person from made`,
    values: [
      people.map((one) => one.district),
      people.map((one) => one.person),
      people.map((one) => one.wrapped),
      people.map((one) => one.blind),
    ],
  });
  return made.rows;
}

export async function findDistrictKey(database: Database, district: number): Promise<WrappedDistrictKey | undefined> {
  const { rows } = await database.scope(district).query<{ kek: string; wrapped: Buffer }>({
    name: 'vault.district-key',
    text: 'select kek, wrapped from vault.district_key where district = $1',
    values: [district],
  });
  return rows[0];
}

export async function insertDistrictKey(database: Database, district: number, key: WrappedDistrictKey): Promise<void> {
  await database
    .scope(district)
    .query('insert into vault.district_key (district, kek, wrapped) values ($1, $2, $3) on conflict do nothing', [
      district,
      key.kek,
      key.wrapped,
    ]);
}

export async function findPersonsOf(database: Database, district: number, blind: string): Promise<readonly string[]> {
  const { rows } = await database
    .scope(district)
    .query<{ person: string }>('select person from vault.contact where district = $1 and blind = $2 order by 1', [
      district,
      blind,
    ]);
  return rows.map((row) => row.person);
}

export async function findPersonsLike(database: Database, { district, person }: PersonAt): Promise<readonly string[]> {
  const { rows } = await database.scope(district).query<{ person: string }>(
    `select other.person from vault.contact own join vault.contact other using (district, blind)
     where own.district = $1 and own.person = $2 order by 1`,
    [district, person],
  );
  return rows.map((row) => row.person);
}

export interface Erasure extends PersonAt {
  readonly ground: string;
  /** ISO 8601; now when absent. */
  readonly erasedAt?: string;
}

/**
 * Destroys the key and writes the ledger. A person without a row gets one without a key, because a restore may bring the key
 * back later.
 */
export async function erasePerson(tx: Transaction, erasure: Erasure): Promise<void> {
  await tx.query(
    `with contacts as (delete from vault.contact where district = $1 and person = $2),
      ledger as (
        insert into vault.erasure (district, person, ground, erased_at) values ($1, $2, $3, coalesce($4, now()))
        on conflict do nothing
      )
      insert into vault.person_key as known (district, person, destroyed_at) values ($1, $2, coalesce($4, now()))
      on conflict (district, person) do update set wrapped = null, destroyed_at = excluded.destroyed_at
      where known.destroyed_at is null`,
    [erasure.district, erasure.person, erasure.ground, erasure.erasedAt ?? null],
  );
}

function scopeOf(database: Database, people: readonly PersonAt[]): ReturnType<Database['scope']> {
  const districts = [...new Set(people.map((one) => one.district))] as [number, ...number[]];
  return database.scope(...districts);
}
