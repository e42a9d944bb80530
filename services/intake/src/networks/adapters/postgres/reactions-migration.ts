import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');
const tables = ['counted', 'counted_for', 'count_pace'];

/**
 * What people do with messages in networks. `counted`: a message or a post that is counted, and when next; null: not now.
 * `counted_for`: for which appeal, and what was recorded last. `count_pace`: when an account may be asked again. Ids of messages are
 * keyed hashes; where they stand is sealed.
 */
export const reactionsMigration: Migration = {
  name: '0130_reactions',
  sql: `
    create table intake.counted (
      district int not null,
      message uuid not null,
      account uuid not null,
      sealed text not null,
      since timestamptz not null,
      due_at timestamptz,
      asked_at timestamptz,
      hinted_at timestamptz,
      misses int not null default 0,
      primary key (district, message));
    create index counted_due on intake.counted (district, account, due_at) where due_at is not null;
    create table intake.counted_for (
      district int not null,
      message uuid not null,
      appeal uuid not null,
      target text not null,
      last json,
      hushed boolean not null default false,
      primary key (district, message, appeal, target));
    create index counted_for_by_appeal on intake.counted_for (district, appeal);
    create table intake.count_pace (
      district int not null,
      account uuid not null,
      next_at timestamptz not null,
      primary key (district, account));
    grant select, insert, update, delete on ${tables.map((table) => `intake.${table}`).join(', ')} to ${app};
    grant select on intake.counted to ${worker};
    grant select, insert, update on intake.count_pace to ${worker};
    ${tables.map((table) => rowSecurity('intake', table)).join('')}`,
};
