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
      regime text, text text, settlement text, place text,
      primary key (district, appeal));
    create index applicant_by_person on notifications.applicant (district, person);
    create table notifications.delivery (
      district int not null, notice uuid not null, appeal uuid not null, person uuid not null,
      kind text not null, way text not null, cause uuid not null,
      answer text, signatory uuid, signed_at text, question uuid,
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

/** What letters and their previews say of a question, as routing published it. */
const questions: Migration = {
  name: '0130_questions',
  sql: `
    create table notifications.question (
      district int not null, question uuid not null, appeal uuid not null, version int not null,
      topic text, department text, executor uuid, due_on text,
      primary key (district, question));
    grant select, insert, update on notifications.question to ${app};
    grant select on notifications.question to ${worker};
    ${rowSecurity('notifications', 'question')}`,
};

/** Versions are appended; the newest is the template. `command`: the command that made the version. */
const templates: Migration = {
  name: '0140_answer_templates',
  sql: `
    create table notifications.answer_template (
      district int not null, id uuid not null, version int not null,
      topic text, title text not null, text text not null, outcome text, removed boolean not null,
      changed_at timestamptz not null, changed_by uuid not null, command uuid not null, fingerprint text not null,
      primary key (district, id, version));
    create unique index answer_template_command on notifications.answer_template (district, command);
    grant select, insert on notifications.answer_template to ${app};
    grant select on notifications.answer_template to ${worker};
    ${rowSecurity('notifications', 'answer_template')}`,
};

/** Letters with links in place of lost codes; an applicant that is not consumed yet is waited for by the consumer. */
const linkLetters: Migration = {
  name: '0150_link_letters',
  sql: `
    create table notifications.link_letter (
      district int not null, link uuid not null, appeal uuid not null, person uuid not null,
      expires_at timestamptz not null,
      done boolean not null default false,
      next_at timestamptz not null default now(),
      primary key (district, link));
    create index link_letter_due on notifications.link_letter (next_at) where not done;
    create index link_letter_by_person on notifications.link_letter (district, person);
    grant select, insert, update on notifications.link_letter to ${app};
    grant select on notifications.link_letter to ${worker};
    ${rowSecurity('notifications', 'link_letter')}`,
};

export const migrations: readonly Migration[] = [
  ...logMigrations('notifications'),
  ...consumerMigrations('notifications'),
  deliveries,
  proofs,
  sentAt,
  questions,
  templates,
  linkLetters,
];
