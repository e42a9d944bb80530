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
 * The reactor takes the place of a consumer: it begins at its checkpoint, and its blocked keys become the reactor's own. Its
 * inbox tells what it was through with.
 */
export function reactorMigration(reactor: string, consumers: readonly string[]): Migration {
  const service = serviceOf(reactor);
  const former = listed(consumers);
  return {
    name: '0602_reactor',
    sql: `${beginning(reactor, consumers)}
      insert into ${service}.blocked_event (district, consumer, appeal, topic, event, body)
      select district, '${reactor}', appeal, topic, event, body
      from ${service}.blocked_event where consumer in (${former}) order by place
      on conflict (district, consumer, event) do nothing;
      insert into ${service}.blocked_key (district, consumer, appeal, state, reason, event, attempts, waits, since, retry_at)
      select distinct on (district, appeal) district, '${reactor}', appeal, state, reason, event, attempts, waits, since, retry_at
      from ${service}.blocked_key where consumer in (${former}) order by district, appeal, state, since;
      delete from ${service}.blocked_event where consumer in (${former});
      delete from ${service}.blocked_key where consumer in (${former});`,
  };
}

/**
 * The reactor takes the place of several consumers, which become its handlers under their names: it begins at the least of their
 * checkpoints. Their blocked keys stay theirs, since one may have been through with events that another one had not seen.
 */
export function handlersMigration(reactor: string, consumers: readonly string[]): Migration {
  return { name: '0602_reactor', sql: beginning(reactor, consumers) };
}

function beginning(reactor: string, consumers: readonly string[]): string {
  const service = serviceOf(reactor);
  return `
      insert into ${service}.checkpoint (consumer, topic, partition, position, last_position)
      select distinct on (topic, partition) '${reactor}', topic, partition, position, last_position
      from ${service}.checkpoint where consumer in (${listed(consumers)})
      order by topic, partition, position;`;
}

function listed(consumers: readonly string[]): string {
  return consumers.map((name) => `'${name}'`).join(', ');
}
