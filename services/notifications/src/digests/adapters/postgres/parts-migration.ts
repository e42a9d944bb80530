import type { Migration } from '@otklik/tenancy';

/** Officials whose parts of the answer are not done. */
export const undoneParts: Migration = {
  name: '0970_undone_parts',
  sql: `alter table notifications.watched_question add column parts_of uuid[] not null default '{}'`,
};

/** Departments whose parts of the answer are not done, by their codes. */
export const undoneDepartmentParts: Migration = {
  name: '0972_undone_department_parts',
  sql: `alter table notifications.watched_question add column parts_in text[] not null default '{}'`,
};
