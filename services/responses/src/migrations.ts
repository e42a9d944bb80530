import { logMigrations } from '@otklik/event-store';
import { consumerMigrations } from '@otklik/messaging';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('responses');

const assignment: Migration = {
  name: '0100_assignment',
  sql: `
    create table responses.assignment (
      district int not null, question uuid not null, version int not null,
      department text, executor uuid,
      primary key (district, question));
    grant select, insert, update on responses.assignment to ${app}, ${worker};
    ${rowSecurity('responses', 'assignment')}`,
};

/** An official's own unsent text for a response. `commands`: the newest saves, so that a late retry restores nothing. */
const personalDraft: Migration = {
  name: '0110_personal_draft',
  sql: `
    create table responses.personal_draft (
      district int not null, response uuid not null, official uuid not null,
      sealed text not null, outcome text, promised_until text, based_on int not null, saved_at timestamptz not null, commands uuid[] not null,
      primary key (district, response, official));
    grant select, insert, update, delete on responses.personal_draft to ${app};
    grant select on responses.personal_draft to ${worker};
    ${rowSecurity('responses', 'personal_draft')}`,
};

/** Questions whose answer is proved to be sent, as routing published it. */
const answered: Migration = {
  name: '0120_answered',
  sql: `
    create table responses.answered (district int not null, question uuid not null, primary key (district, question));
    grant select, insert, delete on responses.answered to ${app}, ${worker};
    ${rowSecurity('responses', 'answered')}`,
};

export const migrations: readonly Migration[] = [
  ...logMigrations('responses'),
  ...consumerMigrations('responses'),
  assignment,
  personalDraft,
  answered,
];
