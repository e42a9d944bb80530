import { confirmedDatives } from './letters/store/confirmed-datives-migration.js';
import { letterOpenings } from './letters/store/letter-openings-migration.js';
import { logMigrations } from '@otklik/event-store';
import { caseMigration, consumerMigrations, upgradeMigration } from '@otklik/messaging';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { blockedMessages, returnedLetters, withdrawnConsents } from './letters/adapters/postgres/blocked-migration.js';
import { bodyRequests, bodyUpdates, followedRequests } from './bodies/adapters/postgres/body-migration.js';
import { filesMigration } from './letters/adapters/postgres/files-migration.js';
import { givenBesideText } from './notice/adapters/postgres/given-migration.js';
import { noticesToSign } from './notice/adapters/postgres/to-sign-migration.js';
import { outgoingSeries } from './notice/adapters/postgres/outgoing-series-migration.js';
import { heldAfterRestore, placedNotices } from './networks/adapters/postgres/placed-migration.js';
import { alarmLetters, alarmsAreWork } from './digests/adapters/postgres/alarm-migration.js';
import { undoneDepartmentParts, undoneParts } from './digests/adapters/postgres/parts-migration.js';
import { unreadAssignments } from './digests/adapters/postgres/unread-migration.js';
import { newsOfSearches } from './news/store/news-migration.js';
import { repliesInPlace } from './letters/adapters/postgres/reply-migration.js';
import { heldForPaper, keptPapers } from './papers/adapters/postgres/kept-paper-migration.js';
import { letterSignatures } from './papers/adapters/postgres/signature-migration.js';
import { subscriptions } from './subscriptions/store/subscription-migration.js';
import { waitingIsWork } from './waiting-migrations.js';
import { webhookMigrations } from './webhooks/adapters/postgres/webhook-migration.js';

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

/**
 * Ways by post and by wish; what a notice tells beside a text. `duplicate`: appeals that are considered under the number of
 * another.
 */
const statutoryNotices: Migration = {
  name: '0160_statutory_notices',
  sql: `
    alter table notifications.applicant
      add column receipt text not null default '', add column phone text, add column address text,
      add column answer_way text, add column account boolean not null default false,
      add column withdrawn boolean not null default false;
    alter table notifications.delivery add column details json not null default '{}', add column answer_field text;
    create index delivery_by_appeal on notifications.delivery (district, appeal) where state = 'PENDING';
    create table notifications.duplicate (
      district int not null, duplicate uuid not null, original uuid not null,
      primary key (district, duplicate));
    create index duplicate_of on notifications.duplicate (district, original);
    grant select, insert, update, delete on notifications.duplicate to ${app};
    grant select on notifications.duplicate to ${worker};
    ${rowSecurity('notifications', 'duplicate')}`,
};

/** `verdict`: whether a signed answer is sent. `claimed_until`: an attempt to send the letter is under way. */
const verdicts: Migration = {
  name: '0170_verdicts',
  sql: `
    create table notifications.verdict (
      district int not null, answer uuid not null, verdict text not null check (verdict in ('ACCEPTED', 'REFUSED')),
      primary key (district, answer));
    grant select, insert on notifications.verdict to ${app};
    grant select on notifications.verdict to ${worker};
    ${rowSecurity('notifications', 'verdict')}
    alter table notifications.delivery add column claimed_until timestamptz;
    create index delivery_open_of_question on notifications.delivery (district, question) where state = 'PENDING'`,
};

/** Of one who signed in another's stead: a letter is signed with the post of that day. */
const post: Migration = {
  name: '0180_post',
  sql: 'alter table notifications.delivery add column post text',
};

/**
 * `watched_question`: what morning letters say, as routing published it. `digest`: one row for each letter; A row left
 * in SENDING has an unknown outcome.
 */
const digests: Migration = {
  name: '0190_digests',
  sql: `
    create table notifications.watched_question (
      district int not null, question uuid not null, appeal uuid not null, version int not null,
      department text, executor uuid, open boolean not null, rule text, due_on text, work_by text,
      escalated boolean not null,
      primary key (district, question));
    create index watched_by_executor on notifications.watched_question (district, executor) where open;
    create index watched_escalated on notifications.watched_question (district, department) where open and escalated;
    create table notifications.digest (
      district int not null, official uuid not null, day text not null,
      state text not null check (state in ('SENDING', 'SENT', 'EMPTY', 'FAILED', 'POSTPONED')),
      at timestamptz not null, next_at timestamptz,
      primary key (district, official, day));
    create index digest_by_day on notifications.digest (district, day);
    grant select, insert, update on notifications.watched_question, notifications.digest to ${app};
    grant select on notifications.watched_question, notifications.digest to ${worker};
    ${rowSecurity('notifications', 'watched_question')}
    ${rowSecurity('notifications', 'digest')}`,
};

