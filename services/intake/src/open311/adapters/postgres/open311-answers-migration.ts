import type { Migration } from '@otklik/tenancy';

/** The published answer of a request whose sender agreed to both: that of the request, and that of its answer. */
export const open311AnswersMigration: Migration = {
  name: '0985_open311_answers',
  sql: `
    alter table intake.open311_request add column answer uuid;
    alter table intake.open311_request add column answer_live boolean not null default false;`,
};
