import { forceRowSecurity, installShared, ofMyDistricts, sharedRoles, type Migration } from './migration.js';

const reader = sharedRoles.directoryReader;
const writer = sharedRoles.directoryWriter;

/**
 * One row per version of each thing in the directory: a new version closes the previous one, and no row is changed otherwise
 * or deleted. Readers see all districts, because names and officials of a district are not confidential. `sign_in_end`: what
 * a login signed in to before `at` has ended, of the platform as accounts are; the provider writes it, the gateway reads it.
 * `entry_end`: the end of each version, in a row of its own that can be chained.
 */
export const directoryMigrations: readonly Migration[] = [
  {
    name: '0001_directory',
    sql: `
      create table directory.revision (
        only_row boolean primary key default true check (only_row),
        revision bigint not null
      );
      insert into directory.revision (revision) values (0);

      create table directory.entry (
        district int not null,
        kind text not null check (kind in ('district', 'public', 'policy', 'term', 'days', 'department', 'organisation',
          'topic', 'settlement', 'rule', 'synonyms', 'order', 'official', 'file')),
        code text not null,
        version int not null,
        data json not null,
        valid_from timestamptz not null default now(),
        valid_to timestamptz check (valid_to >= valid_from),
        primary key (district, kind, code, version)
      );
      create unique index entry_now on directory.entry (district, kind, code) where valid_to is null;

      create table directory.calendar_year (
        year int not null,
        version int not null,
        data json not null,
        valid_from timestamptz not null default now(),
        valid_to timestamptz check (valid_to >= valid_from),
        primary key (year, version)
      );
      create unique index calendar_year_now on directory.calendar_year (year) where valid_to is null;

      create function directory.only_closing() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
          and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
          return new;
        end if;
        raise exception 'the directory is append-only: a version may be closed, not changed';
      end $$;
      create trigger only_closing before update or delete on directory.entry
        for each row execute function directory.only_closing();
      create trigger only_closing before update or delete on directory.calendar_year
        for each row execute function directory.only_closing();

      ${forceRowSecurity('directory.entry')}
      create policy readers on directory.entry for select to ${reader} using (true);
      create policy owner on directory.entry to current_user using (true) with check (true);
      grant select on directory.revision, directory.entry, directory.calendar_year to ${reader};
      create policy writer_adds on directory.entry for insert to ${writer} with check (${ofMyDistricts});
      create policy writer_closes on directory.entry for update to ${writer}
        using (${ofMyDistricts}) with check (${ofMyDistricts});
      grant insert, update (valid_to) on directory.entry to ${writer};
      grant update (revision) on directory.revision to ${writer};`,
  },
  {
    name: '0002_law',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'days', 'department', 'organisation', 'topic', 'settlement', 'rule', 'synonyms', 'order',
        'official', 'file'));`,
  },
  {
    name: '0003_account',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'days', 'department', 'organisation', 'topic', 'settlement', 'rule', 'synonyms', 'order',
        'official', 'account', 'file'));`,
  },
  {
    name: '0430_transfers',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'days', 'transfers', 'department', 'organisation', 'topic', 'settlement', 'rule', 'synonyms',
        'order', 'official', 'account', 'file'));`,
  },
  {
    name: '0460_sign_in_end',
    sql: `
      create table directory.sign_in_end (
        district int not null,
        login text not null,
        at timestamptz not null,
        primary key (district, login)
      );
      ${forceRowSecurity('directory.sign_in_end')}
      create policy readers on directory.sign_in_end for select to ${reader} using (true);
      create policy writer on directory.sign_in_end to ${writer} using (${ofMyDistricts}) with check (${ofMyDistricts});
      grant select on directory.sign_in_end to ${reader};
      grant insert, update on directory.sign_in_end to ${writer};`,
  },
  {
    // Of a hash chain; rows from before have no time of recording.
    name: '0461_entry_chained',
    sql: `
      create sequence directory.entry_position as bigint cache 1;
      grant usage on sequence directory.entry_position to ${writer};
      alter table directory.entry add column id uuid not null default gen_random_uuid();
      alter table directory.entry add column position bigint not null default nextval('directory.entry_position');
      create unique index entry_by_position on directory.entry (position);
      alter table directory.entry add column recorded_at timestamptz;
      alter table directory.entry alter column recorded_at set default clock_timestamp();`,
  },
  {
    name: '0520_entry_end',
    sql: `
      create sequence directory.entry_end_position as bigint cache 1;
      grant usage on sequence directory.entry_end_position to ${writer};
      create table directory.entry_end (
        district int not null,
        entry uuid not null,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        position bigint not null unique default nextval('directory.entry_end_position'),
        primary key (district, entry)
      );
      ${forceRowSecurity('directory.entry_end')}
      create policy readers on directory.entry_end for select to ${reader} using (true);
      create policy owner on directory.entry_end to current_user using (true) with check (true);
      create policy writer on directory.entry_end for insert to ${writer} with check (${ofMyDistricts});
      grant select on directory.entry_end to ${reader};
      grant insert on directory.entry_end to ${writer};
      insert into directory.entry_end (district, entry, at, recorded_at)
        select district, id, valid_to, valid_to from directory.entry where valid_to is not null order by valid_to;
      create function directory.record_end() returns trigger language plpgsql as $$
      begin
        insert into directory.entry_end (district, entry, at) values (new.district, new.id, new.valid_to);
        return null;
      end $$;
      create trigger record_end after update on directory.entry
        for each row execute function directory.record_end();`,
  },
  {
    // What the last installation was made from.
    name: '0920_installed',
    sql: 'alter table directory.revision add column installed text',
  },
  {
    name: '0935_classifier',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'classifier', 'days', 'transfers', 'department', 'organisation', 'topic', 'settlement', 'rule',
        'synonyms', 'order', 'official', 'account', 'file'));`,
  },
  {
    name: '0980_followed_search',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'classifier', 'days', 'transfers', 'department', 'organisation', 'topic', 'settlement', 'rule',
        'synonyms', 'order', 'official', 'account', 'search', 'file'));`,
  },
  {
    name: '1000_public_client',
    sql: `
      alter table directory.entry drop constraint entry_kind_check;
      alter table directory.entry add constraint entry_kind_check check (kind in ('district', 'public', 'policy', 'term',
        'reception', 'law', 'classifier', 'days', 'transfers', 'department', 'organisation', 'topic', 'settlement', 'rule',
        'synonyms', 'order', 'official', 'account', 'search', 'client', 'file'));`,
  },
];

/** May run before or after the services' own installation, and repeatedly. */
export function installDirectory(ownerUrl: string): Promise<void> {
  return installShared(ownerUrl, 'directory', directoryMigrations);
}
