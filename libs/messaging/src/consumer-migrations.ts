import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/**
 * Tables of a service that consumes events, in its own schema. `inbox`: events that took effect. `checkpoint`: how far each
 * partition was read; `last_position` is the log position of the last event consumed from Kafka, which tells after a restart
 * whether the topic is still the same one. `blocked_key`: keys that wait for a prerequisite or are dead letters, their events
 * in `blocked_event` in order of arrival. `discarded_event`: what an operator discarded, and why.
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
          last_position bigint,
          primary key (consumer, topic, partition));
        create table ${service}.blocked_key (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          state text not null check (state in ('WAITING', 'DEAD_LETTERED')),
          reason text not null,
          event uuid not null,
          attempts int not null,
          waits int not null default 0,
          since timestamptz not null default now(),
          retry_at timestamptz not null,
          primary key (district, consumer, appeal));
        create index blocked_key_by_appeal on ${service}.blocked_key (district, appeal);
        create index blocked_key_due on ${service}.blocked_key (consumer, retry_at) where state = 'WAITING';
        create table ${service}.blocked_event (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          place bigint generated always as identity,
          topic text not null,
          event uuid not null,
          body json not null,
          primary key (district, consumer, appeal, place),
          unique (district, consumer, event));
        create table ${service}.discarded_event (
          district int not null,
          consumer text not null,
          appeal uuid not null,
          event uuid not null,
          type text not null,
          discarded_at timestamptz not null default now(),
          discarded_by text not null,
          reason text not null,
          primary key (district, consumer, appeal, event));
        grant select, insert, update, delete on ${['inbox', 'checkpoint', 'blocked_key', 'blocked_event']
          .map((table) => `${service}.${table}`)
          .join(', ')} to ${app}, ${worker};
        grant select on ${service}.discarded_event to ${app};
        grant select, insert on ${service}.discarded_event to ${worker};
        ${['inbox', 'blocked_key', 'blocked_event', 'discarded_event'].map((table) => rowSecurity(service, table)).join('')}`,
    },
  ];
}
