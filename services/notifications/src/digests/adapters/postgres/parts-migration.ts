import type { Migration } from '@otklik/tenancy';

/** Officials whose parts of the answer are not done. */
export const undoneParts: Migration = {
  name: '0970_undone_parts',
  sql: `alter table notifications.watched_question add column parts_of uuid[] not null default '{}'`,
};
