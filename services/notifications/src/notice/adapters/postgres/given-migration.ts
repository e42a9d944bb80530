import type { Migration } from '@otklik/tenancy';

/** What the sender gave beside the text, sealed: a body that gets the question needs it. */
export const givenBesideText: Migration = {
  name: '0440_given_beside_text',
  sql: 'alter table notifications.applicant add column point text, add column topic_answers text',
};
