import { knownIssuesMigration } from './known-issues/adapters/postgres/known-issues-migration.js';
import { receptionOpenedMigration } from './reception/adapters/postgres/reception-opened-migration.js';
import { receptionMigration } from './reception/adapters/postgres/reception-migration.js';
import { oldJournalMigration } from './old-journal/adapters/postgres/old-journal-migration.js';
import { oldJournalStepsMigration } from './old-journal/adapters/postgres/old-journal-steps-migration.js';
import { publicationPhotosMigration } from './files/adapters/postgres/publication-photos-migration.js';
import { answerFilesMigration } from './files/adapters/postgres/answer-files-migration.js';
import { promiseMigration, retentionMigration } from './retention/adapters/postgres/retention-migration.js';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { reachabilityMigration, setAsideMigration } from './networks/adapters/postgres/reachability-migration.js';
import { reactionsMigration } from './networks/adapters/postgres/reactions-migration.js';
import { mailHealthMigration, mailMigration } from './mail/adapters/postgres/mail-migrations.js';
import { foundMigration } from './found/adapters/postgres/found-migration.js';
import { heardMigration } from './networks/adapters/postgres/heard-migration.js';
import { chainedPosition } from '@otklik/event-store';
import { caseMigration, upgradeMigration } from '@otklik/messaging';
import { movesMigration, toldCountsMigration } from './networks/adapters/postgres/moves-migration.js';
import { open311Migration } from './open311/adapters/postgres/open311-migration.js';
import { open311AnswersMigration } from './open311/adapters/postgres/open311-answers-migration.js';
import { open311PlacesMigration } from './open311/adapters/postgres/open311-places-migration.js';

const { app, worker } = roleNames('intake');
const tables = ['number_series', 'follow_up', 'open_attempt', 'file', 'file_chunk', 'file_opened'];

/**
 * `number_series`: the last number given, by district, journal and local year; its row is the lock of registration.
 * `follow_up`: receipt and registration numbers with the hash of the follow-up code.
 * `open_attempt`: requests for links in a window. `file`, `file_chunk`: sealed uploads; `file_opened`:
 * which official opened which. `duplicate`: which appeals were ever marked as a duplicate of which. `file_object`: objects
 * of sealed uploads in a bucket; `goes_after`: when a sweep may delete one that is not committed, or was removed.
 * `follow_up_link`: requests for a link in place of a lost code, by whom one was used; never its secret.
 */
