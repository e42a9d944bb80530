import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `old_journal_load`: an import of the journal that was kept before, with counts of its parity report; `removed_at`: it was taken back.
 * `old_journal_entry`: its rows by a keyed hash of their cells, so that a second upload adds only what is new, and by year and number.
 * `number_reserved`: numbers of a series that are that journal's, whatever numbers it left out.
 */
export const oldJournalMigration: Migration = {
  name: '0442_old_journal',
  sql: `
    create table intake.old_journal_load (
      district int not null,
      id uuid not null,
      file_hash text not null,
      taken_at timestamptz not null,
      rows int not null,
      refused int not null,
      removed_at timestamptz,
      primary key (district, id));
    create table intake.old_journal_entry (
      district int not null,
      row_key text collate "C" not null,
      load uuid not null,
      appeal uuid not null,
      year int not null,
      number_key text collate "C" not null,
      primary key (district, row_key));
    create unique index old_journal_entry_by_number on intake.old_journal_entry (district, year, number_key);
    create index old_journal_entry_by_load on intake.old_journal_entry (district, load);
    create table intake.number_reserved (
      district int not null,
      journal text not null,
      year int not null,
      first int not null,
      last int not null,
      load uuid not null,
      primary key (district, journal, year, load));
    grant select, insert, update on intake.old_journal_load to ${app};
    grant select, insert, delete on intake.old_journal_entry, intake.number_reserved to ${app};
    grant delete on intake.number_series to ${app};
    grant select on intake.old_journal_load, intake.old_journal_entry, intake.number_reserved to ${worker};
    ${rowSecurity('intake', 'old_journal_load')}
    ${rowSecurity('intake', 'old_journal_entry')}
    ${rowSecurity('intake', 'number_reserved')}`,
};
