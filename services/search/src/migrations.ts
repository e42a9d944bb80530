import { chainedPosition, chainMigrations } from '@otklik/event-store';
import { consumerMigrations } from '@otklik/messaging';
import { readModelMigrations } from '@otklik/read-models';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';
import { printedCases, printedLetters } from './records/adapters/postgres/printed-cases-migration.js';
import { reportResults } from './reports/store/report-results-migration.js';
import { reportsMade } from './reports/store/reports-made-migration.js';
import { enoughAnswers } from './publications/store/enough-answers-migration.js';
import { answerMarks, enoughByNetwork } from './publications/store/answer-marks-migration.js';
import { reviewReasons, reviewsReleased } from './reports/store/reviews-released-migration.js';
import { waveMarks } from './warnings/store/wave-marks-migration.js';

const { app, worker } = roleNames('search');

/**
 * `register_change`: what live lists and the index follow, one row for each change of a row that answers, with what
 * filters look at before and after. Its numbers survive rebuilds. `contact_opening`: who opened whose name and contact, and why.
 */
const register: Migration = {
  name: '0100_register',
  sql: `
    create sequence search.register_change_number cache 1;
    create table search.register_change (
      district int not null,
      change bigint not null,
      appeal uuid not null,
      version int not null,
      before json,
      after json not null,
      recorded_at timestamptz not null default now(),
      primary key (district, change));
    create index register_change_by_number on search.register_change (change);
    ${rowSecurity('search', 'register_change')}
    create table search.contact_opening (
      district int not null,
      id uuid not null,
      appeal uuid not null,
      official uuid not null,
      role text not null,
      at timestamptz not null,
      reason text,
      primary key (district, id));
    create index contact_opening_by_time on search.contact_opening (district, at, id);
    create index contact_opening_by_appeal on search.contact_opening (district, appeal, at, id);
    create index contact_opening_by_official on search.contact_opening (district, official, at, id);
    ${rowSecurity('search', 'contact_opening')}
    grant usage on sequence search.register_change_number to ${worker};
    grant select on search.register_change to ${app};
    grant select, insert, delete on search.register_change to ${worker};
    grant select, insert on search.contact_opening to ${app};
    grant select on search.contact_opening to ${worker};`,
};

/** Of the release that has the migration. */
const MAPPING_AT_1041 = 21;

const indexTables = ['index_document', 'index_word', 'index_gram', 'index_posting', 'index_statistics'];

/**
 * Full text. `index_document`: an appeal's exact words and its lemmas in order, what filters look at (`facets`) and
 * what is counted of it (`counted`); `index_posting`: how often a lemma occurs in it; `index_word`: exact words and
 * lemmas with the number of texts that hold them, the lemmas' stems, and in `index_gram` their 3-grams;
 * `index_statistics`: how many texts a district has, and how many words. Under row-level security only comparisons that
 * leak nothing use an index: plain equality on plain columns, not `@@` or `&&`; hence no GIN here. `build` lets a new
 * index be filled beside the one that answers (`index_state`). It has no planner statistics: by them a build that was
 * begun since the last ANALYZE would hold no rows, any index would seem good enough, and searches would read whole
 * builds until autovacuum comes by.
 */
const index: Migration = {
  name: '0101_index',
  sql: `
    create table search.index_state (one boolean primary key default true check (one), build int not null);
    insert into search.index_state (build) values (1);
    create table search.index_checkpoint (
      build int primary key,
      base text not null,
      change bigint not null,
      at timestamptz not null default now());
    create table search.index_document (
      district int not null,
      build int not null,
      id uuid not null,
      no int generated always as identity,
      version bigint not null,
      gone boolean not null,
      words text not null,
      sequence text not null,
      length int not null,
      received_at text collate "C" not null,
      facets jsonb not null,
      counted jsonb not null,
      primary key (district, build, id));
    create unique index index_document_no on search.index_document (district, build, no);
    create table search.index_word (
      district int not null,
      build int not null,
      lemma boolean not null,
      word text collate "C" not null,
      no int generated always as identity,
      texts int not null,
      stem text collate "C" not null default '',
      primary key (district, build, lemma, word));
    create unique index index_word_no on search.index_word (district, build, no);
    create index index_word_by_stem on search.index_word (district, build, stem) where stem <> '';
    create index index_word_unused on search.index_word (district, build) where texts <= 0;
    create table search.index_gram (
      district int not null,
      build int not null,
      lemma boolean not null,
      gram text collate "C" not null,
      word int not null,
      primary key (district, build, lemma, gram, word));
    create index index_gram_by_word on search.index_gram (district, build, word);
    create table search.index_posting (
      district int not null,
      build int not null,
      word int not null,
      document int not null,
      frequency real not null,
      length int not null,
      primary key (district, build, word, document));
    create index index_posting_by_document on search.index_posting (district, build, document);
    create table search.index_statistics (
      district int not null,
      build int not null,
      texts bigint not null,
      words bigint not null,
      primary key (district, build));
    ${indexTables.map((table) => `alter table search.${table} alter column build set statistics 0;`).join(' ')}
    grant select, insert, update, delete on search.index_state, search.index_checkpoint,
      ${indexTables.map((table) => `search.${table}`).join(', ')} to ${app}, ${worker};
    ${indexTables.map((table) => rowSecurity('search', table)).join('')}`,
};

