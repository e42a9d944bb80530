import type { Migration } from '@otklik/tenancy';

/**
 * `to_sign`: the notice leaves by no way before the district's signatory signed it. What was opened after it in a network does not wait
 * for it there.
 */
export const noticesToSign: Migration = {
  name: '0790_notices_to_sign',
  sql: `
    alter table notifications.delivery add column to_sign boolean not null default false;
    create index delivery_to_sign on notifications.delivery (district, notice) where state = 'PENDING' and to_sign;
    create or replace function notifications.waits_as(d notifications.delivery) returns text language sql immutable as $$
      select case when d.state <> 'PENDING' or d.attention is not null or d.to_sign then null
        when d.way = 'EMAIL' and d.awaits_signature then null
        when d.way = 'EMAIL' then 'LETTER'
        when d.way in ('THREAD', 'DIRECT') then 'MESSAGE'
        when d.way = 'OPEN311' then 'BODY_REQUEST' end $$;
    create or replace function notifications.first_message_is_work(of_district int, of_appeal uuid) returns void language sql as $$
      insert into notifications.work (district, kind, key, due_at, attempts, body)
      select d.district, 'MESSAGE', d.notice, d.next_at, d.attempts, '{}'::jsonb from notifications.delivery d
      where d.district = of_district and d.appeal = of_appeal and d.state = 'PENDING' and notifications.waits_as(d) = 'MESSAGE'
        and not exists (select from notifications.delivery e
          where e.district = d.district and e.appeal = d.appeal and e.state = 'PENDING' and e.way in ('THREAD', 'DIRECT')
            and not e.to_sign and e.added < d.added)
      on conflict do nothing $$`,
};
