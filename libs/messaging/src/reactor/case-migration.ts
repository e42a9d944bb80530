import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/**
 * What the service knows of each case: its fold of published facts. `versions`: the last version applied of each source
 * stream. `revision` counts the writes, so that of two writers the second one notices. `erased`: nothing may be kept.
 */
export function caseMigration(service: string): Migration {
  const { app, worker } = roleNames(service);
  return {
    name: '0600_case',
    sql: `
      create table ${service}.case_row (
        district int not null,
        appeal uuid not null,
        versions jsonb not null,
        state jsonb not null,
        revision int not null,
        erased boolean not null default false,
        primary key (district, appeal)) with (fillfactor = 70);
      grant select, insert, update on ${service}.case_row to ${app};
      grant select on ${service}.case_row to ${worker};
      ${rowSecurity(service, 'case_row')}`,
  };
}
