import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `file.response`: it was uploaded for an answer. `answer_file`: the files of each signed answer, and whether its
 * signature is valid.
 */
export const answerFilesMigration: Migration = {
  name: '0190_answer_files',
  sql: `
    alter table intake.file add column response uuid;
    create table intake.answer_file (
      district int not null, appeal uuid not null, response uuid not null, answer uuid not null,
      files uuid[] not null, state text not null,
      primary key (district, response, answer));
    create index answer_file_by_appeal on intake.answer_file (district, appeal);
    create index answer_file_by_file on intake.answer_file using gin (files);
    grant select, insert, update, delete on intake.answer_file to ${app};
    grant select on intake.answer_file to ${worker};
    ${rowSecurity('intake', 'answer_file')}`,
};
