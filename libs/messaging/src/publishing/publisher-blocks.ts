import { isUuid } from '@otklik/kernel';
import { inTransaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { BlockedState } from '../blocked-keys.js';

/** The publisher of a service's log keeps its blocked keys beside those of the service's consumers, under this name. */
export function publisherName(service: string): string {
  return `${service}.publisher`;
}

export interface PublisherKey {
  readonly district: number;
  readonly appeal: string;
}

/** How many keys of the service's log cannot be published, in a sentence for the operator; none when it is whole. */
export async function publishingFaults(worker: Pool, service: string): Promise<readonly string[]> {
  const { rows } = await worker.query<{ keys: number }>(
    `select count(*)::int as keys from ${service}.blocked_key where consumer = $1`,
    [publisherName(service)],
  );
  const keys = rows[0]?.keys ?? 0;
  return keys === 0 ? [] : [`${service}: ${keys} key(s) cannot be published, see: otklik blocked list`];
}

/** Ids of the events that the publisher has parked. */
export function parkedEvents(worker: Pool, service: string): Promise<ReadonlySet<string>> {
  return idsOf(worker, `${service}.blocked_event`, publisherName(service));
}

/** Ids of the events that an operator has discarded at the publisher. */
export function discardedEvents(worker: Pool, service: string): Promise<ReadonlySet<string>> {
  return idsOf(worker, `${service}.discarded_event`, publisherName(service));
}

async function idsOf(worker: Pool, table: string, consumer: string): Promise<ReadonlySet<string>> {
  const { rows } = await worker.query<{ event: string }>(`select event from ${table} where consumer = $1`, [consumer]);
  return new Set(rows.map(({ event }) => event));
}

/** An event that is not published: the one that blocks its key (with a reason), or one behind it. */
export interface ParkedEvent extends PublisherKey {
  readonly event: string;
  readonly type: string;
  readonly position: number;
  readonly reason?: string;
  readonly state?: BlockedState;
}

export interface BlockedRange extends PublisherKey {
  /** Position of the first event that is not published. */
  readonly from: number;
}

/** Blocked keys of one publisher in its service's schema. */
export interface PublisherBlocks {
  /** The blocked keys; each becomes due, because this build may publish what an earlier one could not. */
  open(): Promise<readonly BlockedRange[]>;
  /** Stores the events in one transaction; idempotent. */
  park(events: readonly ParkedEvent[]): Promise<void>;
  /** Which of these an operator has discarded. */
  discarded(events: readonly string[]): Promise<ReadonlySet<string>>;
  /** The appeal of a stream by its other events; undefined when none tells it. */
  appealOf(district: number, stream: string): Promise<string | undefined>;
  due(): Promise<readonly PublisherKey[]>;
  /** Positions of the key's parked events, the oldest first. */
  parked(key: PublisherKey, limit: number): Promise<readonly number[]>;
  /**
   * Forgets the published events up to `published`. `stopped`: the next one that cannot be published. Undefined: the key is
   * unblocked unless more events are parked. Returns from where it is blocked now; undefined when it is not.
   */
  settle(key: PublisherKey, published: number, stopped?: ParkedEvent): Promise<number | undefined>;
}

const MAX_KEYS_PER_PASS = 100;
const UNKNOWN_RETRY = `interval '1 minute'`;
const POSITION = `(e.body ->> 'position')::bigint`;

export function openPublisherBlocks(worker: Pool, service: string): PublisherBlocks {
  const name = publisherName(service);
  const topic = `${service}.events`;
  const ofKey = `e.district = $1 and e.consumer = $2 and e.appeal = $3`;

  return {
    async open() {
      await worker.query(
        `update ${service}.blocked_key set state = 'WAITING', retry_at = clock_timestamp() where consumer = $1`,
        [name],
      );
      const { rows } = await worker.query<PublisherKey & { from: string | null }>(
        `select k.district, k.appeal, min(${POSITION}) as from
         from ${service}.blocked_key k left join ${service}.blocked_event e using (district, consumer, appeal)
         where k.consumer = $1 group by k.district, k.appeal`,
        [name],
      );
      return rows.map(({ district, appeal, from }) => ({ district, appeal, from: Number(from ?? 0) }));
    },

    park: (events) =>
      inTransaction(worker, async (tx) => {
        for (const { district, appeal, event, type, position, reason, state } of events) {
          if (reason !== undefined)
            await tx.query(
              `insert into ${service}.blocked_key (district, consumer, appeal, state, reason, event, attempts, retry_at)
               values ($1, $2, $3, $4, $5, $6, 1, clock_timestamp() + ${UNKNOWN_RETRY})
               on conflict (district, consumer, appeal) do update
               set state = excluded.state, reason = excluded.reason, event = excluded.event
               where not exists (select from ${service}.blocked_event e where ${ofKey} and ${POSITION} <= $7)`,
              [district, name, appeal, state, reason, event, position],
            );
          await tx.query(
            `insert into ${service}.blocked_event (district, consumer, appeal, event, topic, body)
             select $1, $2, $3, $4, $5, $6 where exists (
               select from ${service}.blocked_key where district = $1 and consumer = $2 and appeal = $3)
             on conflict (district, consumer, event) do nothing`,
            [district, name, appeal, event, topic, JSON.stringify({ type, position })],
          );
        }
      }),

    async discarded(events) {
      const { rows } = await worker.query<{ event: string }>(
        `select event from ${service}.discarded_event where consumer = $1 and event = any($2)`,
        [name, events],
      );
      return new Set(rows.map(({ event }) => event));
    },

    async appealOf(district, stream) {
      const { rows } = await worker.query<{ appeal: string | null }>(
        `select meta ->> 'correlationId' as appeal from ${service}.event
         where district = $1 and stream = $2 and json_typeof(meta) = 'object' limit 10`,
        [district, stream],
      );
      return rows.map(({ appeal }) => appeal ?? '').find(isUuid);
    },

    async due() {
      const { rows } = await worker.query<PublisherKey>(
        `select district, appeal from ${service}.blocked_key
         where consumer = $1 and state = 'WAITING' and retry_at <= clock_timestamp() order by retry_at limit $2`,
        [name, MAX_KEYS_PER_PASS],
      );
      return rows;
    },

    async parked({ district, appeal }, limit) {
      const { rows } = await worker.query<{ position: string }>(
        `select ${POSITION} as position from ${service}.blocked_event e where ${ofKey} order by 1 limit $4`,
        [district, name, appeal, limit],
      );
      return rows.map(({ position }) => Number(position));
    },

    settle: ({ district, appeal }, published, stopped) =>
      inTransaction(worker, async (tx) => {
        const key = [district, name, appeal];
        await tx.query(`delete from ${service}.blocked_event e where ${ofKey} and ${POSITION} <= $4`, [
          ...key,
          published,
        ]);
        if (stopped)
          await tx.query(
            `update ${service}.blocked_key e set state = $4, reason = $5, event = $6, attempts = attempts + 1,
               retry_at = clock_timestamp() + ${UNKNOWN_RETRY} where ${ofKey}`,
            [...key, stopped.state, stopped.reason, stopped.event],
          );
        const { rows } = await tx.query<{ from: string | null }>(
          `select min(${POSITION}) as from from ${service}.blocked_event e where ${ofKey}`,
          key,
        );
        const from = rows[0]?.from ?? undefined;
        if (from !== undefined) return Number(from);
        await tx.query(`delete from ${service}.blocked_key e where ${ofKey}`, key);
        return undefined;
      }),
  };
}
