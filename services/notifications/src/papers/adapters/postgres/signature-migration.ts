import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `letter_signature`: electronic signatures over sheets, sealed by the applicant's key, named by their SHA-256. `awaits_signature`: the letter
 * does not leave by e-mail before one of them is enough.
 */
export const letterSignatures: Migration = {
  name: '0760_letter_signatures',
  sql: `
    create table notifications.letter_signature (
      district int not null, notice uuid not null, sha256 text not null, sealed text not null,
      primary key (district, notice, sha256));
    grant select, insert on notifications.letter_signature to ${app};
    grant select on notifications.letter_signature to ${worker};
    ${rowSecurity('notifications', 'letter_signature')}
    alter table notifications.delivery add column awaits_signature boolean not null default false;
    create or replace function notifications.waits_as(d notifications.delivery) returns text language sql immutable as $$
      select case when d.state <> 'PENDING' or d.attention is not null then null
        when d.way = 'EMAIL' and d.awaits_signature then null
        when d.way = 'EMAIL' then 'LETTER'
        when d.way in ('THREAD', 'DIRECT') then 'MESSAGE'
        when d.way = 'OPEN311' then 'BODY_REQUEST' end $$`,
};
