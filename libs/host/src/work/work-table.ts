import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const NAME = '0700_work';

/** Whether one of the migrations of a service makes its table of work. */
export const haveWork = (migrations: readonly Migration[]): boolean => migrations.some(({ name }) => name === NAME);

/**
 * The work of a service that is no row of an event: letters, messages, timers. `key`: what it is set and cancelled by, of its
 * kind; `lease`: of the attempt under way, which ends at `due_at`; `body`: what its kind needs, without personal data.
 */
export function workTable(service: string): Migration {
  const { app, worker } = roleNames(service);
  return {
    name: NAME,
    sql: `
      create table ${service}.work (
        district int not null, kind text not null, key text not null,
        due_at timestamptz not null, attempts int not null default 0, lease uuid, body jsonb not null,
        primary key (district, kind, key));
      create index work_due on ${service}.work (kind, due_at);
      grant select, insert, update, delete on ${service}.work to ${app}, ${worker};
      ${rowSecurity(service, 'work')}`,
  };
}
