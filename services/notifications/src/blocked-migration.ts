import type { Migration } from '@otklik/tenancy';

/** Since when the author takes no direct message; null: as far as is known, takes them. */
export const blockedMessages: Migration = {
  name: '0280_blocked_messages',
  sql: `alter table notifications.network_source add column blocked_at text`,
};
