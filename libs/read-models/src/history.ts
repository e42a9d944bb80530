import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

export interface HistoryBatch {
  readonly events: readonly PublicEvent[];
  /** The change number of the last of them. */
  readonly upTo: number;
}

/** Every public event that a service received, in commit order. Its read models are built from it. */
export interface History {
  /** Stores the events that are new, and answers them in order with the first and last change number. */
  record(
    events: readonly PublicEvent[],
    tx: Transaction,
  ): Promise<{ readonly events: readonly PublicEvent[]; readonly first: number; readonly last: number }>;
  /** Changes after `after` up to and including `upTo`, oldest first. With `tx`: as that transaction sees them. */
  read(after: number, upTo: number, tx?: Transaction): AsyncIterable<HistoryBatch>;
  /** The newest change number; 0 when there is none. */
  head(tx?: Transaction): Promise<number>;
}

/** A larger batch folds more events into each row before it is written. */
const MAX_BATCH_EVENTS = 5000;
/** By size on disk; two batches are in memory, because the next one is prefetched. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

interface Page extends HistoryBatch {
  /** The page is full, so there may be more. */
  readonly full: boolean;
}

export function openHistory(worker: Pool, service: string): History {
  async function page(after: number, upTo: number, tx?: Transaction): Promise<Page | undefined> {
    const statement = {
      name: 'history page',
      text: `select change, body, bytes from (
          select change, body, sum(pg_column_size(body)) over (order by change rows unbounded preceding) as bytes,
            pg_column_size(body) as own
          from ${service}.history where change > $1 and change <= $2 order by change limit ${MAX_BATCH_EVENTS}) h
        where bytes - own < ${MAX_BATCH_BYTES} order by change`,
    };
    const page = await (tx ?? worker).query<{ change: string; body: PublicEvent; bytes: string }>(statement, [
      after,
      upTo,
    ]);
    const { rows } = page;
    const last = rows.at(-1);
    const full = rows.length === MAX_BATCH_EVENTS || Number(last?.bytes) >= MAX_BATCH_BYTES;
    return last && { events: rows.map((row) => row.body), upTo: Number(last.change), full };
  }

  return {
    async record(events, tx) {
      if (events.length === 0) return { events, first: 0, last: 0 };
      const { rows } = await tx.query<{ event: string; change: string }>(
        {
          name: 'history record',
          text: `insert into ${service}.history (district, event, appeal, topic, position, type, at, body)
            select district, event, appeal, topic, position, type, at, body
            from rows from (json_to_recordset($1) as (district int, event uuid, appeal uuid, topic text, position bigint,
              type text, at timestamptz, body json)) with ordinality
                as i(district, event, appeal, topic, position, type, at, body, place)
            order by place
            on conflict do nothing returning event, change`,
        },
        [JSON.stringify(events.map(recordOf))],
      );
      const inserted = new Set(rows.map((row) => row.event));
      const fresh = events.filter((event) => inserted.delete(event.id));
      return { events: fresh, first: Number(rows[0]?.change ?? 0), last: Number(rows.at(-1)?.change ?? 0) };
    },

    /** Prefetches the next page while the caller processes this one; not inside a transaction. */
    async *read(after, upTo, tx) {
      let next = page(after, upTo, tx);
      for (;;) {
        const batch = await next;
        if (!batch) return;
        if (batch.full && !tx) {
          next = page(batch.upTo, upTo);
          // Awaited in the next round. If the caller stops early, a failure must not become an unhandled rejection.
          next.catch(() => undefined);
        }
        yield batch;
        if (!batch.full) return;
        if (tx) next = page(batch.upTo, upTo, tx);
      }
    },

    async head(tx) {
      const { rows } = await (tx ?? worker).query<{ head: string | null }>(
        `select max(change) as head from ${service}.history`,
      );
      return Number(rows[0]?.head ?? 0);
    },
  };
}

function recordOf(event: PublicEvent): Record<string, unknown> {
  const { district, id, appeal, topic, position, type, at } = event;
  return { district, event: id, appeal, topic, position, type, at, body: event };
}
