import { mirroredWork } from '@otklik/host';

/** Letters with links are work. */
export const linkLettersAreWork = mirroredWork('0720_link_letters_are_work', {
  service: 'notifications',
  table: 'link_letter',
  kind: 'LINK_LETTER',
  columns: 'done, next_at',
  waits: 'not t.done',
  key: 't.link::text',
  row: 'link = new.key::uuid',
  dueAt: 't.next_at',
  body: `jsonb_build_object('appeal', t.appeal, 'expiresAt', t.expires_at)`,
  shown: `
    update notifications.link_letter set done = false, next_at = new.due_at
    where district = new.district and link = new.key::uuid`,
  ended: `
    update notifications.link_letter set done = true
    where district = old.district and link = old.key::uuid and not done`,
  granted: 'update (done, next_at)',
});
