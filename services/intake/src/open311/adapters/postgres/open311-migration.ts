import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');
const tables = ['open311_request', 'open311_update', 'open311_post'];

/**
 * `open311_request`: what may be published of a case to other front-ends; text and point are as sealed in its events,
 * and there only where its sender agreed to publication. `open311_update`: when it changed. `open311_post`: what was
 * posted in the last minutes, by keyed hashes.
 */
export const open311Migration: Migration = {
  name: '0120_open311',
  sql: `
    create table intake.open311_request (
      district int not null,
      appeal uuid not null,
      account uuid,
      service text,
      published boolean not null default false,
      state text,
      number text,
      due_on text,
      requested_at timestamptz,
      updated_at timestamptz,
      text text,
      point text,
      primary key (district, appeal));
    create index open311_request_by_time on intake.open311_request (district, requested_at)
      where requested_at is not null and (account is not null or published);
    create table intake.open311_update (
      district int not null,
      id uuid not null,
      appeal uuid not null,
      version int not null,
      state text not null,
      at timestamptz not null,
      primary key (district, id));
    create index open311_update_by_time on intake.open311_update (district, at);
    create index open311_update_by_appeal on intake.open311_update (district, appeal);
    create table intake.open311_post (
      district int not null,
      account uuid not null,
      key uuid not null,
      fingerprint bytea not null,
      point text,
      at timestamptz not null,
      primary key (district, key));
    create index open311_post_same on intake.open311_post (district, account, fingerprint);
    create index open311_post_by_time on intake.open311_post (at);
    grant select, insert, update, delete on ${tables.map((table) => `intake.${table}`).join(', ')} to ${app}, ${worker};
    ${tables.map((table) => rowSecurity('intake', table)).join('')}`,
};
