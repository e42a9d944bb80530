import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `came_at`: when an appeal was recorded; null of one from before this, which is news to no one. `counted_appeal`: which appeals
 * were counted as new in a saved search, for whom, and in the letter of which day.
 */
export const newsOfSearches: Migration = {
  name: '0990_news_of_searches',
  sql: `
    alter table notifications.applicant add column came_at timestamptz, add column received_at timestamptz;
    create index applicant_by_arrival on notifications.applicant (district, came_at) where came_at is not null;
    create table notifications.counted_appeal (
      district int not null, search uuid not null, reader uuid not null, appeal uuid not null,
      letter text not null, counted_at timestamptz not null,
      primary key (district, search, reader, appeal));
    create index counted_appeal_by_time on notifications.counted_appeal (district, counted_at);
    grant select, insert, update, delete on notifications.counted_appeal to ${app};
    grant select on notifications.counted_appeal to ${worker};
    ${rowSecurity('notifications', 'counted_appeal')}`,
};
