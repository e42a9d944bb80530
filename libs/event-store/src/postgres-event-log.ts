import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AppendSignal } from './append-signal.js';
import { lockHoldersStatement } from './lock-holders.js';
import type { EventLog, RecordedEvent, Upcasters } from './event-store.js';
import { VisibilityBarrier } from './visibility-barrier.js';
import { asText, loggedEvent, recordedColumns, type RecordedRow } from './recorded-row.js';
import { LogPoller } from './log-poller.js';

export interface PostgresEventLogOptions {
  readonly service: string;
  /** Of the worker's role, on the primary: a standby does not show the appenders' locks. */
  readonly pool: pg.Pool;
  readonly upcasters?: Upcasters;
  /** Shared with the store of this process. */
  readonly signal?: AppendSignal;
  /** No other process appends: the store's signals are enough, and polls are rare at rest. */
  readonly isAlone?: boolean;
}

/** Delay before a reader at an undecided hole reads again; doubled each time, because an append is short but a slow transaction is not. */
const MIN_HOLE_DELAY_MS = 2;
const MAX_HOLE_DELAY_MS = 32;
/** Limit of one read by the stored size of its data, because events differ in size by orders of magnitude. */
const MAX_READ_BYTES = 8 * 1024 * 1024;
/** How long `head` waits for appends in progress. */
const HEAD_TIMEOUT_MS = 1_000;

export function postgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { service, pool, upcasters = {} } = options;
  const signal = options.signal ?? new AppendSignal();
  const barrier = new VisibilityBarrier();
  const poller = new LogPoller(signal, tip, options.isAlone);
  /** Readers stopped by an undecided hole: the position after which each reads → its next delay, ms. */
  const delays = new Map<number, number>();

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

  /** The open transactions that may still make positions visible. */
  async function holders(): Promise<string[]> {
    const rows = await query('holders', lockHoldersStatement(`${service}.event`));
    return rows.map((row) => row[0] as string);
  }

  async function rowsAfter(after: number, limit: number): Promise<RecordedRow[]> {
    const text = `select ${recordedColumns} from (
        select *, sum(pg_column_size(data)) over (order by position rows unbounded preceding) - pg_column_size(data) as before
        from ${service}.event where position > $1 order by position limit $2) e
      where e.before < ${MAX_READ_BYTES} order by e.position`;
    return (await query('read', text, [after, limit])) as unknown as RecordedRow[];
  }

  /** The leading part of `rows` without an undecided hole; `settled` is what was decided before they were read. */
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
    if (barrier.isPending) barrier.update(await holders());
    // A hole without an owner is decided by the first attempt, so the second one passes it without a delay.
    const rows = (await readSettled(after, limit)) ?? (await readSettled(after, limit)) ?? [];
    return rows.map((row) => loggedEvent(row, upcasters));
  }

  /** The decided rows after `after`; undefined when a hole stopped it that has been decided since. */
  async function readSettled(after: number, limit: number): Promise<readonly RecordedRow[] | undefined> {
    // Taken before the read: what another reader settles meanwhile says nothing about these rows.
    const { settled } = barrier;
    const rows = await rowsAfter(after, limit);
    const { count, last } = prefix(rows, after, settled);
    // A reader may start anywhere: rows without a hole extend the settled prefix only when they adjoin it.
    if (after <= settled) barrier.reached(last);
    if (count > 0 || rows.length === 0) delays.delete(after);
    if (count === rows.length) return rows;
    barrier.waitFor(Number(rows.at(-1)![0]), await holders());
    if (count > 0) return rows.slice(0, count);
    if (barrier.settled > Math.max(settled, after)) return undefined;
    if (!delays.has(after)) delays.set(after, MIN_HOLE_DELAY_MS);
    return [];
  }

  return {
    service,
    read,
    async wait(after, stop) {
      const delayMs = delays.get(after);
      if (delayMs === undefined) return poller.grown(after, stop);
      delays.set(after, Math.min(delayMs * 2, MAX_HOLE_DELAY_MS));
      await sleep(delayMs, undefined, { signal: stop }).catch((error: unknown) => {
        if (!stop.aborted) throw error;
      });
    },
    async head() {
      const last = await tip();
      for (const end = performance.now() + HEAD_TIMEOUT_MS; barrier.settled < last;) {
        const current = await holders();
        barrier.update(current);
        barrier.waitFor(last, current);
        if (barrier.settled >= last || performance.now() > end) break;
        await sleep(MIN_HOLE_DELAY_MS);
      }
      return settledHead();
    },
    newest: tip,
    close() {
      poller.close();
      return Promise.resolve();
    },
  };

  async function settledHead(): Promise<number> {
    const text = `select max(position) from ${service}.event where position <= $1`;
    const [row] = await query('head', text, [barrier.settled]);
    return Number(row?.[0] ?? 0);
  }
}
