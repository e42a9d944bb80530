import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `subscription`: of one address to a topic, a settlement, or both; empty: all. `address` is sealed for its row, `address_hash` a keyed
 * hash; a row ends with its deletion. `sent_until`: what was published later is to be sent. `published_answer`: what all may read, its
 * title sealed as received.
 */
export const subscriptions: Migration = {
  name: '0980_subscriptions',
  sql: `
    create table notifications.subscription (
      district int not null, id uuid not null,
      address text not null, address_hash text not null,
      topic text not null, settlement text not null,
      command uuid not null, letters int not null default 1,
      asked_at timestamptz not null, consented_on text not null,
      confirmed_at timestamptz, sent_until timestamptz not null, sent_on text, next_at timestamptz,
      primary key (district, id));
    create unique index subscription_of_address
      on notifications.subscription (district, address_hash, topic, settlement);
    create index subscription_unconfirmed on notifications.subscription (district, asked_at) where confirmed_at is null;
    grant select, insert, update, delete on notifications.subscription to ${app};
    grant select on notifications.subscription to ${worker};
    ${rowSecurity('notifications', 'subscription')}
    create table notifications.published_answer (
      district int not null, publication uuid not null, appeal uuid not null, question uuid not null,
      title text not null, published_at timestamptz,
      primary key (district, publication));
    create index published_answer_at on notifications.published_answer (district, published_at)
      where published_at is not null;
    grant select, insert, update, delete on notifications.published_answer to ${app};
    grant select on notifications.published_answer to ${worker};
    ${rowSecurity('notifications', 'published_answer')}`,
};
