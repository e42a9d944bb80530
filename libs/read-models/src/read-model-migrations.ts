import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/**
 * Bookkeeping of read models. `history`: every public event as received, in commit order (`change`). `read_model`: the
 * live tables and the last change applied to them. `read_model_build`: builds in progress, with lease (`beat`) and owner. The
 * worker creates read tables, so it has the right to create in this schema.
 */
export function readModelMigrations(service: string): readonly Migration[] {
  const { app, worker } = roleNames(service);
  return [
    {
      name: '0020_read_models',
      sql: `
        create table ${service}.history (
          district int not null,
          event uuid not null,
          appeal uuid not null,
          change bigint generated always as identity,
          topic text not null,
          position bigint not null,
          type text not null,
          at timestamptz not null,
          body json not null,
          primary key (district, event));
        create unique index history_by_change on ${service}.history (change);
        create index history_by_appeal on ${service}.history (district, appeal, change);
        ${rowSecurity(service, 'history')}
        create table ${service}.read_model (
          name text primary key,
          version int not null,
          base text,
          change bigint not null,
          swapped_at timestamptz);
        create table ${service}.read_model_build (
          base text primary key,
          name text not null,
          version int not null,
          change bigint not null,
          owner uuid not null,
          beat timestamptz not null default now());
        grant select on ${service}.history, ${service}.read_model, ${service}.read_model_build to ${app};
        grant select, insert on ${service}.history to ${worker};
        grant select, insert, update, delete on ${service}.read_model, ${service}.read_model_build to ${worker};
        grant create on schema ${service} to ${worker};`,
    },
    {
      // `rebuild --from-logs` replaces what is not in the owners' logs.
      name: '0021_mend_history',
      sql: `grant delete on ${service}.history to ${worker};`,
    },
  ];
}
