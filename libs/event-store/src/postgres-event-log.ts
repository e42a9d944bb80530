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

/** How soon a reader that stands before a hole looks again, ms: an append under way is short, a slow transaction is not. */
const HOLE_PAUSE = 2;
const HOLE_PAUSE_LONGEST = 32;
/** Of one read, by the size of its data on disk: a batch may be a few big events as well as many small ones. */
const READ_BYTES = 8 * 1024 * 1024;
/** How long `head` waits for appends that are under way, ms. */
const HEAD_WAIT = 1_000;

export function postgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { service, pool, upcasters = {} } = options;
  const signal = options.signal ?? new AppendSignal();
  const fence = new Fence();
  const watch = new TailWatch(signal, tip);
  /** Readers that stand before a hole: the positions after which they asked, and for how long they shall pause. */
  const held = new Map<number, number>();

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
    const text = `select ${recordedColumns} from (
        select *, sum(pg_column_size(data)) over (order by position rows unbounded preceding) - pg_column_size(data) as before
        from ${service}.event where position > $1 order by position limit $2) e
      where e.before < ${READ_BYTES} order by e.position`;
    return (await query('read', text, [after, limit])) as unknown as RecordedRow[];
  }

  /** The decided rows at the beginning of `rows`, given that everything up to `settled` was decided before they were read. */
  function prefix(rows: readonly RecordedRow[], after: number, settled: number) {
    let last = after;
    let count = 0;
    for (const row of rows) {
      const position = Number(row[0]);
      if (position !== last + 1 && position > settled) break;
      last = position;
      count += 1;
    }
    return { count, last };
  }

  async function read(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    if (fence.waits) fence.ask(await holders());
    // A hole that turns out to be nobody's is passed at once, on a fresh look.
    const rows = (await look(after, limit)) ?? (await look(after, limit)) ?? [];
    return rows.map((row) => recordedEvent(row, upcasters));
  }

  /** The decided rows after `after`; undefined when it stopped before a hole that has been decided since. */
  async function look(after: number, limit: number): Promise<readonly RecordedRow[] | undefined> {
    // What others find out while these rows are on their way says nothing of these rows.
    const { settled } = fence;
    const rows = await rowsAfter(after, limit);
    const { count, last } = prefix(rows, after, settled);
    // A caller may begin anywhere: what he sees without a hole is whole only where it meets the decided part.
    if (after <= settled) fence.reached(last);
    if (count > 0 || rows.length === 0) held.delete(after);
    if (count === rows.length) return rows;
    fence.put(Number(rows.at(-1)![0]), await holders());
    if (count > 0) return rows.slice(0, count);
    if (fence.settled > Math.max(settled, after)) return undefined;
    if (!held.has(after)) held.set(after, HOLE_PAUSE);
    return [];
  }

  return {
    service,
    read,
    async wait(after, stop) {
      const pause = held.get(after);
      if (pause === undefined) return watch.grown(after, stop);
      held.set(after, Math.min(pause * 2, HOLE_PAUSE_LONGEST));
      await sleep(pause, undefined, { signal: stop }).catch((error: unknown) => {
        if (!stop.aborted) throw error;
      });
    },
    async head() {
      const last = await tip();
      for (const end = performance.now() + HEAD_WAIT; fence.settled < last;) {
        const alive = await holders();
        fence.ask(alive);
        fence.put(last, alive);
        if (fence.settled >= last || performance.now() > end) break;
        await sleep(HOLE_PAUSE);
      }
      return settledHead();
    },
    newest: tip,
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
