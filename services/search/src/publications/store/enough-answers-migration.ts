import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/** `answer_enough`: that a published answer was enough, by a key of which nothing else is known, and the day. */
export const enoughAnswers: Migration = {
  name: '0923_answers_enough',
  sql: `
    create table search.answer_enough (
      district int not null,
      answer uuid not null,
      key uuid not null,
      on_day date not null,
      primary key (district, answer, key));
    create index answer_enough_by_day on search.answer_enough (district, on_day);
    grant select, insert on search.answer_enough to ${app};
    grant select on search.answer_enough to ${worker};
    ${rowSecurity('search', 'answer_enough')}`,
};
