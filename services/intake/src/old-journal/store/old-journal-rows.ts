import { Injectable } from '@nestjs/common';
import { VersionConflict } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { GivenNumbers, type NumberRange } from '../domain/given-numbers.js';
import type { Counted } from '../domain/journal-parity.js';

export interface EntryRow {
  /** Keyed hash of sheet, row and cells. */
  readonly key: string;
  readonly appeal: string;
  readonly year: number;
  readonly numberKey: string;
}

/** The highest number of the journal in each year. */
export interface LastOfYear {
  readonly year: number;
  readonly last: number;
}

const JOURNAL = 'APPEALS';

/** Rows of imports of the journal that was kept before Otklik, and the numbers that are theirs. */
@Injectable()
export class OldJournalRows {
  constructor(private readonly database: Database) {}

  /** The rows that are there already, of any import. */
  async known(district: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.database
      .scope(district)
      .query<{ key: string }>(
        'select row_key as key from intake.old_journal_entry where district = $1 and row_key = any($2::text[])',
        [district, keys],
      );
    return new Set(rows.map(({ key }) => key));
  }

  /** Answers the keys of those that are new; another import may have added some, and a number is there once a year. */
  async add(
    tx: Transaction,
    district: number,
    load: string,
    entries: readonly EntryRow[],
  ): Promise<ReadonlySet<string>> {
    const { rows } = await tx.query<{ key: string }>(
      `insert into intake.old_journal_entry (district, row_key, load, appeal, year, number_key)
       select $1, e.key, $2, e.appeal, e.year, e.number
       from unnest($3::text[], $4::uuid[], $5::int[], $6::text[]) as e (key, appeal, year, number) order by e.key
       on conflict do nothing returning row_key as key`,
      [
        ...[district, load, entries.map(({ key }) => key), entries.map(({ appeal }) => appeal)],
        ...[entries.map(({ year }) => year), entries.map(({ numberKey }) => numberKey)],
      ],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Numbers that Otklik gave: those of a series that are reserved for no import. With `tx` no other is given until it ends. */
  async given(district: number, tx?: Transaction): Promise<GivenNumbers> {
    const run = tx ?? this.database.scope(district);
    const series = await run.query<{ year: number; last: number }>(
      `select year, last from intake.number_series where district = $1 and journal = $2 order by year
       ${tx ? 'for update' : ''}`,
      [district, JOURNAL],
    );
    const { rows } = await run.query<NumberRange>(
      'select year, first, last from intake.number_reserved where district = $1 and journal = $2',
      [district, JOURNAL],
    );
    return new GivenNumbers(new Map(series.rows.map(({ year, last }) => [year, last])), rows);
  }

  /** The series of each year goes on after the journal's last number. What the journal left out is reserved, too. */
  async reserve(
    tx: Transaction,
    district: number,
    load: string,
    years: readonly LastOfYear[],
    given: GivenNumbers,
  ): Promise<void> {
    for (const { year, last } of years) {
      const before = given.lastOf(year);
      if (before >= last) continue;
      const series = [district, JOURNAL, year];
      const { rows } = await tx.query<{ isNew: boolean }>(
        `insert into intake.number_series as s (district, journal, year, last) values ($1, $2, $3, $4)
         on conflict (district, journal, year) do update set last = greatest(s.last, excluded.last)
         returning s.xmax = 0 as "isNew"`,
        [...series, last],
      );
      // The first number of the year was given since: it would be among those that are reserved.
      if (before === 0 && !rows[0]!.isNew) throw new VersionConflict('none', 1);
      await tx.query(
        `insert into intake.number_reserved (district, journal, year, first, last, load) values ($1, $2, $3, $4, $5, $6)`,
        [...series, before + 1, last, load],
      );
    }
  }

  /** Numbers of a series after which none was given are given back; others stay reserved. */
  async release(tx: Transaction, district: number, load: string): Promise<void> {
    const { rows } = await tx.query<{ journal: string; year: number; first: number }>(
      `select r.journal, r.year, r.first from intake.number_reserved r
       join intake.number_series s using (district, journal, year)
       where r.district = $1 and r.load = $2 and s.last = r.last order by r.journal, r.year for update of s`,
      [district, load],
    );
    for (const { journal, year, first } of rows) {
      const series = [district, journal, year];
      await tx.query(
        first > 1
          ? 'update intake.number_series set last = $4 - 1 where district = $1 and journal = $2 and year = $3'
          : 'delete from intake.number_series where district = $1 and journal = $2 and year = $3 and $4::int = 1',
        [...series, first],
      );
      await tx.query(
        'delete from intake.number_reserved where district = $1 and journal = $2 and year = $3 and load = $4',
        [...series, load],
      );
    }
  }

  /** Appeals of the import with which something was done. */
  async usedOf(tx: Transaction, district: number, load: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ appeal: string }>(
      `select e.appeal from intake.old_journal_entry e
       join intake.stream s on s.district = e.district and s.id = e.appeal
       where e.district = $1 and e.load = $2 and s.version <> 1 order by e.appeal limit 100`,
      [district, load],
    );
    return rows.map(({ appeal }) => appeal);
  }

  async appealsAfter(
    tx: Transaction,
    district: number,
    load: string,
    after: string,
    limit: number,
  ): Promise<readonly string[]> {
    const { rows } = await tx.query<{ appeal: string }>(
      `select appeal from intake.old_journal_entry
       where district = $1 and load = $2 and appeal > $3::uuid order by appeal limit $4`,
      [district, load, after, limit],
    );
    return rows.map(({ appeal }) => appeal);
  }

  async countOf(tx: Transaction, district: number, load: string): Promise<number> {
    const { rows } = await tx.query<{ count: number }>(
      'select count(*)::int as count from intake.old_journal_entry where district = $1 and load = $2',
      [district, load],
    );
    return rows[0]!.count;
  }

  async remove(tx: Transaction, district: number, appeals: readonly string[]): Promise<void> {
    await tx.query('delete from intake.old_journal_entry where district = $1 and appeal = any($2::uuid[])', [
      ...[district, appeals],
    ]);
  }

  /** Of these rows, as the log has them now. */
  async stored(district: number, keys: readonly string[]): Promise<readonly Counted[]> {
    const { rows } = await this.database.scope(district).query<Counted>(
      `select substr(v.data ->> 'receivedOn', 1, 7) as month, coalesce(v.data ->> 'topic', '') as topic
       from intake.old_journal_entry e
       join intake.event v on v.district = e.district and v.stream = e.appeal and v.version = 1
       where e.district = $1 and e.row_key = any($2::text[])`,
      [district, keys],
    );
    return rows;
  }
}
