import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * `review_prepared`: an edition of a review with its text and numbers as they were counted. `review_decided`: that it was released, or taken
 * back, and by whom. Both are evidence, in hash chains of their own.
 */
export const reviewsReleased: Migration = {
  name: '0921_reviews_released',
  sql: `
    create table search.review_prepared (
      district int not null,
      id uuid not null,
      at timestamptz not null,
      period text not null,
      edition int not null,
      title text not null,
      text text not null,
      tables text not null,
      official uuid not null,
      on_behalf_of uuid,
      command uuid not null,
      fingerprint text not null,
      primary key (district, id));
    create unique index review_prepared_edition on search.review_prepared (district, period, edition);
    create unique index review_prepared_command on search.review_prepared (district, command);
    create table search.review_decided (
      district int not null,
      review uuid not null,
      version int not null,
      at timestamptz not null,
      state text not null,
      official uuid not null,
      on_behalf_of uuid,
      command uuid not null,
      fingerprint text not null,
      primary key (district, review, version));
    create unique index review_decided_command on search.review_decided (district, command);
    ${['review_prepared', 'review_decided']
      .map(
        (table) => `${rowSecurity('search', table)}
    grant select, insert on search.${table} to ${app};
    grant select on search.${table} to ${worker};
    ${chainedPosition(`search.${table}`, [app])}`,
      )
      .join('\n')}`,
};

/** Why an edition was dropped or taken back; null of those that had their end before. */
export const reviewReasons: Migration = {
  name: '1040_review_reasons',
  sql: `alter table search.review_decided add column reason text;`,
};
