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

export const migrations: readonly Migration[] = [
  ...logMigrations('responses'),
  ...consumerMigrations('responses'),
  assignment,
];
