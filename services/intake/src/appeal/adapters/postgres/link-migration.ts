import type { Migration } from '@otklik/tenancy';

/**
 * Sending a link is work: of requests that wait, and of those that a process of the release before still adds while it is being
 * replaced. For it all are sent from then on.
 */
export const linksAreWork: Migration = {
  name: '0730_links_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table intake.follow_up_link no force row level security;
    alter table intake.work no force row level security;
    insert into intake.work (district, kind, key, due_at, body)
      select district, 'LINK', id, requested_at, '{}'
      from intake.follow_up_link where not sent;
    update intake.follow_up_link set sent = true where not sent;
    alter table intake.follow_up_link force row level security;
    alter table intake.work force row level security;
    create function intake.link_is_work() returns trigger language plpgsql as $$
      begin
        insert into intake.work (district, kind, key, due_at, body)
        values (new.district, 'LINK', new.id, clock_timestamp(), '{}')
        on conflict do nothing;
        new.sent := true;
        return new;
      end $$;
    create trigger link_is_work before insert on intake.follow_up_link
      for each row when (not new.sent) execute function intake.link_is_work()`,
};
