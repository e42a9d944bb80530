import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/**
 * What a service that hears others keeps in its own schema. `inbox`: events that had their effect. `checkpoint`: how far
 * each topic was read. `parked`: keys that wait or were given up, with their events in `parked_event` in the order of
 * arrival; `parked_drop`: what an operator gave up for good, and why.
 */
export function consumerMigrations(service: string): readonly Migration[] {
  const { app, worker } = roleNames(service);
  return [
    {
      name: '0010_consumers',
      sql: `
        create table ${service}.inbox (
          district int not null,
          consumer text not null,
          event uuid not null,
          at timestamptz not null default now(),
          primary key (district, consumer, event));
        create table ${service}.checkpoint (
          consumer text not null,
          topic text not null,
          partition int not null,
          position bigint not null,
          moved_at timestamptz not null default now(),
          starts int not null default 0,
          primary key (consumer, topic, partition));
        create table ${service}.parked (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          state text not null check (state in ('WAITING', 'PARKED')),
          reason text not null,
          event uuid not null,
          attempts int not null,
          waits int not null default 0,
          since timestamptz not null default now(),
          retry_at timestamptz not null,
          primary key (district, consumer, appeal));
        create index parked_by_appeal on ${service}.parked (district, appeal);
        create index parked_due on ${service}.parked (consumer, retry_at) where state = 'WAITING';
        create table ${service}.parked_event (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          place bigint generated always as identity,
          topic text not null,
          event uuid not null,
          body json not null,
          primary key (district, consumer, appeal, place),
          unique (district, consumer, event));
        create table ${service}.parked_drop (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          event uuid not null,
          type text not null,
          dropped_at timestamptz not null default now(),
          dropped_by text not null,
          reason text not null,
          primary key (district, consumer, appeal, event));
        grant select, insert, update, delete on ${['inbox', 'checkpoint', 'parked', 'parked_event']
          .map((table) => `${service}.${table}`)
          .join(', ')} to ${app}, ${worker};
        grant select on ${service}.parked_drop to ${app};
        grant select, insert on ${service}.parked_drop to ${worker};
        ${['inbox', 'parked', 'parked_event', 'parked_drop'].map((table) => rowSecurity(service, table)).join('')}`,
    },
    {
      // Where a topic lies outside the database, it may be another one than was read: the position, in the owner's log,
      // of the last event taken says whether the record before ours is still the one we took.
      name: '0011_checkpoint_mark',
      sql: `alter table ${service}.checkpoint add column mark bigint;`,
    },
  ];
}
