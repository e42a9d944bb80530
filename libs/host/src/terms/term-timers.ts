import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { workTable } from '../work/work-table.js';

/** The former table of warnings of terms. */
export function termTimers(service: string): Migration {
  const { app, worker } = roleNames(service);
  return {
    name: '0110_term_timer',
    sql: `
      create table ${service}.term_timer (
        district int not null, stream uuid not null, appeal uuid not null, rule text not null, due_on text not null,
        share int not null, fires_at timestamptz not null,
        primary key (district, stream, rule, share));
      create index on ${service}.term_timer (fires_at);
      grant select, insert, update, delete on ${service}.term_timer to ${app}, ${worker};
      ${rowSecurity(service, 'term_timer')}`,
  };
}

/**
 * Warnings of terms are work: those that wait are moved, and so is what a process of the release before still sets while it is
 * being replaced. Its own table is empty for it from then on.
 */
export function termTimersAreWork(service: string): readonly Migration[] {
  const moved = (timer: string) => `
    insert into ${service}.work (district, kind, key, due_at, body)
    select t.district, 'TERM', t.stream || '/' || t.rule || '/' || t.share, t.fires_at,
      jsonb_build_object('stream', t.stream, 'appeal', t.appeal, 'rule', t.rule, 'dueOn', t.due_on, 'share', t.share)
    from ${timer} t`;
  const sql = `
    -- The owner of the database may be a role that row-level security binds.
    alter table ${service}.term_timer no force row level security;
    alter table ${service}.work no force row level security;
    ${moved(`${service}.term_timer`)};
    delete from ${service}.term_timer;
    alter table ${service}.term_timer force row level security;
    alter table ${service}.work force row level security;
    create function ${service}.term_timer_is_work() returns trigger language plpgsql as $$
      begin
        ${moved('(select new.*)')}
        on conflict (district, kind, key) do update
        set due_at = excluded.due_at, attempts = 0, lease = null, body = excluded.body;
        return null;
      end $$;
    create trigger term_timer_is_work before insert on ${service}.term_timer
      for each row execute function ${service}.term_timer_is_work()`;
  return [workTable(service), { name: '0710_term_timers_are_work', sql }];
}
