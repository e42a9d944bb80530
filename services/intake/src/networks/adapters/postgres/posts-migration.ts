import type { Migration } from '@otklik/tenancy';

/**
 * Asking for a post is work: of posts that wait, and of those that a process of the release before still notes or puts off while
 * it is being replaced. For it none is due from then on.
 */
export const postsAreWork: Migration = {
  name: '0740_posts_are_work',
  sql: `
    -- The owner of the database may be a role that row-level security binds.
    alter table intake.heard_post no force row level security;
    alter table intake.work no force row level security;
    insert into intake.work (district, kind, key, due_at, attempts, body)
      select district, 'POST', id, due_at, failures, '{}' from intake.heard_post where due_at is not null;
    update intake.heard_post set due_at = null where due_at is not null;
    alter table intake.heard_post force row level security;
    alter table intake.work force row level security;
    create function intake.post_is_work() returns trigger language plpgsql as $$
      begin
        insert into intake.work (district, kind, key, due_at, body)
        values (new.district, 'POST', new.id, new.due_at, '{}')
        on conflict do nothing;
        new.due_at := null;
        return new;
      end $$;
    create trigger post_is_work before insert or update on intake.heard_post
      for each row when (new.due_at is not null) execute function intake.post_is_work()`,
};
