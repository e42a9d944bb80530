import { uuidv7 } from '@otklik/kernel';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import { randomBytes } from 'node:crypto';
import type { Projection } from './projection.js';

/** Per appeal: the last word of each topic, and how far its stream was taken. */
export function tally(version = 1, last: (word: string) => string = (word) => word): Projection {
  return {
    name: 'tally',
    version,
    understands: ['Said@1'],
    sql: `create table {table} (
        district int not null, appeal uuid not null, topic text not null, version int not null, word text not null,
        seen_at timestamptz not null default clock_timestamp(),
        primary key (district, appeal, topic));
      create index on {table} (district, word);
      create table {table}_district (district int primary key)`,
    volatile: ['seen_at'],
    async apply(events, tx, table) {
      const rows = new Map<string, PublicEvent>();
      for (const event of events) {
        const key = `${event.district}/${event.appeal}/${event.topic}`;
        if ((rows.get(key)?.version ?? 0) < event.version) rows.set(key, event);
      }
      const folded = [...rows.values()];
      await tx.query(
        `with row as (
           insert into ${table} (district, appeal, topic, version, word)
           select * from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::text[])
           on conflict (district, appeal, topic) do update set version = excluded.version, word = excluded.word
           where ${table.split('.')[1]}.version < excluded.version)
         insert into ${table}_district select distinct unnest($1::int[]) on conflict do nothing`,
        [
          folded.map((event) => event.district),
          folded.map((event) => event.appeal),
          folded.map((event) => event.topic),
          folded.map((event) => event.version),
          folded.map((event) => last((event.data as { word: string }).word)),
        ],
      );
    },
  };
}

export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

export function said(topic: Topic, appeal: string, version: number, word: string, district = 1): PublicEvent {
  const at = new Date().toISOString();
  return {
    id: newId(),
    type: 'Said',
    schema: 1,
    district,
    stream: appeal,
    version,
    at,
    recordedAt: at,
    actor: { kind: 'system', id: 'tally' },
    commandId: newId(),
    correlationId: appeal,
    topic,
    appeal,
    position: version,
    data: { word },
  };
}

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
