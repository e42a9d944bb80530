import type { Migration } from '@otklik/tenancy';

/**
 * Letters with links are work: those that wait are copied. A process of the release before, which is being replaced, finds none
 * that waits; what it adds becomes work, and so does how it ends what it has claimed: `next_at` changes where it postpones.
 * `done` is true from then on.
 */
export const linkLettersAreWork: Migration = {
  name: '0720_link_letters_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table notifications.link_letter no force row level security;
    alter table notifications.work no force row level security;
    insert into notifications.work (district, kind, key, due_at, body)
      select district, 'LINK_LETTER', link, next_at, jsonb_build_object('appeal', appeal, 'expiresAt', expires_at)
      from notifications.link_letter where not done;
    update notifications.link_letter set done = true where not done;
    alter table notifications.link_letter force row level security;
    alter table notifications.work force row level security;
    create function notifications.link_letter_is_work() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into notifications.work (district, kind, key, due_at, body)
          values (new.district, 'LINK_LETTER', new.link, clock_timestamp(),
            jsonb_build_object('appeal', new.appeal, 'expiresAt', new.expires_at))
          on conflict do nothing;
        elsif new.next_at <> old.next_at then
          update notifications.work set due_at = new.next_at
          where district = new.district and kind = 'LINK_LETTER' and key = new.link::text;
        else
          delete from notifications.work
          where district = new.district and kind = 'LINK_LETTER' and key = new.link::text;
        end if;
        new.done := true;
        return new;
      end $$;
    create trigger link_letter_added before insert on notifications.link_letter
      for each row when (not new.done) execute function notifications.link_letter_is_work();
    create trigger link_letter_ended before update on notifications.link_letter
      for each row execute function notifications.link_letter_is_work()`,
};
