import type { Migration } from '@otklik/tenancy';

/** Whether the executor has read what was assigned to him. What is assigned before this is no news, so it counts as read. */
export const unreadAssignments: Migration = {
  name: '0850_unread_assignments',
  sql: `alter table notifications.watched_question add column unread boolean not null default false`,
};
