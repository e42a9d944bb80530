import { roleNames, type Migration } from '@otklik/tenancy';

const { worker } = roleNames('notifications');

/**
 * Asking the server of a body is work that is due again and again; its key is the organisation. `next_at` of the server and the
 * time of the work are the same, so that of two processes one of which is of the release before, one asks it.
 */
export const askingIsWork: Migration = {
  name: '0740_asking_is_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table notifications.body_server no force row level security;
    alter table notifications.work no force row level security;
    insert into notifications.work (district, kind, key, due_at, body)
      select district, 'ASK_BODY', organisation, next_at, '{}'::jsonb from notifications.body_server;
    alter table notifications.body_server force row level security;
    alter table notifications.work force row level security;

    create function notifications.asking_is_work() returns trigger language plpgsql as $$
      begin
        -- By the work itself.
        if pg_trigger_depth() > 1 then return null; end if;
        insert into notifications.work as w (district, kind, key, due_at, body)
        values (new.district, 'ASK_BODY', new.organisation, new.next_at, '{}'::jsonb)
        on conflict (district, kind, key) do update set due_at = excluded.due_at, lease = null;
        return null;
      end $$;
    create trigger asking_is_work after insert or update of next_at on notifications.body_server
      for each row execute function notifications.asking_is_work();

    create function notifications.work_is_asking() returns trigger language plpgsql as $$
      begin
        -- By the server itself.
        if pg_trigger_depth() > 1 then return null; end if;
        update notifications.body_server set next_at = new.due_at
        where district = new.district and organisation = new.key;
        return null;
      end $$;
    create trigger work_is_asking after update on notifications.work
      for each row when (new.kind = 'ASK_BODY') execute function notifications.work_is_asking();
    grant update (next_at) on notifications.body_server to ${worker}`,
};
