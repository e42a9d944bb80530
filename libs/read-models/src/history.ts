import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

export interface HistoryBatch {
  readonly events: readonly PublicEvent[];
  /** The change number of the last of them. */
  readonly upTo: number;
}

/** Every public event that a service received, in the order of commit. All its read models are made of it. */
export interface History {
  /** Enters those that are not there yet and answers them in their order, with the change numbers of first and last. */
  record(
    events: readonly PublicEvent[],
    tx: Transaction,
  ): Promise<{ readonly events: readonly PublicEvent[]; readonly first: number; readonly last: number }>;
  /** Changes after `after`, up to and with `upTo`, oldest first. With `tx`: what that transaction sees. */
  read(after: number, upTo: number, tx?: Transaction): AsyncIterable<HistoryBatch>;
  /** The last change; 0 when there is none. */
  head(tx?: Transaction): Promise<number>;
}

/** Events of one batch: the more, the more of them fold into one row before it is written. */
const BATCH = 5000;
/** And of this size at most, as they are kept on disk: the next page is in memory too. */
const BATCH_BYTES = 16 * 1024 * 1024;

interface Page extends HistoryBatch {
  /** There may be more. */
  readonly full: boolean;
}

export function openHistory(worker: Pool, service: string): History {
  async function page(after: number, upTo: number, tx?: Transaction): Promise<Page | undefined> {
    const statement = {
      name: 'history page',
      text: `select change, body, bytes from (
          select change, body, sum(pg_column_size(body)) over (order by change rows unbounded preceding) as bytes,
            pg_column_size(body) as own
          from ${service}.history where change > $1 and change <= $2 order by change limit ${BATCH}) h
        where bytes - own < ${BATCH_BYTES} order by change`,
    };
    const page = await (tx ?? worker).query<{ change: string; body: PublicEvent; bytes: string }>(statement, [
      after,
      upTo,
    ]);
    const { rows } = page;
    const last = rows.at(-1);
    const full = rows.length === BATCH || Number(last?.bytes) >= BATCH_BYTES;
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
            from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[],
              $8::json[]) with ordinality as i(district, event, appeal, topic, position, type, at, body, place)
            order by place
            on conflict do nothing returning event, change`,
        },
        [
          events.map((event) => event.district),
          events.map((event) => event.id),
          events.map((event) => event.appeal),
          events.map((event) => event.topic),
          events.map((event) => event.position),
          events.map((event) => event.type),
          events.map((event) => event.at),
          events.map((event) => JSON.stringify(event)),
        ],
      );
      const entered = new Set(rows.map((row) => row.event));
      const fresh = events.filter((event) => entered.delete(event.id));
      return { events: fresh, first: Number(rows[0]?.change ?? 0), last: Number(rows.at(-1)?.change ?? 0) };
    },

    /** The next page is on its way while the caller works on this one; inside a transaction one statement at a time. */
    async *read(after, upTo, tx) {
      let next = page(after, upTo, tx);
      for (;;) {
        const batch = await next;
        if (!batch) return;
        if (batch.full && !tx) {
          next = page(batch.upTo, upTo);
          // Awaited in the next round; an early end of the caller must not make it an unhandled rejection.
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
