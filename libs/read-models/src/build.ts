import { randomUUID } from 'node:crypto';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { pause } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { inTransaction, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { History } from './history.js';
import type { Projection } from './projection.js';
import { createIndexes, createTables, dropTables, nextBase } from './read-tables.js';

export interface ReadModelOptions {
  /** The service whose schema holds the read models. */
  readonly service: string;
  readonly worker: Pool;
  readonly projections: readonly Projection[];
  readonly history: History;
  readonly logger: Logger;
}

/** Changes applied so far, and the newest change when it was last read. */
export type Progress = (done: number, total: number) => void;

/** A copy of a read model that is filled from history beside the live one. */
export interface Build {
  readonly base: string;
  /**
   * Applies the history up to the present, then runs `last` in a transaction that excludes deliveries: the build holds
   * exactly the changes up to `change`.
   */
  complete(last: (tx: Transaction, change: number) => Promise<void>, onProgress?: Progress): Promise<void>;
  /** Gives up the lease, so that another process may resume the build. */
  release(): Promise<void>;
  drop(): Promise<void>;
}

/** The swap, which blocks deliveries, begins when at most this many changes are left. */
const MAX_SWAP_BACKLOG = 5000;
const LOCK_TIMEOUT_MS = 3000;

/** Lease of a build: another process may take it over when its owner has made no progress for this long. */
const LEASE_S = 30;
const POLL_INTERVAL_MS = 250;

export interface BuildRequest {
  /** Resume a build of this version whose owner has ended. */
  readonly resume: boolean;
  /** Checked before each claim: a build that is no longer needed is not begun. */
  readonly needed?: (live: { readonly version: number }) => boolean;
  /** With its secondary indexes; not where it is only compared. */
  readonly isIndexed: boolean;
  readonly signal: AbortSignal;
}

/**
 * Begins a build under a lease, one for this projection across all processes: waits while another is being filled.
 * Undefined when it is no longer needed, or on abort.
 */
export async function beginBuild(
  options: ReadModelOptions,
  projection: Projection,
  request: BuildRequest,
): Promise<Build | undefined> {
  const owner = randomUUID();
  while (!request.signal.aborted) {
    const claimed = await claim(options, projection, request, owner);
    if (claimed === 'NOT_NEEDED') return undefined;
    if (claimed !== 'BUSY') return buildOf(options, projection, claimed, owner, request);
    await pause(POLL_INTERVAL_MS, request.signal);
  }
  return undefined;
}

interface Claimed {
  readonly base: string;
  readonly change: number;
}

async function claim(
  { service, worker }: ReadModelOptions,
  projection: Projection,
  request: BuildRequest,
  owner: string,
): Promise<Claimed | 'BUSY' | 'NOT_NEEDED'> {
  const { name, version } = projection;
  return inTransaction(worker, async (tx) => {
    const live = await tx.query<{ version: number }>(
      `select version from ${service}.read_model where name = $1 for update`,
      [name],
    );
    if (!live.rows[0] || request.needed?.(live.rows[0]) === false) return 'NOT_NEEDED';
    const { rows } = await tx.query<{ base: string; version: number; change: string; alive: boolean }>(
      `select base, version, change, beat > clock_timestamp() - ${LEASE_S} * interval '1 s' as alive
       from ${service}.read_model_build where name = $1`,
      [name],
    );
    if (rows.some((row) => row.alive)) return 'BUSY';
    const left = rows.find((row) => request.resume && row.version === version);
    const claimed = left ? { base: left.base, change: Number(left.change) } : await create(tx, service, projection);
    await tx.query(`delete from ${service}.read_model_build where name = $1`, [name]);
    await tx.query(
      `insert into ${service}.read_model_build (base, name, version, change, owner) values ($1, $2, $3, $4, $5)`,
      [claimed.base, name, version, claimed.change, owner],
    );
    return claimed;
  });
}

/**
 * Deletes the records of builds up to a version whose lease has expired and which no transaction is updating. Answers how
 * many builds are left.
 */
export async function releaseExpiredBuilds(
  tx: Transaction,
  service: string,
  name: string,
  upToVersion: number | undefined,
): Promise<number> {
  // The lock of a claim, so that no process resumes a build that is deleted here.
  await tx.query(`select from ${service}.read_model where name = $1 for update`, [name]);
  await tx.query(
    `delete from ${service}.read_model_build where base in (
       select base from ${service}.read_model_build
       where name = $1 and ($2::int is null or version <= $2) and beat <= clock_timestamp() - ${LEASE_S} * interval '1 s'
       for update skip locked)`,
    [name, upToVersion],
  );
  const { rowCount } = await tx.query(`select from ${service}.read_model_build where name = $1`, [name]);
  return rowCount ?? 0;
}

async function create(tx: Transaction, service: string, projection: Projection): Promise<Claimed> {
  const base = await nextBase(tx, service, projection.name, projection.version);
  await createTables(tx, service, projection, base);
  return { base, change: 0 };
}

function buildOf(
  options: ReadModelOptions,
  projection: Projection,
  claimed: Claimed,
  owner: string,
  { isIndexed, signal }: BuildRequest,
): Build {
  const { service, worker, history } = options;
  const { base } = claimed;
  const table = `${service}.${base}`;
  let change = claimed.change;

  async function renewLease(tx: Transaction, upTo: number): Promise<void> {
    const { rowCount } = await tx.query(
      `update ${service}.read_model_build set change = $3, beat = clock_timestamp() where base = $1 and owner = $2`,
      [base, owner, upTo],
    );
    if (rowCount !== 1) throw new Error(`Another process has taken over the build ${base}.`);
  }

  async function applyBatch(tx: Transaction, events: readonly PublicEvent[], upTo: number): Promise<void> {
    await renewLease(tx, upTo);
    const mine = subscribedEvents(projection, events);
    if (mine.length > 0) await projection.apply(mine, tx, table);
  }

  /** Commits asynchronously: after a crash the rows and the build's change number are lost together. */
  async function catchUp(onProgress: Progress | undefined): Promise<void> {
    for (
      let head = await history.head();
      head - change > MAX_SWAP_BACKLOG || change === 0;
      head = await history.head()
    ) {
      for await (const { events, upTo } of history.read(change, head)) {
        await inTransaction(worker, async (tx) => {
          await tx.query('set local synchronous_commit = off');
          await applyBatch(tx, events, upTo);
        });
        change = upTo;
        onProgress?.(change, head);
        signal.throwIfAborted();
      }
      if (head === 0) return;
    }
  }

  async function index(): Promise<void> {
    await createIndexes(service, projection, base, async (work) => {
      await inTransaction(worker, async (tx) => {
        await renewLease(tx, change);
        await work(tx);
      });
      signal.throwIfAborted();
    });
  }

  return {
    base,
    async complete(last, onProgress) {
      await catchUp(onProgress);
      if (isIndexed) await index();
      for (;;) {
        await catchUp(onProgress);
        const before = change;
        try {
          await inTransaction(worker, async (tx) => {
            await tx.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
            await tx.query(`select from ${service}.read_model where name = $1 for update`, [projection.name]);
            const head = await history.head(tx);
            for await (const { events, upTo } of history.read(change, head, tx)) {
              await applyBatch(tx, events, upTo);
              change = upTo;
            }
            await last(tx, head);
          });
          onProgress?.(change, change);
          return;
        } catch (error) {
          change = before;
          if (!isLockTimeout(error)) throw error;
          options.logger.info('a reader locks the read model; the swap is retried', { service });
        }
      }
    },
    async release() {
      await worker.query(`update ${service}.read_model_build set beat = 'epoch' where base = $1 and owner = $2`, [
        base,
        owner,
      ]);
    },
    async drop() {
      await inTransaction(worker, async (tx) => {
        await tx.query(`delete from ${service}.read_model_build where base = $1 and owner = $2`, [base, owner]);
        await dropTables(tx, service, base);
      });
    },
  };
}

export function subscribedEvents(projection: Projection, events: readonly PublicEvent[]): readonly PublicEvent[] {
  const types = new Set(projection.subscribesTo);
  return events.filter((event) => types.has(`${event.type}@${event.schema}`));
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '55P03';
}
