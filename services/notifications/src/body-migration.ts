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
