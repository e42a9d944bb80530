import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { chainMigrations } from './chain/chain-migrations.js';

/**
 * The log of one service: sequence, head table, insert-only log, remembered commands. The first migration of a service that
 * owns streams.
 *
 * The head row of a stream is its lock: the version and then the position are drawn under it, so position order equals
 * version order. Payload is `json`, not `jsonb`: it is never searched, and text is cheaper to write and to read. There is no CHECK
 * constraint, because every insert would parse and compile it again (10 % of the CPU of an append by one writer); `verify`
 * checks the versions.
 */
export function logMigrations(service: string): Migration[] {
  const { app, worker } = roleNames(service);
  return [
    {
      name: '0001_log',
      sql: `
create sequence ${service}.event_position as bigint cache 1;

create table ${service}.stream (
  district int not null,
  id uuid not null,
  type text collate "C" not null,
  version int not null,
  primary key (district, id)
) with (fillfactor = 80);

create table ${service}.event (
  position bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  district int not null,
  version int not null,
  stream uuid not null,
  id uuid not null,
  command uuid not null,
  schema smallint not null,
  type text collate "C" not null,
  meta json not null,
  data json not null,
  primary key (district, stream, version)
);
create unique index event_by_position on ${service}.event (position);

create table ${service}.command (
  district int not null,
  id uuid not null,
  stream uuid not null,
  version int not null,
  fingerprint text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  primary key (district, id)
);

${rowSecurity(service, 'stream')}
${rowSecurity(service, 'event')}
${rowSecurity(service, 'command')}
grant usage on sequence ${service}.event_position to ${app};
grant select, insert on ${service}.stream, ${service}.event, ${service}.command to ${app};
grant update (version) on ${service}.stream to ${app};
grant select on ${service}.stream, ${service}.event, ${service}.command to ${worker};
grant delete on ${service}.command to ${worker};`,
    },
    ...chainMigrations(service),
  ];
}
