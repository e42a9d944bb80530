import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * One row for each series of a district's year: it holds the last number, and is the lock under which the next is given. `series` of a
 * number: the pattern that it was given by; null: a clerk typed it. `serial`: its running part, of typed ones, too, so that
 * a series goes on above what releases before it recorded.
 */
export const outgoingSeries: Migration = {
  name: '0745_outgoing_series',
  sql: `
    create table notifications.outgoing_series (
      district int not null, year int not null, series text not null, last bigint not null,
      primary key (district, year, series));
    grant select, insert, update on notifications.outgoing_series to ${app};
    grant select on notifications.outgoing_series to ${worker};
    ${rowSecurity('notifications', 'outgoing_series')}
    alter table notifications.outgoing_number
      add column series text,
      add column serial bigint generated always as (
        substring(regexp_replace(number, '(^|[^0-9])' || year::text || '([^0-9]|$)', '\\1\\2', 'g') from '([0-9]{1,15})[^0-9]*$')::bigint
      ) stored;
    create index outgoing_number_serial on notifications.outgoing_number (district, year, serial);
    create index outgoing_number_of on notifications.outgoing_number (district, notice)`,
};
