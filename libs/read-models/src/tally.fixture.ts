import { uuidv7 } from '@otklik/kernel';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import { randomBytes } from 'node:crypto';
import type { Projection } from './projection.js';

/** Per appeal and topic: the last word, its stream's version, and the number of events, each of which counts once. */
export function tally(version = 1, last: (word: string) => string = (word) => word): Projection {
  return {
    name: 'tally',
    version,
    subscribesTo: ['Said@1'],
    sql: `create table {table} (
        district int not null, appeal uuid not null, topic text not null, version int not null, word text not null,
        events_seen int not null,
        seen_at timestamptz not null default clock_timestamp(),
        primary key (district, appeal, topic));
      create table {table}_district (district int primary key)`,
    indexes: ['{table} (district, word)'],
    volatile: ['seen_at'],
    async apply(events, tx, table) {
      const rows = new Map<string, { event: PublicEvent; events_seen: number }>();
      for (const event of events) {
        const key = `${event.district}/${event.appeal}/${event.topic}`;
        const row = rows.get(key) ?? { event, events_seen: 0 };
        rows.set(key, {
          event: row.event.version < event.version ? event : row.event,
          events_seen: row.events_seen + 1,
        });
      }
      const folded = [...rows.values()].map((row) => row.event);
      await tx.query(
        `with row as (
           insert into ${table} as t (district, appeal, topic, version, word, events_seen)
           select * from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::int[])
           on conflict (district, appeal, topic) do update set events_seen = t.events_seen + excluded.events_seen,
             version = greatest(t.version, excluded.version),
             word = case when t.version < excluded.version then excluded.word else t.word end)
         insert into ${table}_district select distinct unnest($1::int[]) on conflict do nothing`,
        [
          folded.map((event) => event.district),
          folded.map((event) => event.appeal),
          folded.map((event) => event.topic),
          folded.map((event) => event.version),
          folded.map((event) => last((event.data as { word: string }).word)),
          [...rows.values()].map((row) => row.events_seen),
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
