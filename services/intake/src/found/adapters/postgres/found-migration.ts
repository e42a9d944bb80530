import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');
const tables = ['watched_place', 'found_message'];

/**
 * What people write beside the district's own pages. `watched_place`: how far a community of the district's file was read, and why it is not.
 * `found_message`: what was found there, sealed, with a keyed hash of its text, until a case is made of it or its 30 days are over; its id
 * is the keyed hash of its place that a message of the district's own page has.
 */
export const foundMigration: Migration = {
  name: '0450_found_messages',
  sql: `
    create table intake.watched_place (
      district int not null,
      code text not null,
      since timestamptz not null,
      position text,
      read_at timestamptz,
      problem text,
      primary key (district, code));
    create table intake.found_message (
      district int not null,
      id uuid not null,
      account uuid not null,
      community text not null,
      url text not null,
      sealed text,
      same uuid,
      written_at timestamptz,
      found_at timestamptz not null,
      version int not null default 1,
      outcome text,
      decided_at timestamptz,
      decided_by uuid,
      command uuid,
      fingerprint text,
      primary key (district, id));
    create index found_message_waiting on intake.found_message (district, found_at) where outcome is null;
    create index found_message_decided on intake.found_message (district, decided_at) where outcome is not null;
    create index found_message_same on intake.found_message (district, same) where same is not null;
    grant select, insert, update, delete on ${tables.map((table) => `intake.${table}`).join(', ')} to ${app};
    grant select on ${tables.map((table) => `intake.${table}`).join(', ')} to ${worker};
    ${tables.map((table) => rowSecurity('intake', table)).join('')}`,
};
