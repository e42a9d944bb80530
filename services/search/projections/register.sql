-- One row an appeal: columns for filters and order, the fold of all its facts, and in clear what is searched.
-- A row without a receipt belongs to an appeal whose first fact has not come yet. Dates and instants are ISO text:
-- they sort as they read and no driver converts them.
create table {table} (
  district int not null,
  id uuid not null,
  change bigint not null,
  receipt text,
  number text,
  registered_on text collate "C",
  regime text,
  channel text,
  state text,
  received_at text collate "C",
  received_on text collate "C",
  due_on text collate "C",
  rating int,
  departments text[] not null,
  topics text[] not null,
  executors text[] not null,
  question_states text[] not null,
  response_states text[] not null,
  settlement text,
  person uuid,
  erased boolean not null,
  clear json not null,
  fold json not null,
  -- What lists show, so that they read neither folds nor whole texts; null without a receipt.
  listed json,
  primary key (district, id));
create index on {table} (district, (coalesce(due_on, '9999-12-31')), id) where receipt is not null;
create index on {table} (district, received_at, id) where receipt is not null;
create index on {table} (district, change);
create index on {table} (district, person);

-- Where a reader waits for his own write: the last version of each stream, and the appeal that it belongs to.
create table {table}_stream (
  district int not null,
  stream uuid not null,
  appeal uuid not null,
  version int not null,
  primary key (district, stream));

-- Answers to be told in person.
create table {table}_notice (
  district int not null,
  id uuid not null,
  appeal uuid not null,
  way text not null,
  state text not null,
  opened_at text collate "C" not null,
  notice json not null,
  primary key (district, id));
create index on {table}_notice (district, opened_at, id) where way = 'ORAL' and state = 'PENDING';
