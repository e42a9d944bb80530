import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/** Sessions of browsers; of the platform, whose district is 0: one sign-in may hold rights in several districts. */
const sessions: Migration = {
  name: '0001_sessions',
  sql: `
    create table gateway.session (
      district int not null,
      id text not null,
      subject text not null,
      is_resident boolean not null,
      id_token text,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (district, id));
    create index session_by_subject on gateway.session (district, subject);
    grant select, insert, update, delete on gateway.session to ${roleNames('gateway').app};
    ${rowSecurity('gateway', 'session')}`,
};

/** Of residents who signed in. */
const profiles: Migration = {
  name: '0002_profiles',
  sql: 'alter table gateway.session add column profile text',
};

export const migrations: readonly Migration[] = [sessions, profiles];
