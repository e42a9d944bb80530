import type { Migration } from '@otklik/tenancy';

/** As a clerk confirmed the dative of the applicant's name, with that name; sealed by the applicant's key. */
export const confirmedDatives: Migration = {
  name: '0965_confirmed_datives',
  sql: 'alter table notifications.applicant add column dative text',
};
