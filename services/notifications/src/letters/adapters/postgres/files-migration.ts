import type { Migration } from '@otklik/tenancy';

/** How many files go with the answer, and their names, sealed under the event that signed it. */
export const filesMigration: Migration = {
  name: '0340_files_of_answers',
  sql: `alter table notifications.delivery add column file_count int not null default 0, add column file_names text`,
};
