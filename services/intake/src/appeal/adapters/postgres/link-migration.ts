import { mirroredWork } from '@otklik/host';

/**
 * Sending a link is work. A request that named no appeal is work, too, and its row is written as the others are, so that the answer takes as
 * long; the release before counts it as sent.
 */
export const linksAreWork = mirroredWork('0730_links_are_work', {
  service: 'intake',
  table: 'follow_up_link',
  kind: 'FOLLOW_UP_LINK',
  columns: 'sent',
  waits: 'not t.sent',
  key: 't.id::text',
  row: 'id = new.key::uuid',
  dueAt: 'least(t.requested_at, clock_timestamp())',
  shown: `
    if tg_op = 'INSERT' then
      update intake.follow_up_link set sent = appeal is null where district = new.district and id = new.key::uuid;
    end if`,
  ended: `
    update intake.follow_up_link set sent = true
    where district = old.district and id = old.key::uuid and not sent`,
  granted: 'update (sent)',
});
