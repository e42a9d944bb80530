import { serviceOf } from '../consumer-database.js';
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

/**
 * When the service came to have a reactor: what was recorded before is past to concerns that begin now (`Consumer.begins`). A new
 * installation has no past.
 */
export function upgradeMigration(service: string): Migration {
  const { app, worker } = roleNames(service);
  return {
    name: '0603_upgrade',
    sql: `
      create table ${service}.upgrade (at timestamptz not null);
      insert into ${service}.upgrade select clock_timestamp() where exists (select from ${service}.checkpoint);
      grant select on ${service}.upgrade to ${app}, ${worker};`,
  };
}

/**
 * The reactor takes the place of a consumer: it begins at its checkpoint, and its blocked keys become the reactor's own. Its
 * inbox tells what it was through with. A process of the new build may have started before the migration ended. A reactor whose
 * handlers bear the names of several former consumers needs no migration: it begins at the beginning, from which it learns the
 * cases, and asks the inbox of each; their blocked keys stay theirs.
 */
export function reactorMigration(reactor: string, consumer: string): Migration {
  const service = serviceOf(reactor);
  return {
    name: '0602_reactor',
    sql: `
      insert into ${service}.checkpoint (consumer, topic, partition, position, last_position)
      select '${reactor}', topic, partition, position, last_position
      from ${service}.checkpoint where consumer = '${consumer}'
      on conflict (consumer, topic, partition) do update
      set position = excluded.position, last_position = excluded.last_position
      where checkpoint.position < excluded.position;
      update ${service}.blocked_event set consumer = '${reactor}' where consumer = '${consumer}';
      update ${service}.blocked_key set consumer = '${reactor}' where consumer = '${consumer}';`,
  };
}