/** How far the search server's builds have followed the register, where there is one; at most one is being filled. */
const serverIndex: Migration = {
  name: '0102_server_index',
  sql: `
    create table search.server_index (
      build text primary key,
      base text not null,
      change bigint not null,
      filling boolean not null,
      at timestamptz not null default now());
    create unique index server_index_filling on search.server_index (filling) where filling;
    grant select, insert, update, delete on search.server_index to ${worker};`,
};

/** Which process writes to the search server: one at a time, for a few seconds. */
const writerLease: Migration = {
  name: '0103_writer_lease',
  sql: `
    create table search.writer_lease (
      one boolean primary key default true check (one),
      holder uuid not null,
      until timestamptz not null);
    grant select, insert, update, delete on search.writer_lease to ${worker};`,
};

/** A row for each window that has a card open, renewed by heartbeats; worth nothing after a crash. */
const cardViewers: Migration = {
  name: '0104_card_viewer',
  sql: `
    create unlogged table search.card_viewer (
      district int not null,
      appeal uuid not null,
      window_id uuid not null,
      official uuid not null,
      seen_at timestamptz not null default now(),
      primary key (district, appeal, window_id));
    ${rowSecurity('search', 'card_viewer')}
    grant select, insert, update, delete on search.card_viewer to ${app};`,
};

/** `contact_opening` also records opened cards, and saved files, which belong to no single appeal. */
const openings: Migration = {
  name: '0105_openings',
  sql: `
    alter table search.contact_opening add column kind text not null default 'CONTACT';
    alter table search.contact_opening add column rows int;
    alter table search.contact_opening alter column appeal drop not null;`,
};

/** A body opens the page of its covering letter: it is no official. */
const bodyOpenings: Migration = {
  name: '0107_body_openings',
  sql: `
    alter table search.contact_opening alter column official drop not null;
    alter table search.contact_opening add column body text;`,
};

/** What was saved as a file: what a search found, or a list, and then which. */
const exportedLists: Migration = {
  name: '0108_exported_lists',
  sql: `
    alter table search.contact_opening add column exported text;
    alter table search.contact_opening add column worklist text;
    update search.contact_opening set exported = 'FOUND' where kind = 'EXPORT';`,
};

/** In whose stead it was opened. */
const openedOnBehalf: Migration = {
  name: '0109_opened_on_behalf',
  sql: `alter table search.contact_opening add column on_behalf_of uuid;`,
};

/** What was opened is in a hash chain: no row can be changed or removed unseen. */
const chainedOpenings: Migration = {
  name: '0910_openings_chained',
  sql: chainedPosition('search.contact_opening', [app]),
};

/** Rows go by the term of storage, block by block of their chain. */
const openingsEnd: Migration = {
  name: '0911_openings_end',
  sql: `grant delete on search.contact_opening to ${worker};`,
};

/**
 * A count that no index looks at is updated on its page. Words that fall out are known from the count itself, and their
 * 3-grams from the word. The worker analyses what it has filled.
 */
const countedInPlace: Migration = {
  name: '0120_index_counts_in_place',
  sql: `
    drop index search.index_word_unused;
    drop index search.index_gram_by_word;
    alter table search.index_word set (fillfactor = 60);
    alter table search.index_document set (fillfactor = 80);
    do $$ begin
      if current_setting('server_version_num')::int >= 170000 then
        grant maintain on ${indexTables.map((table) => `search.${table}`).join(', ')} to ${worker};
      end if;
    end $$;`,
};

/** By which release's mapping the build was made that answers; a build of before was made by an older one, where there is any. */
const mappedBuild: Migration = {
  name: '1041_index_mapping',
  sql: `
    alter table search.index_state add column mapping int not null default 0;
    update search.index_state set mapping = ${MAPPING_AT_1041}
      where not exists (select from search.index_checkpoint);`,
};

export const migrations: readonly Migration[] = [
  ...consumerMigrations('search'),
  ...readModelMigrations('search'),
  register,
  index,
  serverIndex,
  writerLease,
  cardViewers,
  openings,
  bodyOpenings,
  exportedLists,
  openedOnBehalf,
  countedInPlace,
  ...chainMigrations('search'),
  chainedOpenings,
  openingsEnd,
  printedCases,
  reportsMade,
  printedLetters,
  waveMarks,
  reviewsReleased,
  enoughAnswers,
  answerMarks,
  enoughByNetwork,
  reportResults,
  reviewReasons,
  mappedBuild,
];
