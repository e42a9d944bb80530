import { logMigrations } from '@otklik/event-store';
import { caseMigration, consumerMigrations, reactorMigration } from '@otklik/messaging';
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

/** The case as the reactor has it, from what the consumer before it kept of each question. */
const cases: Migration = {
  name: '0601_cases',
  sql: `
    insert into responses.case_row (district, appeal, versions, state, revision)
    select district, appeal, jsonb_object_agg(question, version), jsonb_build_object(
        'appeal', '{"version": 0, "supplements": [], "withdrawn": false, "erased": false}'::jsonb,
        'questions', jsonb_object_agg(question, jsonb_strip_nulls(jsonb_build_object(
          'version', version, 'state', state, 'department', department, 'executor', executor, 'answeredOn', answered))),
        'responses', '{}'::jsonb, 'notices', '{}'::jsonb), 1
    from (
      select e.district, (e.meta ->> 'correlationId')::uuid as appeal, e.question, coalesce(a.version, 1) as version,
        a.department, a.executor, case when s.question is not null then to_char(now(), 'YYYY-MM-DD') end as answered,
        case when s.question is not null then 'ANSWERED' when a.executor is not null then 'IN_WORK'
          when a.department is not null then 'ROUTED' else 'OPEN' end as state
      from (
        select distinct on (district, stream) district, meta, (data ->> 'question')::uuid as question
        from responses.event where type = 'ResponseOpened' order by district, stream, version) e
      left join responses.assignment a on a.district = e.district and a.question = e.question
      left join responses.answered s
        on s.district = e.district and s.question = e.question
    ) known
    group by district, appeal;`,
};

export const migrations: readonly Migration[] = [
  ...logMigrations('responses'),
  ...consumerMigrations('responses'),
  assignment,
  personalDraft,
  answered,
  caseMigration('responses'),
  cases,
  reactorMigration('responses.case', 'responses.routing'),
];
