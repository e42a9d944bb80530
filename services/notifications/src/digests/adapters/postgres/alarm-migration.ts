import { workTable } from '@otklik/host';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/** Letters about danger to life to the officials on duty. */
export const alarmLetters: Migration = {
  name: '0230_alarms',
  sql: `
    create table notifications.alarm (
      district int not null, id uuid not null, official uuid not null, appeal uuid not null, danger text not null,
      attempts int not null default 0,
      done boolean not null default false,
      next_at timestamptz not null default now(),
      primary key (district, id, official));
    create index alarm_due on notifications.alarm (next_at) where not done;
    grant select, insert, update on notifications.alarm to ${app};
    grant select on notifications.alarm to ${worker};
    ${rowSecurity('notifications', 'alarm')}`,
};

/**
 * Letters about danger to life are work: those that wait are copied, and so is what a process of the release before still adds
 * while it is being replaced. Its own table is empty for it from then on.
 */
const alarmsMoved: Migration = {
  name: '0710_alarms_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table notifications.alarm no force row level security;
    alter table notifications.work no force row level security;
    insert into notifications.work (district, kind, key, due_at, attempts, body)
      select district, 'ALARM', id || '/' || official, next_at, attempts,
        jsonb_build_object('id', id, 'official', official, 'appeal', appeal, 'danger', danger)
      from notifications.alarm where not done;
    update notifications.alarm set done = true where not done;
    alter table notifications.alarm force row level security;
    alter table notifications.work force row level security;
    create function notifications.alarm_is_work() returns trigger language plpgsql as $$
      begin
        insert into notifications.work (district, kind, key, due_at, body)
        values (new.district, 'ALARM', new.id || '/' || new.official, clock_timestamp(),
          jsonb_build_object('id', new.id, 'official', new.official, 'appeal', new.appeal, 'danger', new.danger))
        on conflict do nothing;
        new.done := true;
        return new;
      end $$;
    create trigger alarm_is_work before insert on notifications.alarm
      for each row when (not new.done) execute function notifications.alarm_is_work()`,
};

export const alarmsAreWork: readonly Migration[] = [workTable('notifications'), alarmsMoved];
