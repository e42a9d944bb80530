import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * Whom published answers helped. `browser` and `address` are keyed hashes; the address goes with its hour, and no row says who it was or
 * when within the hour.
 */
export const answerMarks: Migration = {
  name: '0930_answer_marks',
  sql: `
    create table search.answer_mark (
      district int not null,
      publication uuid not null,
      browser text not null,
      address text,
      helped boolean not null,
      hour timestamptz not null,
      primary key (district, publication, browser));
    create index answer_mark_address on search.answer_mark (district, hour) where address is not null;
    ${rowSecurity('search', 'answer_mark')}
    grant select, insert, update on search.answer_mark to ${app};
    grant select on search.answer_mark to ${worker};`,
};

/** An answer that was enough is counted once an hour a network, whose keyed hash goes with its hour, too; the worker clears both. */
export const enoughByNetwork: Migration = {
  name: '0935_answers_enough_by_network',
  sql: `
    alter table search.answer_enough add column address text;
    alter table search.answer_enough add column hour timestamptz;
    create index answer_enough_address on search.answer_enough (district, answer) where address is not null;
    grant update (address) on search.answer_mark to ${worker};
    grant update (address) on search.answer_enough to ${worker};`,
};
