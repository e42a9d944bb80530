import type { PublicEvent } from '@otklik/contracts/envelope';
import { workerTransaction } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { History } from './history.js';
import type { Projection } from './projection.js';
import { createTables, dropTables, nextBase } from './read-tables.js';

export interface ReadModelParts {
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
  drop(): Promise<void>;
}

/** Not more changes than this are left for the transaction that holds up deliveries. */
const LAST_STRETCH = 5000;
const LOCK_MS = 3000;

/** Goes on with a build of this version that an ended process has left, or begins one. */
export async function beginBuild(parts: ReadModelParts, projection: Projection, resume: boolean): Promise<Build> {
  const { service, worker, history } = parts;
  const begun = await workerTransaction(worker, async (tx) => {
    const { rows } = await tx.query<{ base: string; change: string }>(
      `select base, change from ${service}.read_model_build where name = $1 and version = $2 limit 1`,
      [projection.name, projection.version],
    );
    if (rows[0] && resume) return { base: rows[0].base, change: Number(rows[0].change) };
    const base = await nextBase(tx, service, projection.name, projection.version);
    await createTables(tx, service, projection, base);
    await tx.query(`insert into ${service}.read_model_build (base, name, version, change) values ($1, $2, $3, 0)`, [
      base,
      projection.name,
      projection.version,
    ]);
    return { base, change: 0 };
  });
  const { base } = begun;
  const table = `${service}.${base}`;
  let change = begun.change;

  async function takeIn(tx: Transaction, events: readonly PublicEvent[], upTo: number): Promise<void> {
    const { rowCount } = await tx.query(
      `update ${service}.read_model_build set change = $2 where base = $1 and change = $3`,
      [base, upTo, change],
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
          parts.logger.info('a reader holds the read model; the swap will be tried again', { service });
        }
      }
    },
    async drop() {
      await workerTransaction(worker, async (tx) => {
        await tx.query(`delete from ${service}.read_model_build where base = $1`, [base]);
        await dropTables(tx, service, base);
      });
    },
  };
}

export function understoodBy(projection: Projection, events: readonly PublicEvent[]): readonly PublicEvent[] {
  const understands = new Set(projection.understands);
  return events.filter((event) => understands.has(`${event.type}@${event.schema}`));
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '55P03';
}