/** A fact that comes after the erasure of its applicant causes no notice. */
const erased: Migration = {
  name: '0200_erased',
  sql: 'alter table notifications.applicant add column erased boolean not null default false',
};

/**
 * `outgoing_number`: the key makes a number one letter's in its district and year. Letters that were recorded before keep theirs,
 * the earliest of those that have the same.
 */
const outgoingNumbers: Migration = {
  name: '0210_outgoing_numbers',
  sql: `
    create table notifications.outgoing_number (
      district int not null, year int not null, number text not null, notice uuid not null,
      given_at timestamptz not null default clock_timestamp(),
      primary key (district, year, number));
    create index outgoing_number_latest on notifications.outgoing_number (district, year, given_at);
    grant select, insert on notifications.outgoing_number to ${app};
    grant select on notifications.outgoing_number to ${worker};
    insert into notifications.outgoing_number (district, year, number, notice, given_at)
      select district, left(data -> 'posting' ->> 'sentOn', 4)::int, data -> 'posting' ->> 'number', stream, recorded_at
      from notifications.event
      where type in ('NoticeDispatched', 'ProofCameLate') and data -> 'posting' ->> 'number' is not null
      order by position
      on conflict do nothing;
    ${rowSecurity('notifications', 'outgoing_number')}`,
};

/** Of what came by e-mail: to which mailbox, and the Message-ID that the answer names, sealed as received. */
const mailSources: Migration = {
  name: '0230_mail_sources',
  sql: `
    create table notifications.mail_source (
      district int not null, appeal uuid not null, person uuid not null, account uuid not null, mail_id text,
      primary key (district, appeal));
    create index mail_source_by_person on notifications.mail_source (district, person);
    grant select, insert, update on notifications.mail_source to ${app};
    grant select on notifications.mail_source to ${worker};
    ${rowSecurity('notifications', 'mail_source')}`,
};

/**
 * `network_source`: where a message from a network came from (`ref` sealed as received), and when the person wrote there last.
 * `network_part`: what we say in a network, part by part, sealed; a row is committed before a byte leaves. `attention`: the
 * notice waits for a person; `words`: the public words, sealed.
 */
const networkParts: Migration = {
  name: '0240_network_parts',
  sql: `
    create table notifications.network_source (
      district int not null, appeal uuid not null, person uuid not null,
      network text not null, account uuid not null, kind text not null check (kind in ('COMMENT', 'DIRECT')),
      ref text, heard_at text not null,
      primary key (district, appeal));
    create index network_source_by_person on notifications.network_source (district, person);
    grant select, insert, update on notifications.network_source to ${app};
    grant select on notifications.network_source to ${worker};
    ${rowSecurity('notifications', 'network_source')}
    alter table notifications.delivery
      add column attention text check (attention in ('UNKNOWN', 'HELD')), add column words text,
      add column added bigint generated always as identity;
    drop index notifications.delivery_due;
    create index delivery_due on notifications.delivery (next_at)
      where state = 'PENDING' and way in ('EMAIL', 'THREAD', 'DIRECT');
    create index delivery_waiting on notifications.delivery (district)
      where state = 'PENDING' and way in ('THREAD', 'DIRECT');
    create table notifications.network_part (
      district int not null, notice uuid not null, way text not null, part int not null, parts int not null,
      text text not null,
      state text not null check (state in ('CLAIMED', 'SENT', 'UNKNOWN', 'REJECTED')),
      claimed_at timestamptz not null, outcome json,
      primary key (district, notice, way, part));
    grant select, insert, update, delete on notifications.network_part to ${app};
    grant select on notifications.network_part to ${worker};
    ${rowSecurity('notifications', 'network_part')}`,
};

/** By it the moderator answers a message at once. */
const templatesForMessages: Migration = {
  name: '0260_templates_for_messages',
  sql: `alter table notifications.answer_template add column for_messages boolean not null default false`,
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
  statutoryNotices,
  verdicts,
  post,
  digests,
  erased,
  outgoingNumbers,
  mailSources,
  alarmLetters,
  networkParts,
  ...webhookMigrations,
  heldAfterRestore,
  templatesForMessages,
  bodyRequests,
  blockedMessages,
  returnedLetters,
  followedRequests,
  placedNotices,
  bodyUpdates,
  withdrawnConsents,
  filesMigration,
  givenBesideText,
  repliesInPlace,
  ...alarmsAreWork,
  caseMigration('notifications'),
  upgradeMigration('notifications'),
  ...waitingIsWork,
  outgoingSeries,
  unreadAssignments,
  keptPapers,
  heldForPaper,
  letterSignatures,
  letterOpenings,
  confirmedDatives,
  undoneParts,
  noticesToSign,
  undoneDepartmentParts,
  subscriptions,
  newsOfSearches,
];
