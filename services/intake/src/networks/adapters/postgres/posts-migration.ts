import { mirroredWork } from '@otklik/host';

/** Asking for a post is work. Its row counts the attempts that failed, without the one under way. */
export const postsAreWork = mirroredWork('0740_posts_are_work', {
  service: 'intake',
  table: 'heard_post',
  kind: 'POST',
  columns: 'due_at',
  waits: 't.due_at is not null',
  key: 't.id::text',
  row: 'id = new.key::uuid',
  dueAt: 't.due_at',
  attempts: 't.failures',
  shown: `
    update intake.heard_post set due_at = new.due_at, failures = new.attempts - (new.lease is not null)::int
    where district = new.district and id = new.key::uuid`,
  ended: `
    update intake.heard_post set due_at = null
    where district = old.district and id = old.key::uuid and due_at is not null`,
});
