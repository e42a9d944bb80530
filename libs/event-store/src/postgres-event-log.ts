import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AppendSignal } from './append-signal.js';
import type { EventLog, RecordedEvent, Upcasters } from './event-store.js';
import { Fence } from './fence.js';
import { asText, recordedColumns, recordedEvent, type RecordedRow } from './recorded-row.js';
import { TailWatch } from './tail-watch.js';

export interface PostgresEventLogOptions {
  readonly service: string;
  /** Of the worker's role, on the primary: a standby does not show the appenders' locks. */
  readonly pool: pg.Pool;
  readonly upcasters?: Upcasters;
  /** Shared with the store of this process. */
  readonly signal?: AppendSignal;
}

/** How soon a reader that stands before a hole looks again, ms. */
const HOLE_PAUSE = 2;

export function postgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { service, pool, upcasters = {} } = options;
  const signal = options.signal ?? new AppendSignal();
  const fence = new Fence();
  const watch = new TailWatch(signal, tip);
  /** Readers that stand before a hole: the positions after which they asked. */
  const held = new Set<number>();

  async function query(name: string, text: string, values: readonly unknown[] = []): Promise<unknown[][]> {
    const config = {
      name: `log_${service}_${name}`,
      text,
      values: [...values],
      rowMode: 'array' as const,
      types: asText,
    };
    return (await pool.query<unknown[]>(config)).rows;
  }

  async function tip(): Promise<number> {
    const [row] = await query('tip', `select max(position) from ${service}.event`);
    return Number(row?.[0] ?? 0);
  }

  /** The transactions that may still make positions visible. */
  async function holders(): Promise<string[]> {
    const rows = await query(
      'holders',
      `select distinct virtualtransaction from pg_locks
       where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
         and relation = '${service}.event'::regclass
         and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows.map((row) => row[0] as string);
  }

  async function rowsAfter(after: number, limit: number): Promise<RecordedRow[]> {
    const text = `select ${recordedColumns} from ${service}.event e where e.position > $1 order by e.position limit $2`;
    return (await query('read', text, [after, limit])) as unknown as RecordedRow[];
  }

  /** The decided rows at the beginning of `rows`, given that everything up to `settled` was decided before they were read. */
  function prefix(rows: readonly RecordedRow[], after: number, settled: number): number {
    let last = after;
    let count = 0;
    for (const row of rows) {
      const position = Number(row[0]);
      if (position !== last + 1 && position > settled) break;
      last = position;
      count += 1;
    }
    // Known to be whole only where the decided part reaches: a caller may begin anywhere.
    if (after <= settled) fence.reached(last);
    return count;
  }

  async function read(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    for (let look = 1; ; look += 1) {
      if (fence.waits) fence.ask(await holders());
      const settled = Math.max(fence.settled, after);
      const rows = await rowsAfter(after, limit);
      const count = prefix(rows, after, settled);
      if (count < rows.length) {
        const before = fence.settled;
        fence.put(Number(rows.at(-1)![0]), await holders());
        if (count === 0 && fence.settled > before && look < 3) continue;
      }
      if (count === 0 && rows.length > 0) held.add(after);
      else held.delete(after);
      return (count === rows.length ? rows : rows.slice(0, count)).map((row) => recordedEvent(row, upcasters));
    }
  }

  return {
    service,
    read,
    async wait(after, stop) {
      if (!held.delete(after)) return watch.grown(after, stop);
      await sleep(HOLE_PAUSE, undefined, { signal: stop }).catch((error: unknown) => {
        if (!stop.aborted) throw error;
      });
    },
    async head() {
      for (;;) {
        const [last, alive] = [await tip(), await holders()];
        fence.ask(alive);
        fence.put(last, alive);
        if (fence.settled > 0 || last === 0) return settledHead();
        await sleep(HOLE_PAUSE);
      }
    },
    close() {
      watch.close();
      return Promise.resolve();
    },
  };

  async function settledHead(): Promise<number> {
    const text = `select max(position) from ${service}.event where position <= $1`;
    const [row] = await query('head', text, [fence.settled]);
    return Number(row?.[0] ?? 0);
  }
}
