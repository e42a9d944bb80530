import { consumerMigrations } from '@otklik/messaging';
import { readModelMigrations } from '@otklik/read-models';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * `register_change`: what live lists and the index follow, one row for each change of a row that answers, with what
 * filters look at before and after. Its numbers survive rebuilds. `applicant_opening`: who opened whose name and contact.
 */
const register: Migration = {
  name: '0100_register',
  sql: `
    create sequence search.register_change_number cache 1;
    create table search.register_change (
      district int not null,
      change bigint not null,
      appeal uuid not null,
      version int not null,
      before json,
      after json not null,
      recorded_at timestamptz not null default now(),
      primary key (district, change));
    create index register_change_by_number on search.register_change (change);
    ${rowSecurity('search', 'register_change')}
    create table search.applicant_opening (
      district int not null,
      appeal uuid not null,
      official uuid not null,
      at timestamptz not null,
      role text not null,
      primary key (district, appeal, official, at));
    ${rowSecurity('search', 'applicant_opening')}
    grant usage on sequence search.register_change_number to ${worker};
    grant select on search.register_change to ${app};
    grant select, insert, delete on search.register_change to ${worker};
    grant select, insert on search.applicant_opening to ${app};
    grant select on search.applicant_opening to ${worker};`,
};

export const migrations: readonly Migration[] = [
  ...consumerMigrations('search'),
  ...readModelMigrations('search'),
  register,
];
