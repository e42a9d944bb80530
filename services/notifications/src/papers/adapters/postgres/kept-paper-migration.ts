import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * The sheets of numbered letters, as PDF. `bytes` are sealed by a key of their own, `sealed_key`, which the applicant's key seals: both
 * are null once the person is erased. Nothing else of a row can be changed: a kept sheet is the same for ever.
 */
export const keptPapers: Migration = {
  name: '0750_kept_papers',
  sql: `
    create table notifications.kept_paper (
      district int not null, notice uuid not null, appeal uuid not null, person uuid not null,
      kind text not null, number text not null, dated_on date not null,
      code text not null, sha256 text not null, size int not null,
      sealed_key text, bytes bytea,
      kept_at timestamptz not null default clock_timestamp(),
      primary key (district, notice));
    alter table notifications.kept_paper alter column bytes set storage external;
    create unique index kept_paper_by_code on notifications.kept_paper (district, code);
    create index kept_paper_by_sha256 on notifications.kept_paper (district, sha256);
    create index kept_paper_by_appeal on notifications.kept_paper (district, appeal);
    create index kept_paper_by_person on notifications.kept_paper (district, person);
    grant select, insert, update (sealed_key, bytes) on notifications.kept_paper to ${app};
    grant select on notifications.kept_paper to ${worker};
    ${rowSecurity('notifications', 'kept_paper')}`,
};

/** NO_PAPER: the letter waits for its sheet, which could not be made so far. */
export const heldForPaper: Migration = {
  name: '0751_held_for_paper',
  sql: `
    alter table notifications.delivery drop constraint delivery_attention_check, add constraint delivery_attention_check
      check (attention in ('UNKNOWN', 'HELD', 'BY_HAND', 'RESTORED', 'NO_PAPER'))`,
};
