import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/** Answers that a person placed by hand in a thread, until they were sought there. */
export const placedNotices: Migration = {
  name: '0310_placed_notices',
  sql: `
    create table notifications.placed_notice (
      district int not null, notice uuid not null, misses int not null default 0,
      added_at timestamptz not null default clock_timestamp(), next_at timestamptz not null,
      primary key (district, notice));
    create index placed_notice_due on notifications.placed_notice (next_at);
    grant select, insert, update, delete on notifications.placed_notice to ${app};
    grant select on notifications.placed_notice to ${worker};
    ${rowSecurity('notifications', 'placed_notice')}`,
};

/** Each is work until it was sought; no process of a release knows the table. */
export const placedNoticesAreWork: Migration = {
  name: '0721_placed_notices_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table notifications.placed_notice no force row level security;
    alter table notifications.work no force row level security;
    insert into notifications.work (district, kind, key, due_at, body)
      select district, 'PLACED_NOTICE', notice, next_at, jsonb_build_object('misses', misses, 'placedAt', added_at)
      from notifications.placed_notice;
    alter table notifications.work force row level security;
    drop table notifications.placed_notice`,
};

/** BY_HAND: a person places it, where the network lets no program. RESTORED: it had not left at the moment to which the database was restored, and may have left afterwards. */
export const heldAfterRestore: Migration = {
  name: '0250_held_after_restore',
  sql: `
    alter table notifications.delivery drop constraint delivery_attention_check,
      add constraint delivery_attention_check check (attention in ('UNKNOWN', 'HELD', 'BY_HAND', 'RESTORED'))`,
};
