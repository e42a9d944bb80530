import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/** Who opened letters that go by post: evidence, in a hash chain, until its term of storage is over. */
export const letterOpenings: Migration = {
  name: '0960_letter_opened',
  sql: `
    create table notifications.letter_opened (
      district int not null,
      id uuid not null,
      at timestamptz not null,
      official uuid not null,
      role text not null,
      on_behalf_of uuid,
      reason text not null,
      notices uuid[] not null,
      appeals uuid[] not null,
      primary key (district, id));
    create index letter_opened_by_time on notifications.letter_opened (district, at, id);
    ${rowSecurity('notifications', 'letter_opened')}
    grant select, insert on notifications.letter_opened to ${app};
    grant select, delete on notifications.letter_opened to ${worker};
    ${chainedPosition('notifications.letter_opened', [app])}`,
};
