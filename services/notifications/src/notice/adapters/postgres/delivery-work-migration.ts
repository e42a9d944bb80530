import { claimsWaitForNoRow } from '@otklik/host';
import { roleNames, type Migration } from '@otklik/tenancy';

const { worker } = roleNames('notifications');

/**
 * A delivery that waits for a channel of the service has work of that kind: `LETTER`, `MESSAGE` (of each appeal the
 * first alone: messages go in the order in which they were opened) or `BODY_REQUEST`; its key is the notice. Triggers
 * keep the two in step for any writer. Time, attempts and lease of both are the same, so that of two processes, one of
 * them of the previous release, one sends it, before and after a rollback, too.
 */
export const deliveriesAreWork: Migration = {
  name: '0730_deliveries_are_work',
  sql: `
    create function notifications.waits_as(d notifications.delivery) returns text language sql immutable as $$
      select case when d.state <> 'PENDING' or d.attention is not null then null
        when d.way = 'EMAIL' then 'LETTER'
        when d.way in ('THREAD', 'DIRECT') then 'MESSAGE'
        when d.way = 'OPEN311' then 'BODY_REQUEST' end $$;
    create function notifications.first_message_is_work(of_district int, of_appeal uuid) returns void language sql as $$
      insert into notifications.work (district, kind, key, due_at, attempts, body)
      select d.district, 'MESSAGE', d.notice, d.next_at, d.attempts, '{}'::jsonb from notifications.delivery d
      where d.district = of_district and d.appeal = of_appeal and d.state = 'PENDING' and notifications.waits_as(d) = 'MESSAGE'
        and not exists (select from notifications.delivery e
          where e.district = d.district and e.appeal = d.appeal and e.state = 'PENDING' and e.way in ('THREAD', 'DIRECT')
            and e.added < d.added)
      on conflict do nothing $$;

    -- The owner of the database may be a role that row-level security binds.
    alter table notifications.delivery no force row level security;
    alter table notifications.work no force row level security;
    insert into notifications.work (district, kind, key, due_at, attempts, body)
      select district, notifications.waits_as(d), notice, next_at, attempts, '{}'::jsonb from notifications.delivery d
      where state = 'PENDING' and notifications.waits_as(d) in ('LETTER', 'BODY_REQUEST');
    do $$ begin
      perform notifications.first_message_is_work(district, appeal) from (
        select distinct district, appeal from notifications.delivery
        where state = 'PENDING' and way in ('THREAD', 'DIRECT')) waiting;
    end $$;
    alter table notifications.delivery force row level security;
    alter table notifications.work force row level security;

    create function notifications.delivery_is_work() returns trigger language plpgsql as $$
      declare
        was text := case when tg_op = 'UPDATE' then notifications.waits_as(old) end;
        waits text := notifications.waits_as(new);
      begin
        -- By the work itself.
        if pg_trigger_depth() > 1 then return null; end if;
        if was is distinct from waits then
          delete from notifications.work where district = new.district and kind = was and key = new.notice::text;
        else
          update notifications.work set due_at = new.next_at, attempts = new.attempts, lease = null
          where district = new.district and kind = waits and key = new.notice::text;
        end if;
        if waits in ('LETTER', 'BODY_REQUEST') and was is distinct from waits then
          insert into notifications.work (district, kind, key, due_at, attempts, body)
          values (new.district, waits, new.notice, new.next_at, new.attempts, '{}') on conflict do nothing;
        end if;
        if tg_op = 'UPDATE' and was is not distinct from waits and old.way = new.way and old.state = new.state then
          return null;
        end if;
        if new.way in ('THREAD', 'DIRECT') or tg_op = 'UPDATE' and old.way in ('THREAD', 'DIRECT') then
          -- What another transaction adds to the appeal, or ends, is seen, or it sees this.
          perform pg_advisory_xact_lock(hashtextextended(new.appeal::text, 730));
          perform notifications.first_message_is_work(new.district, new.appeal);
        end if;
        return null;
      end $$;
    create trigger delivery_is_work after insert or update of state, way, attention, next_at, attempts
      on notifications.delivery for each row execute function notifications.delivery_is_work();

    create function notifications.work_is_delivery() returns trigger language plpgsql as $$
      begin
        -- By the delivery itself.
        if pg_trigger_depth() > 1 then return null; end if;
        update notifications.delivery set next_at = new.due_at, attempts = new.attempts,
          claimed_until = case when new.lease is not null then new.due_at end,
          begun_at = case when new.lease is not null then coalesce(begun_at, clock_timestamp()) else begun_at end
        where district = new.district and notice = new.key::uuid;
        return null;
      end $$;
    create trigger work_is_delivery after update on notifications.work
      for each row when (new.kind in ('LETTER', 'MESSAGE', 'BODY_REQUEST')) execute function notifications.work_is_delivery();
    grant update (next_at, attempts, claimed_until, begun_at) on notifications.delivery to ${worker}`,
};

export const claimsWaitForNoDelivery: Migration = {
  name: '0735_claims_wait_for_no_delivery',
  sql: claimsWaitForNoRow({
    service: 'notifications',
    table: 'delivery',
    kinds: ['LETTER', 'MESSAGE', 'BODY_REQUEST'],
    row: 'notice = new.key::uuid',
  }),
};
