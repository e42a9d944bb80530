import type { Migration } from '@otklik/tenancy';

/** Since when the author takes no direct message; null: as far as is known, takes them. */
export const blockedMessages: Migration = {
  name: '0280_blocked_messages',
  sql: `alter table notifications.network_source add column blocked_at text`,
};

/** The applicant withdrew the consent: a message is answered on its page alone. */
export const withdrawnConsents: Migration = {
  name: '0330_withdrawn_consents',
  sql: `alter table notifications.applicant add column consent_withdrawn boolean not null default false`,
};

/** When a letter came back; by what left and came back a district's accounts are counted. */
export const returnedLetters: Migration = {
  name: '0290_returned_letters',
  sql: `
    alter table notifications.delivery add column returned_at text;
    create index delivery_that_left on notifications.delivery (district, (greatest(sent_at, returned_at)))
      where greatest(sent_at, returned_at) is not null`,
};
