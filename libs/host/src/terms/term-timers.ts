import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { mirroredWork } from '../work/mirrored-work.js';
import { workTable } from '../work/work-table.js';

/** The table of warnings of terms, by which the release before gives them. */
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

/** Warnings of terms are work. */
export function termTimersAreWork(service: string): readonly Migration[] {
  const timers = mirroredWork('0710_term_timers_are_work', {
    service,
    table: 'term_timer',
    kind: 'TERM',
    columns: 'due_on, fires_at',
    waits: 'true',
    key: `t.stream || '/' || t.rule || '/' || t.share`,
    dueAt: 't.fires_at',
    body: `jsonb_build_object('stream', t.stream, 'appeal', t.appeal, 'rule', t.rule, 'dueOn', t.due_on, 'share', t.share)`,
    // The release before compares the instant by its milliseconds.
    shown: `
      insert into ${service}.term_timer (district, stream, appeal, rule, due_on, share, fires_at)
      values (new.district, (new.body ->> 'stream')::uuid, (new.body ->> 'appeal')::uuid, new.body ->> 'rule',
        new.body ->> 'dueOn', (new.body ->> 'share')::int, date_trunc('milliseconds', new.due_at))
      on conflict (district, stream, rule, share) do update set due_on = excluded.due_on, fires_at = excluded.fires_at`,
    ended: `
      delete from ${service}.term_timer
      where district = old.district and stream = (old.body ->> 'stream')::uuid and rule = old.body ->> 'rule'
        and share = (old.body ->> 'share')::int`,
  });
  return [workTable(service), timers];
}
