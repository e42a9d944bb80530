import { caseMigration, consumerMigrations, upgradeMigration } from '@otklik/messaging';
import { logMigrations } from '@otklik/event-store';
import { termTimers, termTimersAreWork } from '@otklik/host';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('routing');

const received: Migration = {
  name: '0100_received',
  sql: `
    create table routing.received (
      district int not null, appeal uuid not null, person uuid not null,
      text text, settlement text, channel text not null,
      primary key (district, appeal));
    create index on routing.received (district, person);
    grant select, insert, update on routing.received to ${app}, ${worker};
    ${rowSecurity('routing', 'received')}`,
};

/** The topic that the sender chose. */
const chosenTopic: Migration = {
  name: '0440_chosen_topic',
  sql: 'alter table routing.received add column topic text',
};

/** Terms that count a year without a decree, as they were set. */
const provisionalTerm: Migration = {
  name: '0120_provisional_term',
  sql: `
    create table routing.provisional_term (
      district int not null, question uuid not null, appeal uuid not null, rule text not null,
      calendar text not null, deadline json not null,
      primary key (district, question, rule));
    create index on routing.provisional_term (district, calendar);
    grant select, insert, update, delete on routing.provisional_term to ${app}, ${worker};
    ${rowSecurity('routing', 'provisional_term')}`,
};

/** Cases of this district that another one handed over. */
const handoverOrigin: Migration = {
  name: '0130_handover_origin',
  sql: `
    create table routing.handover_origin (
      district int not null, appeal uuid not null, from_district int not null, question uuid not null, times int not null,
      primary key (district, appeal));
    grant select, insert on routing.handover_origin to ${app}, ${worker};
    ${rowSecurity('routing', 'handover_origin')}`,
};

/** When the answer of each question was drafted last. */
const writtenDraft: Migration = {
  name: '0500_written_draft',
  sql: `
    create table routing.written_draft (
      district int not null, question uuid not null, written_at timestamptz not null,
      primary key (district, question));
    grant select, insert, update on routing.written_draft to ${app}, ${worker};
    ${rowSecurity('routing', 'written_draft')}`,
};

/** What officials chose, and what was learned from it. */
const learnedRoute: Migration = {
  name: '0720_learned_route',
  sql: `
    create table routing.decided_route (
      district int not null, question uuid not null, appeal uuid not null, topic text not null, department text not null,
      decided_at timestamptz not null,
      primary key (district, question));
    create index on routing.decided_route (district, decided_at desc);
    grant select, insert, update, delete on routing.decided_route to ${app}, ${worker};
    ${rowSecurity('routing', 'decided_route')}
    create table routing.learned_route (
      district int not null, learned_at timestamptz not null, met jsonb not null, departments jsonb not null,
      model bytea not null,
      primary key (district));
    grant select, insert, update, delete on routing.learned_route to ${app}, ${worker};
    ${rowSecurity('routing', 'learned_route')}`,
};

/** Answers that all may read now. */
const livePublication: Migration = {
  name: '0980_live_publication',
  sql: `
    create table routing.live_publication (
      district int not null, publication uuid not null,
      primary key (district, publication));
    grant select, insert, delete on routing.live_publication to ${app}, ${worker};
    ${rowSecurity('routing', 'live_publication')}`,
};

/** The question that each of them answers. Null: noted before this column was there; no ground may name it until it is released again. */
const livePublicationQuestion: Migration = {
  name: '0990_live_publication_question',
  sql: `
    alter table routing.live_publication add column question uuid;
    grant update on routing.live_publication to ${app}, ${worker};`,
};

/** Codes that were given, what was learned from them, and whether proposals were followed. Decisions of before were not looked at: true. */
const learnedCode: Migration = {
  name: '1010_learned_code',
  sql: `
    alter table routing.decided_route add column offered boolean not null default false;
    alter table routing.decided_route add column measured boolean not null default true;
    create table routing.decided_code (
      district int not null, question uuid not null, appeal uuid not null, topic text, code text not null,
      chosen boolean not null, measured boolean not null, decided_at timestamptz not null,
      primary key (district, question));
    create index on routing.decided_code (district, decided_at desc);
    grant select, insert, update, delete on routing.decided_code to ${app}, ${worker};
    ${rowSecurity('routing', 'decided_code')}
    create table routing.learned_code (
      district int not null, learned_at timestamptz not null, met jsonb not null, model bytea not null,
      primary key (district));
    grant select, insert, update, delete on routing.learned_code to ${app}, ${worker};
    ${rowSecurity('routing', 'learned_code')}
    create table routing.followed_proposal (
      district int not null, kind text not null, question uuid not null, decided_at timestamptz not null, place smallint,
      primary key (district, kind, question));
    create index on routing.followed_proposal (district, decided_at);
    grant select, insert, update, delete on routing.followed_proposal to ${app}, ${worker};
    ${rowSecurity('routing', 'followed_proposal')}`,
};

/** The day by which the body that sent an appeal on asks for the answer. */
const askedBy: Migration = {
  name: '1030_asked_by',
  sql: 'alter table routing.received add column asked_by text',
};

/** Changed rules are tried on what was received last. */
const receivedByDay: Migration = {
  name: '1100_received_by_day',
  sql: 'create index on routing.received (district, received_on)',
};

/** Of a ready text that was put into an answer: how many percent of its words are still in it. */
const followedKept: Migration = {
  name: '1110_followed_kept',
  sql: 'alter table routing.followed_proposal add column kept smallint',
};

export const migrations: readonly Migration[] = [
  ...logMigrations('routing'),
  ...consumerMigrations('routing'),
  received,
  termTimers('routing'),
  provisionalTerm,
  handoverOrigin,
  {
    name: '0420_received_applicant',
    sql: `
      alter table routing.received add column named boolean;
      alter table routing.received add column reachable boolean;
      alter table routing.received add column received_on text;
      alter table routing.received add column name text;
      alter table routing.received add column contact text;
      alter table routing.received add column address text;
      alter table routing.received add column subject text;`,
  },
  chosenTopic,
  {
    name: '0490_received_at',
    sql: `
      alter table routing.received add column received_at timestamptz;
      alter table routing.received add column written_at timestamptz;`,
  },
  writtenDraft,
  caseMigration('routing'),
  upgradeMigration('routing'),
  ...termTimersAreWork('routing'),
  learnedRoute,
  livePublication,
  livePublicationQuestion,
  learnedCode,
  askedBy,
  receivedByDay,
  followedKept,
];
