import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `body_request`: a covering letter that goes as a request by Open311; the row is committed before a byte leaves. `request`: the id by
 * which the body's server knows it, `token` until it tells that.
 */
export const bodyRequests: Migration = {
  name: '0270_body_requests',
  sql: `
    create table notifications.body_request (
      district int not null, letter uuid not null, person uuid not null, organisation text not null,
      begun_at timestamptz not null, posts int not null default 1,
      taken_at timestamptz, token text, request text,
      primary key (district, letter));
    create index body_request_by_person on notifications.body_request (district, person);
    create index delivery_to_bodies on notifications.delivery (next_at) where state = 'PENDING' and way = 'OPEN311';
    grant select, insert, update, delete on notifications.body_request to ${app};
    grant select on notifications.body_request to ${worker};
    ${rowSecurity('notifications', 'body_request')}`,
};

/**
 * `status`, `changed_at`: the latest report of the server on a request. `body_server`: when a server is next polled,
 * and its health.
 */
export const followedRequests: Migration = {
  name: '0300_followed_requests',
  sql: `
    alter table notifications.body_request
      add column status text check (status in ('OPEN', 'CLOSED')), add column changed_at text,
      add column asked_at timestamptz, add column closed_at timestamptz, add column ended_at timestamptz;
    create index body_request_followed on notifications.body_request (district, organisation)
      where taken_at is not null and ended_at is null;
    create table notifications.body_server (
      district int not null, organisation text not null,
      next_at timestamptz not null default clock_timestamp(), failures int not null default 0,
      problem text, problem_since timestamptz, answered_at timestamptz,
      primary key (district, organisation));
    insert into notifications.body_server (district, organisation)
      select distinct district, organisation from notifications.body_request where taken_at is not null;
    grant select, insert, update on notifications.body_server to ${app};
    grant select on notifications.body_server to ${worker};
    ${rowSecurity('notifications', 'body_server')}`,
};

/** The moment up to which the server has reported its updates, by its own clock. */
export const bodyUpdates: Migration = {
  name: '0320_body_updates',
  sql: `alter table notifications.body_server add column updates_until timestamptz`,
};
