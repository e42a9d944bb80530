import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/** Whether authors of messages let an account write to them; `author` is a keyed hash, as in `heard_message`. */
export const reachabilityMigration: Migration = {
  name: '0140_reachability',
  sql: `
    create table intake.reachability (
      district int not null,
      account uuid not null,
      author uuid not null,
      allowed boolean not null,
      at timestamptz not null,
      primary key (district, account, author));
    create index heard_message_by_author on intake.heard_message (district, author) where place = 'CASE';
    grant select, insert, update, delete on intake.reachability to ${app};
    ${rowSecurity('intake', 'reachability')}`,
};

/** What was captured and cannot be read: it holds up nothing, and an operator has it read again. */
export const setAsideMigration: Migration = {
  name: '0150_set_aside',
  sql: `
    alter table intake.captured add column aside_at timestamptz;
    create index captured_aside on intake.captured (district, ref) where aside_at is not null;
    grant update on intake.captured, intake.heard_message to ${worker};`,
};
