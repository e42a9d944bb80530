import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/** `retention`: cases that have ended once, and the day on which they ended last; null: open again. Filled from the appeals' own events. */
export const retentionMigration: Migration = {
  name: '0180_retention',
  sql: `
    create table intake.retention (
      district int not null,
      appeal uuid not null,
      regime text not null,
      ended_on date,
      held boolean not null,
      primary key (district, appeal));
    create index retention_by_end on intake.retention (district, ended_on, appeal) where ended_on is not null;
    grant select, insert, update, delete on intake.retention to ${app}, ${worker};
    ${rowSecurity('intake', 'retention')}`,
};

/** `promise`: questions whose answer promised measures, and whether these are still awaited. Filled from routing's events. */
export const promiseMigration: Migration = {
  name: '0181_promise',
  sql: `
    create table intake.promise (
      district int not null,
      appeal uuid not null,
      question uuid not null,
      version int not null,
      awaited boolean not null,
      primary key (district, appeal, question));
    grant select, insert, update, delete on intake.promise to ${app}, ${worker};
    ${rowSecurity('intake', 'promise')}`,
};
