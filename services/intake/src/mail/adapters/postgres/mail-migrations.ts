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

/**
 * Reading a letter is work: of letters that wait, and of those that a process of the release before still adds or puts off
 * while it is being replaced. For it none is due from then on.
 */
export const lettersAreWork: Migration = {
  name: '0720_letters_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table intake.mail no force row level security;
    alter table intake.work no force row level security;
    insert into intake.work (district, kind, key, due_at, attempts, body)
      select district, 'LETTER', id, due_at, attempts, '{}' from intake.mail where state = 'PENDING';
    update intake.mail set due_at = 'infinity' where state = 'PENDING';
    alter table intake.mail force row level security;
    alter table intake.work force row level security;
    create function intake.letter_is_work() returns trigger language plpgsql as $$
      begin
        insert into intake.work (district, kind, key, due_at, body)
        values (new.district, 'LETTER', new.id, new.due_at, '{}')
        on conflict do nothing;
        new.due_at := 'infinity';
        return new;
      end $$;
    create trigger letter_is_work before insert or update on intake.mail
      for each row when (new.state = 'PENDING' and new.due_at < 'infinity') execute function intake.letter_is_work()`,
};
