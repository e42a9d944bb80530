import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `known_issue`: each known issue as its stream has it, for the pages where residents write. `known_issue_message`: the messages that
 * are joined to it.
 */
export const knownIssuesMigration: Migration = {
  name: '0431_known_issues',
  sql: `
    create table intake.known_issue (
      district int not null,
      id uuid not null,
      version int not null,
      status text not null,
      title text not null,
      said text not null,
      said_sah text,
      topics text[] not null,
      settlements text[] not null,
      words text[] not null,
      organisation text,
      opened_at timestamptz not null,
      opened_by uuid,
      changed_at timestamptz not null,
      shown_until timestamptz not null,
      done text,
      primary key (district, id));
    create index known_issue_open on intake.known_issue (district, opened_at) where status <> 'ENDED';
    create table intake.known_issue_message (
      district int not null,
      issue uuid not null,
      appeal uuid not null,
      primary key (district, issue, appeal));
    create index known_issue_message_by_appeal on intake.known_issue_message (district, appeal);
    grant select, insert, update on intake.known_issue to ${app};
    grant select, insert, delete on intake.known_issue_message to ${app};
    grant select on intake.known_issue, intake.known_issue_message to ${worker};
    ${rowSecurity('intake', 'known_issue')}
    ${rowSecurity('intake', 'known_issue_message')}`,
};
