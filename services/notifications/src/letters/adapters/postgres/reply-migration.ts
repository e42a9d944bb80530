import type { Migration } from '@otklik/tenancy';

/**
 * `said`: what was written in the thread after the appeal, id of its event → ref, sealed as received. `ref` of a delivery: the
 * message that the notice answers, where that is not the appeal itself.
 */
export const repliesInPlace: Migration = {
  name: '0500_replies_in_place',
  sql: `
    alter table notifications.network_source add column said jsonb not null default '{}';
    alter table notifications.delivery add column ref text`,
};
