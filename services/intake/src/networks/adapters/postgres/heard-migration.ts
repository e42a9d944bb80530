import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');
const tables = [
  ...['delivery', 'heard_ref', 'captured', 'heard_message', 'heard_lane'],
  ...['heard_dialogue', 'heard_post', 'listening'],
];

/**
 * Deliveries of networks. `delivery`: sealed raw bodies, each with the stream of its event; empty once a person of it
 * was erased. `captured`: what was read of them, sealed, by the place of the message (`heard_ref`; the messages of an
 * album are one). `heard_message`: the state of a message, and what was already applied of it. `heard_lane`: a queue,
 * one dialogue or one comment at a time. `heard_dialogue`: dialogues by their own ids, sealed, for a network that lists
 * none. `heard_post`: posts above comments, sealed, and when they are requested. `listening`: the read position of each
 * account, and its fault. All ids but those of accounts, deliveries and appeals are keyed hashes of the network's own.
 */
export const heardMigration: Migration = {
  name: '0100_networks',
  sql: `
    create table intake.delivery (
      district int not null,
      id uuid not null,
      raw text not null,
      at timestamptz not null default now(),
      primary key (district, id));
    create index delivery_by_time on intake.delivery (district, at) where raw <> '';
    create table intake.heard_ref (
      district int not null,
      id uuid not null,
      message uuid not null,
      primary key (district, id));
    create index heard_ref_by_message on intake.heard_ref (district, message);
    create table intake.captured (
      district int not null,
      ref uuid not null,
      id uuid not null,
      sealed text not null,
      delivery uuid,
      at timestamptz not null,
      primary key (district, ref, id));
    create table intake.heard_message (
      district int not null,
      id uuid not null,
      account uuid not null,
      lane uuid not null,
      author uuid,
      reply_to uuid,
      captured int not null default 0,
      taken int not null default 0,
      place text check (place in ('OWN', 'CASE', 'ADDITION', 'NONE')),
      appeal uuid,
      at timestamptz,
      told text[] not null default '{}',
      removed boolean not null default false,
      fates int not null default 0,
      erased boolean not null default false,
      primary key (district, id));
    create index heard_message_by_lane on intake.heard_message (district, lane);
    create index heard_message_by_appeal on intake.heard_message (district, appeal) where appeal is not null;
    create table intake.heard_lane (
      district int not null,
      id uuid not null,
      account uuid not null,
      due_at timestamptz,
      since timestamptz,
      leased_until timestamptz,
      failures int not null default 0,
      primary key (district, id));
    create index heard_lane_due on intake.heard_lane (due_at) where due_at is not null;
    create table intake.heard_dialogue (
      district int not null,
      id uuid not null,
      account uuid not null,
      sealed text not null,
      primary key (district, id));
    create index heard_dialogue_by_account on intake.heard_dialogue (district, account);
    create table intake.heard_post (
      district int not null,
      id uuid not null,
      account uuid not null,
      place text not null,
      text text,
      read_at timestamptz,
      due_at timestamptz,
      failures int not null default 0,
      primary key (district, id));
    create index heard_post_due on intake.heard_post (due_at) where due_at is not null;
    create table intake.listening (
      district int not null,
      account uuid not null,
      since timestamptz not null,
      position text,
      read_at timestamptz,
      heard_at timestamptz,
      problems text[] not null default '{}',
      repaired_at timestamptz,
      looked_at timestamptz,
      next_at timestamptz not null,
      leased_until timestamptz,
      primary key (district, account));
    create index listening_due on intake.listening (next_at);
    grant select, insert, update, delete on ${tables.map((table) => `intake.${table}`).join(', ')} to ${app};
    grant update on intake.heard_lane, intake.heard_post, intake.listening to ${worker};
    grant insert, delete on intake.listening to ${worker};
    grant select on ${tables.map((table) => `intake.${table}`).join(', ')} to ${worker};
    ${tables.map((table) => rowSecurity('intake', table)).join('')}`,
};
