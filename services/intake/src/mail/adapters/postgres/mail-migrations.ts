import { mirroredWork } from '@otklik/host';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `mail`: letters that came, and what became of them; their bytes are sealed files, `original` says which. `sender` and
 * `message_id` are keyed hashes. `mailbox`: how far a mailbox has been read by IMAP, and who reads it.
 */
export const mailMigration: Migration = {
  name: '0090_mail',
  sql: `
    create table intake.mail (
      district int not null,
      id uuid not null,
      account uuid not null,
      original json not null,
      addressed uuid,
      received_at timestamptz not null,
      state text not null default 'PENDING' check (state in ('PENDING', 'CASE', 'ADDED', 'NOTHING')),
      attempts int not null default 0,
      due_at timestamptz not null,
      appeal uuid,
      sender bytea,
      message_id bytea,
      primary key (district, id));
    create index mail_due on intake.mail (due_at) where state = 'PENDING';
    create index mail_by_message_id on intake.mail (district, message_id) where message_id is not null;
    create index mail_by_sender on intake.mail (district, sender, received_at) where sender is not null;
    create index mail_by_appeal on intake.mail (district, appeal) where appeal is not null;
    create table intake.mailbox (
      district int not null,
      account uuid not null,
      uid_validity bigint,
      last_uid bigint,
      looked_at timestamptz,
      held_by uuid,
      held_until timestamptz,
      problem text,
      primary key (district, account));
    grant select, insert, update on intake.mail, intake.mailbox to ${app};
    grant select on intake.mail, intake.mailbox to ${worker};
    ${rowSecurity('intake', 'mail')}
    ${rowSecurity('intake', 'mailbox')}`,
};

/** `whole_bytes`: of a letter that was cut. `since`, `problem_at`: how a mailbox does, for the district's administrator. */
export const mailHealthMigration: Migration = {
  name: '0160_mail_health',
  sql: `
    alter table intake.mail add column whole_bytes int;
    create index mail_by_account on intake.mail (district, account, received_at);
    alter table intake.mailbox add column since timestamptz not null default now(), add column problem_at timestamptz;`,
};

/** Reading a letter is work. Where its row says what became of it, there is none. */
export const lettersAreWork: Migration = mirroredWork('0720_letters_are_work', {
  service: 'intake',
  table: 'mail',
  kind: 'INCOMING_LETTER',
  columns: 'state, due_at, attempts',
  waits: `(t.state = 'PENDING' and t.due_at < 'infinity')`,
  key: 't.id::text',
  row: 'id = new.key::uuid',
  dueAt: 't.due_at',
  attempts: 't.attempts',
  shown: `
    update intake.mail set due_at = new.due_at, attempts = new.attempts
    where district = new.district and id = new.key::uuid and state = 'PENDING'`,
  granted: 'update (due_at, attempts)',
});
