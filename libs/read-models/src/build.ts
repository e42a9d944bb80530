import { randomUUID } from 'node:crypto';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { pause, workerTransaction } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { History } from './history.js';
import type { Projection } from './projection.js';
import { createTables, dropTables, nextBase } from './read-tables.js';

export interface ReadModelOptions {
  /** Whose schema holds the read models. */
  readonly service: string;
  readonly worker: Pool;
  readonly projections: readonly Projection[];
  readonly history: History;
  readonly logger: Logger;
}

/** Changes taken in so far, and the last change when they were last counted. */
export type Progress = (done: number, total: number) => void;

/** A read model beside the one that answers, made of history. */
export interface Build {
  readonly base: string;
  /**
   * Takes in everything up to the present, then runs `last` in a transaction in which no delivery is on its way and the
   * build holds exactly the changes up to `change`.
   */
  complete(last: (tx: Transaction, change: number) => Promise<void>, onProgress?: Progress): Promise<void>;
  /** Unfinished, for whoever resumes it. */
  leave(): Promise<void>;
  drop(): Promise<void>;
}

/** Not more changes than this are left for the transaction that holds up deliveries. */
const LAST_STRETCH = 5000;
const LOCK_MS = 3000;

/** A build whose owner has not moved it for so long is another's to take. */
const LEASE_S = 30;
const POLL_INTERVAL_MS = 250;

export interface BuildWish {
  /** Go on with a build of this version that an ended process has left. */
  readonly resume: boolean;
  /** Asked each time before a claim: a build that is not needed any more is not begun. */
  readonly needed?: (live: { readonly version: number }) => boolean;
  readonly signal: AbortSignal;
}

/**
 * Begins a build, alone for this projection in whatever process: waits while another one is being made. Undefined when it
 * is not needed any more, or on abort.
 */
export async function beginBuild(
  options: ReadModelOptions,
  projection: Projection,
  wish: BuildWish,
): Promise<Build | undefined> {
  const owner = randomUUID();
  while (!wish.signal.aborted) {
    const claimed = await claim(options, projection, wish, owner);
    if (claimed === 'NOT_NEEDED') return undefined;
    if (claimed !== 'BUSY') return buildOf(options, projection, claimed, owner, wish.signal);
    await pause(POLL_INTERVAL_MS, wish.signal);
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
  wish: BuildWish,
  owner: string,
): Promise<Claimed | 'BUSY' | 'NOT_NEEDED'> {
  const { name, version } = projection;
  return workerTransaction(worker, async (tx) => {
    const live = await tx.query<{ version: number }>(
      `select version from ${service}.read_model where name = $1 for update`,
      [name],
    );
    if (!live.rows[0] || wish.needed?.(live.rows[0]) === false) return 'NOT_NEEDED';
    const { rows } = await tx.query<{ base: string; version: number; change: string; alive: boolean }>(
      `select base, version, change, beat > clock_timestamp() - ${LEASE_S} * interval '1 s' as alive
       from ${service}.read_model_build where name = $1`,
      [name],
    );
    if (rows.some((row) => row.alive)) return 'BUSY';
    const left = rows.find((row) => wish.resume && row.version === version);
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
 * Forgets builds up to a version whose owner was ended: the lease is over, and no transaction moves them at this moment.
 * Answers how many are left.
 */
export async function forgetLapsed(
  tx: Transaction,
  service: string,
  name: string,
  upToVersion: number | undefined,
): Promise<number> {
  // The lock of a claim: what is forgotten here is not being resumed.
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
  signal: AbortSignal,
): Build {
  const { service, worker, history } = options;
  const { base } = claimed;
  const table = `${service}.${base}`;
  let change = claimed.change;

  async function takeIn(tx: Transaction, events: readonly PublicEvent[], upTo: number): Promise<void> {
    const { rowCount } = await tx.query(
      `update ${service}.read_model_build set change = $3, beat = clock_timestamp() where base = $1 and owner = $2`,
      [base, owner, upTo],
    );
    if (rowCount !== 1) throw new Error(`The build ${base} is another process's by now.`);
    const mine = understoodBy(projection, events);
    if (mine.length > 0) await projection.apply(mine, tx, table);
  }

  /** Not flushed each time: after a crash the rows and the build's change number go back together. */
  async function catchUp(onProgress: Progress | undefined): Promise<void> {
    for (let mark = await history.head(); mark - change > LAST_STRETCH || change === 0; mark = await history.head()) {
      for await (const { events, upTo } of history.read(change, mark)) {
        await workerTransaction(worker, async (tx) => {
          await tx.query('set local synchronous_commit = off');
          await takeIn(tx, events, upTo);
        });
        change = upTo;
        onProgress?.(change, mark);
        signal.throwIfAborted();
      }
      if (mark === 0) return;
    }
  }

  return {
    base,
    async complete(last, onProgress) {
      for (;;) {
        await catchUp(onProgress);
        const before = change;
        try {
          await workerTransaction(worker, async (tx) => {
            await tx.query(`set local lock_timeout = ${LOCK_MS}`);
            await tx.query(`select from ${service}.read_model where name = $1 for update`, [projection.name]);
            const head = await history.head(tx);
            for await (const { events, upTo } of history.read(change, head, tx)) {
              await takeIn(tx, events, upTo);
              change = upTo;
            }
            await last(tx, head);
          });
          onProgress?.(change, change);
          return;
        } catch (error) {
          change = before;
          if (!isLockTimeout(error)) throw error;
          options.logger.info('a reader holds the read model; the swap will be tried again', { service });
        }
      }
    },
    async leave() {
      await worker.query(`update ${service}.read_model_build set beat = 'epoch' where base = $1 and owner = $2`, [
        base,
        owner,
      ]);
    },
    async drop() {
      await workerTransaction(worker, async (tx) => {
        await tx.query(`delete from ${service}.read_model_build where base = $1 and owner = $2`, [base, owner]);
        await dropTables(tx, service, base);
      });
    },
  };
}

export function understoodBy(projection: Projection, events: readonly PublicEvent[]): readonly PublicEvent[] {
  const understands = new Set(projection.subscribesTo);
  return events.filter((event) => understands.has(`${event.type}@${event.schema}`));
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '55P03';
}
