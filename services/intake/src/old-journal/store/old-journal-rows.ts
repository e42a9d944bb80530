import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Counted } from '../domain/journal-parity.js';

export interface LoadRow {
  readonly id: string;
  readonly fileHash: string;
  readonly takenAt: Date;
  /** Appeals that it added. */
  readonly rows: number;
  readonly refused: number;
  readonly removedAt: Date | null;
}

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

/** Imports of the journal that was kept before Otklik, their rows, and the numbers that are theirs. */
@Injectable()
export class OldJournalRows {
  constructor(private readonly database: Database) {}

  async keepLoad(tx: Transaction, district: number, load: Omit<LoadRow, 'removedAt'>): Promise<void> {
    await tx.query(
      `insert into intake.old_journal_load as l (district, id, file_hash, taken_at, rows, refused)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (district, id) do update set rows = excluded.rows, refused = excluded.refused`,
      [district, load.id, load.fileHash, load.takenAt, load.rows, load.refused],
    );
  }

  /** The newest first. */
  async loads(district: number): Promise<readonly LoadRow[]> {
    const { rows } = await this.database.scope(district).query<LoadRow>(
      `select id, file_hash as "fileHash", taken_at as "takenAt", rows, refused, removed_at as "removedAt"
       from intake.old_journal_load where district = $1 order by taken_at desc, id limit 100`,
      [district],
    );
    return rows;
  }

  /** Until the transaction ends no other import of the district runs its batch, and none is taken back. */
  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('old-journal', $1))`, [district]);
  }

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

  /** The series of each year goes on after the journal's last number. What the journal left out is reserved, too. */
  async reserve(tx: Transaction, district: number, load: string, years: readonly LastOfYear[]): Promise<void> {
    for (const { year, last } of [...years].sort((one, other) => one.year - other.year)) {
      const series = [district, JOURNAL, year];
      // Makes the row that is locked; a series that has no number yet has none.
      const { rows } = await tx.query<{ before: number }>(
        'select last as before from intake.number_series where district = $1 and journal = $2 and year = $3 for update',
        series,
      );
      const before = rows[0]?.before ?? 0;
      if (before >= last) continue;
      await tx.query(
        `insert into intake.number_series as s (district, journal, year, last) values ($1, $2, $3, $4)
         on conflict (district, journal, year) do update set last = greatest(s.last, excluded.last)`,
        [...series, last],
      );
      await tx.query(
        `insert into intake.number_reserved (district, journal, year, first, last, load) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
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

  /** Its appeals, with the version of each stream: 1 while nothing was done with it. */
  async appealsOf(
    tx: Transaction,
    district: number,
    load: string,
  ): Promise<readonly { readonly appeal: string; readonly version: number }[]> {
    const { rows } = await tx.query<{ appeal: string; version: number }>(
      `select e.appeal, s.version from intake.old_journal_entry e
       join intake.stream s on s.district = e.district and s.id = e.appeal
       where e.district = $1 and e.load = $2 order by e.appeal`,
      [district, load],
    );
    return rows;
  }

  async removeLoad(tx: Transaction, district: number, load: string, at: string): Promise<void> {
    await tx.query('delete from intake.old_journal_entry where district = $1 and load = $2', [district, load]);
    await tx.query('update intake.old_journal_load set removed_at = $3 where district = $1 and id = $2', [
      ...[district, load, at],
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
