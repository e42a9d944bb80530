import { mirroredWork, workTable } from '@otklik/host';
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

/** Letters about danger to life are work. */
const alarmsMoved = mirroredWork('0710_alarms_are_work', {
  service: 'notifications',
  table: 'alarm',
  kind: 'ALARM',
  columns: 'done, next_at, attempts',
  waits: 'not t.done',
  key: `t.id || '/' || t.official`,
  row: `id = (new.body ->> 'id')::uuid and official = (new.body ->> 'official')::uuid`,
  dueAt: 't.next_at',
  attempts: 't.attempts',
  body: `jsonb_build_object('id', t.id, 'official', t.official, 'appeal', t.appeal, 'danger', t.danger)`,
  shown: `
    insert into notifications.alarm (district, id, official, appeal, danger, attempts, next_at)
    values (new.district, (new.body ->> 'id')::uuid, (new.body ->> 'official')::uuid, (new.body ->> 'appeal')::uuid,
      new.body ->> 'danger', new.attempts, new.due_at)
    on conflict (district, id, official) do update
    set done = false, attempts = excluded.attempts, next_at = excluded.next_at`,
  ended: `
    update notifications.alarm set done = true
    where district = old.district and id = (old.body ->> 'id')::uuid and official = (old.body ->> 'official')::uuid
      and not done`,
  granted: 'insert, update',
});

export const alarmsAreWork: readonly Migration[] = [workTable('notifications'), alarmsMoved];
