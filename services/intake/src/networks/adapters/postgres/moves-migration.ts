import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/** Threads that became others; ids are keyed hashes, `place` is sealed. */
export const movesMigration: Migration = {
  name: '0160_moved_threads',
  sql: `
    create table intake.heard_move (
      district int not null,
      origin uuid not null,
      current uuid not null,
      account uuid not null,
      place text not null,
      at timestamptz not null,
      primary key (district, origin),
      unique (district, current));
    grant select, insert, delete on intake.heard_move to ${app};
    grant select on intake.heard_move to ${worker};
    ${rowSecurity('intake', 'heard_move')}`,
};

/** Counts that a network pushes, until they are recorded: the count, and its time. */
export const toldCountsMigration: Migration = {
  name: '0170_told_counts',
  sql: `
    alter table intake.counted add column told json;
    alter table intake.counted add column told_at timestamptz;`,
};
