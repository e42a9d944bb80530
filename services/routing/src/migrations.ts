import { consumerMigrations } from '@otklik/messaging';
import { logMigrations } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('routing');

const received: Migration = {
  name: '0100_received',
  sql: `
    create table routing.received (
      district int not null, appeal uuid not null, person uuid not null,
      text text, settlement text, channel text not null,
      primary key (district, appeal));
    create index on routing.received (district, person);
    grant select, insert, update on routing.received to ${app}, ${worker};
    ${rowSecurity('routing', 'received')}`,
};

export const migrations: readonly Migration[] = [
  ...logMigrations('routing'),
  ...consumerMigrations('routing'),
  received,
];
