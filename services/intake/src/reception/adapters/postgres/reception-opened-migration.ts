import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `reception_opened`: which official opened the list of visitors of which day: evidence, in a hash chain, until its term of storage is
 * over. `phone_index`: a keyed hash of the telephone, by which one visitor's bookings are counted while they are ahead.
 */
export const receptionOpenedMigration: Migration = {
  name: '0441_reception_opened',
  sql: `
    create table intake.reception_opened (
      district int not null,
      id uuid not null,
      at timestamptz not null,
      official uuid not null,
      role text not null,
      on_behalf_of uuid,
      held_on text not null,
      primary key (district, id));
    create index reception_opened_by_time on intake.reception_opened (district, at, id);
    ${rowSecurity('intake', 'reception_opened')}
    grant select, insert on intake.reception_opened to ${app};
    grant select, delete on intake.reception_opened to ${worker};
    ${chainedPosition('intake.reception_opened', [app])}
    alter table intake.reception add column phone_index text;
    create index reception_by_phone on intake.reception (district, phone_index) where status = 'BOOKED';`,
};