export const intakeMigrations: readonly Migration[] = [
  {
    name: '0020_intake',
    sql: `
      create table intake.number_series (
        district int not null,
        journal text not null check (journal in ('APPEALS', 'MESSAGES')),
        year int not null,
        last int not null check (last > 0),
        primary key (district, journal, year));
      create table intake.follow_up (
        district int not null,
        number text not null,
        appeal uuid not null,
        person uuid not null,
        code_hash bytea not null,
        key_id text not null,
        primary key (district, number, appeal));
      create index follow_up_by_appeal on intake.follow_up (district, appeal);
      create index follow_up_by_person on intake.follow_up (district, person);
      create table intake.open_attempt (
        district int not null,
        about text not null,
        since timestamptz not null,
        count int not null,
        primary key (district, about));
      create table intake.file (
        district int not null,
        id uuid not null,
        type text not null,
        size int not null,
        sha256 text not null,
        sealed_key text not null,
        sealed_name text,
        appeal uuid,
        uploaded_at timestamptz not null,
        primary key (district, id));
      create index file_by_appeal on intake.file (district, appeal) where appeal is not null;
      create index file_unclaimed on intake.file (district, uploaded_at) where appeal is null;
      create table intake.file_chunk (
        district int not null,
        file uuid not null,
        place int not null,
        sealed bytea not null,
        primary key (district, file, place));
      alter table intake.file_chunk alter column sealed set storage external;
      create table intake.file_opened (
        district int not null,
        file uuid not null,
        official uuid not null,
        at timestamptz not null,
        primary key (district, file, official, at));
      grant select, insert, update, delete on intake.open_attempt, intake.file to ${app};
      grant select, insert, update on intake.number_series to ${app};
      grant select, insert, delete on intake.follow_up, intake.file_chunk to ${app};
      grant select, insert on intake.file_opened to ${app};
      grant select on ${tables.map((table) => `intake.${table}`).join(', ')} to ${worker};
      ${tables.map((table) => rowSecurity('intake', table)).join('')}`,
  },
  {
    name: '0030_duplicates',
    sql: `
      create table intake.duplicate (
        district int not null,
        original uuid not null,
        appeal uuid not null,
        primary key (district, original, appeal));
      grant select, insert on intake.duplicate to ${app};
      grant select on intake.duplicate to ${worker};
      ${rowSecurity('intake', 'duplicate')}`,
  },
  {
    name: '0040_file_objects',
    sql: `
      create table intake.file_object (
        district int not null,
        name uuid not null,
        file uuid not null,
        goes_after timestamptz,
        primary key (district, name));
      create index file_object_by_file on intake.file_object (district, file);
      create index file_object_going on intake.file_object (district, goes_after) where goes_after is not null;
      grant select, insert, update, delete on intake.file_object to ${app};
      grant select on intake.file_object to ${worker};
      ${rowSecurity('intake', 'file_object')}`,
  },
  {
    name: '0050_follow_up_links',
    sql: `
      create table intake.follow_up_link (
        district int not null,
        id uuid not null,
        fingerprint text not null,
        appeal uuid,
        person uuid,
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        sent boolean not null,
        used_by uuid,
        primary key (district, id));
      create index follow_up_link_due on intake.follow_up_link (requested_at) where not sent;
      create index follow_up_link_by_appeal on intake.follow_up_link (district, appeal) where appeal is not null;
      grant select, insert, update, delete on intake.follow_up_link to ${app};
      grant update on intake.follow_up to ${app};
      grant select on intake.follow_up_link to ${worker};
      ${rowSecurity('intake', 'follow_up_link')}`,
  },
  {
    name: '0060_file_opened_by_time',
    sql: 'create index file_opened_by_time on intake.file_opened (district, at, file, official);',
  },
  {
    name: '0070_questions',
    sql: `
      create table intake.question (
        district int not null,
        appeal uuid not null,
        question uuid not null,
        version int not null,
        state text not null,
        ended_on text,
        notice uuid,
        department text,
        primary key (district, appeal, question));
      grant select, insert, update on intake.question to ${app}, ${worker};
      ${rowSecurity('intake', 'question')}`,
  },
  {
    name: '0080_co_executors',
    sql: `
      alter table intake.question add column co_officials text[] not null default '{}';
      alter table intake.question add column co_departments text[] not null default '{}';`,
  },
  {
    name: '0081_file_opened_on_behalf',
    sql: 'alter table intake.file_opened add column on_behalf_of uuid;',
  },
  mailMigration,
  heardMigration,
  {
    name: '0110_heard_by_account',
    sql: 'create index heard_message_by_account on intake.heard_message (district, account, at) where at is not null;',
  },
  open311Migration,
  reactionsMigration,
  reachabilityMigration,
  setAsideMigration,
  mailHealthMigration,
  movesMigration,
  toldCountsMigration,
  {
    name: '0180_heard_lanes_by_district',
    sql: `
      drop index intake.heard_lane_due;
      create index heard_lane_due on intake.heard_lane (district, due_at) where due_at is not null;`,
  },
  answerFilesMigration,
  { name: '0910_file_opened_chained', sql: chainedPosition('intake.file_opened', [app]) },
  { name: '0911_file_opened_end', sql: `grant delete on intake.file_opened to ${worker};` },
  retentionMigration,
  promiseMigration,
  open311PlacesMigration,
  {
    name: '0420_question_ends',
    sql: `
      alter table intake.question add column ended_by text;
      alter table intake.question add column ground text;`,
  },
  {
    name: '0421_queues_of_killed_workers',
    sql: `update intake.heard_lane set due_at = now() where due_at is null and leased_until < now() - interval '5 minutes';`,
  },
  { name: '0430_question_terms', sql: 'alter table intake.question add column due_on text;' },
  knownIssuesMigration,
  receptionMigration,
  receptionOpenedMigration,
  caseMigration('intake'),
  upgradeMigration('intake'),
  open311AnswersMigration,
  publicationPhotosMigration,
  oldJournalMigration,
  foundMigration,
  oldJournalStepsMigration,
];
