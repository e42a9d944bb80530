import { chainedPosition, chainMigrations } from '@otklik/event-store';
import { consumerMigrations } from '@otklik/messaging';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('administration');

/**
 * Accounts of the embedded OIDC provider. An official may hold roles in several districts with one login, so accounts are
 * the platform's: their rows have the district 0. `password`: argon2id in PHC form; absent until the invitation is used.
 * `totp`: the sealed secret of the second factor. `invitation.id`: hash of the secret in the link.
 */
const accounts: Migration = {
  name: '0001_accounts',
  sql: `
    create table administration.account (
      district int not null,
      login text not null,
      password text,
      password_set_at timestamptz,
      totp text,
      totp_last_counter bigint,
      last_sign_in_at timestamptz,
      created_at timestamptz not null,
      primary key (district, login));
    create table administration.invitation (
      district int not null,
      id text not null,
      login text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      primary key (district, id));
    create index invitation_by_login on administration.invitation (district, login);
    grant select, insert, update, delete on administration.account, administration.invitation to ${app};
    grant select on administration.account, administration.invitation to ${worker};
    ${rowSecurity('administration', 'account')}
    ${rowSecurity('administration', 'invitation')}`,
};

/** What the embedded OIDC provider remembers between the requests of a sign-in: any replica goes on with it. */
const providerItems: Migration = {
  name: '0002_provider_items',
  sql: `
    create table administration.provider_item (
      district int not null,
      kind text not null,
      id text not null,
      payload json not null,
      grant_id text,
      uid text,
      expires_at timestamptz not null,
      consumed_at timestamptz,
      primary key (district, kind, id));
    create index provider_item_by_uid on administration.provider_item (district, kind, uid);
    create index provider_item_by_end on administration.provider_item (district, expires_at);
    grant select, insert, update, delete on administration.provider_item to ${app};
    grant select on administration.provider_item to ${worker};
    ${rowSecurity('administration', 'provider_item')}`,
};

/** What administrators changed, and the memory of their commands' keys. Rows are only added. */
const records: Migration = {
  name: '0100_records',
  sql: `
    create table administration.record (
      district int not null,
      id uuid not null,
      at timestamptz not null,
      by uuid not null,
      kind text not null,
      official uuid,
      details json not null,
      fingerprint text not null,
      primary key (district, id));
    create index record_by_time on administration.record (district, at desc, id desc);
    create index record_by_official on administration.record (district, official, at desc, id desc);
    grant select, insert on administration.record to ${app};
    grant select on administration.record to ${worker};
    ${rowSecurity('administration', 'record')}`,
};

/** `on_behalf_of`: the absent official in whose stead it was done. */
const substitution: Migration = {
  name: '0110_on_behalf_of',
  sql: 'alter table administration.record add column on_behalf_of uuid',
};

/** Letters with anchors of hash chains: one row for each. A row left in SENDING has an unknown outcome. */
const anchorLetters: Migration = {
  name: '0120_anchor_letters',
  sql: `
    create table administration.anchor_letter (
      district int not null, official uuid not null, day text not null,
      state text not null check (state in ('SENDING', 'SENT', 'FAILED', 'POSTPONED')),
      at timestamptz not null, next_at timestamptz,
      primary key (district, official, day));
    grant select, insert, update on administration.anchor_letter to ${app};
    grant select on administration.anchor_letter to ${worker};
    ${rowSecurity('administration', 'anchor_letter')}`,
};

/**
 * Versions of officials' views of lists; the newest is the view. `sealed`: its name and words, of the newest version alone;
 * null where another took its place or it was removed. `department`: code; null: the whole district.
 */
const savedViews: Migration = {
  name: '0150_saved_views',
  sql: `
    create table administration.saved_view (
      district int not null, id uuid not null, version int not null,
      owner uuid not null, is_shared boolean not null, department text,
      list text not null, query text not null, columns json not null, sealed text, removed boolean not null,
      changed_at timestamptz not null, changed_by uuid not null, command uuid not null, fingerprint text not null,
      primary key (district, id, version));
    create unique index saved_view_command on administration.saved_view (district, command);
    grant select, insert on administration.saved_view to ${app};
    grant update (sealed) on administration.saved_view to ${app};
    grant select on administration.saved_view to ${worker};
    ${rowSecurity('administration', 'saved_view')}`,
};

/** Which views an official follows, and what he had seen of each when he opened it last; `seen_on` null: no longer. */
const followedViews: Migration = {
  name: '0160_followed_views',
  sql: `
    create table administration.followed_view (
      district int not null, official uuid not null, id uuid not null,
      seen_on text, seen_count int not null, at timestamptz not null, command uuid not null,
      primary key (district, official, id));
    grant select, insert, update on administration.followed_view to ${app};
    grant select on administration.followed_view to ${worker};
    ${rowSecurity('administration', 'followed_view')}`,
};

/** It consumes nothing yet; the operator's commands ask every service for its blocked keys. */
export const migrations: readonly Migration[] = [
  ...consumerMigrations('administration'),
  accounts,
  providerItems,
  records,
  substitution,
  anchorLetters,
  savedViews,
  followedViews,
  ...chainMigrations('administration'),
  { name: '0910_records_chained', sql: chainedPosition('administration.record', [app]) },
];
