import { logMigrations } from '@otklik/event-store';
import { consumerMigrations } from '@otklik/messaging';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `applicant`: where an appeal's sender can be reached, sealed as received. `delivery`: one row for each notice; while it
 * is PENDING, the sender's to-do list, written in the transaction of the notice's own events.
 */
const deliveries: Migration = {
  name: '0100_deliveries',
  sql: `
    create table notifications.applicant (
      district int not null, appeal uuid not null, person uuid not null,
      contact text, contact_kind text, name text, channel text not null, number text, registered_on text,
      primary key (district, appeal));
    create index applicant_by_person on notifications.applicant (district, person);
    create table notifications.delivery (
      district int not null, notice uuid not null, appeal uuid not null, person uuid not null,
      kind text not null, way text not null, cause uuid not null,
      answer text, signatory uuid, signed_at text,
      state text not null check (state in ('PENDING', 'DONE')),
      attempts int not null default 0,
      begun_at timestamptz,
      next_at timestamptz not null default now(),
      primary key (district, notice));
    create index delivery_due on notifications.delivery (next_at) where state = 'PENDING' and way = 'EMAIL';
    create index delivery_by_person on notifications.delivery (district, person);
    grant select, insert, update on notifications.applicant, notifications.delivery to ${app};
    grant select on notifications.applicant, notifications.delivery to ${worker};
    ${rowSecurity('notifications', 'applicant')}
    ${rowSecurity('notifications', 'delivery')}`,
};

/** Of a letter that is out while its record fails. */
const proofs: Migration = {
  name: '0110_proofs',
  sql: 'alter table notifications.delivery add column proof text',
};

/** When that letter left, ISO 8601 UTC: the day of dispatch does not move with its record. */
const sentAt: Migration = {
  name: '0120_sent_at',
  sql: 'alter table notifications.delivery add column sent_at text',
};

export const migrations: readonly Migration[] = [
  ...logMigrations('notifications'),
  ...consumerMigrations('notifications'),
  deliveries,
  proofs,
  sentAt,
];
