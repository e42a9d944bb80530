import type { PublicEvent } from '@otklik/contracts/envelope';
import { inTransaction, type Transaction } from '@otklik/tenancy';
import {
  beginBuild,
  releaseExpiredBuilds,
  subscribedEvents,
  type BuildRequest,
  type Progress,
  type ReadModelOptions,
} from './build.js';
import type { Projection } from './projection.js';
import { abandonedBuilds, dropTables, pointViews } from './read-tables.js';
import { verifyProjection, type Verified } from './verify-projection.js';

export abstract class ReadModels {
  /** Names of the projections. */
  abstract readonly names: readonly string[];
  /**
   * Creates missing read models, fills newer versions and swaps them in. Resolves when each projection is live in this build's
   * version: its readers may ask for columns that an earlier one has not. Processes of the earlier build serve meanwhile. Call
   * before the consumer starts.
   */
  abstract start(): Promise<void>;
  /** Writes history, rows and change numbers in the transaction of the transport's checkpoint. */
  abstract deliver(events: readonly PublicEvent[], tx: Transaction): Promise<void>;
  /** Fills a copy beside the live one, and swaps it in. */
  abstract rebuild(name: string, onProgress?: Progress): Promise<void>;
  abstract verify(name: string, onProgress?: Progress): Promise<Verified>;
  /** Drops unfinished copies of ended processes. False while a copy is being filled, or is still read. */
  abstract dropAbandoned(): Promise<boolean>;
  /** Stops filling; the next start resumes it. */
  abstract stop(): void;
}

const DROP_LOCK_TIMEOUT_MS = 10_000;

interface Live {
  readonly name: string;
  readonly version: number;
  readonly base: string | null;
  readonly change: string;
}

export function makeReadModels(options: ReadModelOptions): ReadModels {
  const { service, worker, projections, history, logger } = options;
  const stopping = new AbortController();

  function projectionOf(name: string): Projection {
    const projection = projections.find((one) => one.name === name);
    if (!projection)
      throw new Error(`No such projection: ${name}. There are: ${projections.map((p) => p.name).join()}.`);
    return projection;
  }

  async function pointer(projection: Projection): Promise<Live> {
    await worker.query(
      `insert into ${service}.read_model (name, version, change) values ($1, 0, 0) on conflict do nothing`,
      [projection.name],
    );
    const { rows } = await worker.query<Live>(`select * from ${service}.read_model where name = $1`, [projection.name]);
    return rows[0]!;
  }

  /** Fills a build and makes it live. */
  async function fill(
    projection: Projection,
    request: Omit<BuildRequest, 'signal' | 'isIndexed'>,
    onProgress?: Progress,
  ): Promise<void> {
    const build = await beginBuild(options, projection, { ...request, isIndexed: true, signal: stopping.signal });
    if (!build) return;
    try {
      await build.complete((tx, change) => swap(tx, projection, build.base, change), onProgress);
    } catch (error) {
      // The first error is thrown; a build that cannot be released is taken over when its lease expires.
      await build.release().catch(() => undefined);
      throw error;
    }
    await dropAbandoned(projection, projection.version);
  }

  async function swap(tx: Transaction, { name, version }: Projection, base: string, change: number): Promise<void> {
    const { rows } = await tx.query<{ base: string | null }>(`select base from ${service}.read_model where name = $1`, [
      name,
    ]);
    await pointViews(tx, service, name, base, rows[0]?.base ?? undefined);
    await tx.query(
      `update ${service}.read_model set version = $2, base = $3, change = $4, swapped_at = now() where name = $1`,
      [name, version, base, change],
    );
    await tx.query(`delete from ${service}.read_model_build where base = $1`, [base]);
  }

  /** A build of a version above `upToVersion` is kept for the newer process that may resume it. */
  async function dropAbandoned(projection: Projection, upToVersion?: number): Promise<boolean> {
    const within = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
      inTransaction(worker, async (tx) => {
        await tx.query(`set local lock_timeout = ${DROP_LOCK_TIMEOUT_MS}`);
        return work(tx);
      });
    try {
      // Counted before the drop: a build that goes live in between leaves its predecessor to be dropped.
      const filling = await within((tx) => releaseExpiredBuilds(tx, service, projection.name, upToVersion));
      await within(async (tx) => {
        for (const base of await abandonedBuilds(tx, service, projection.name)) await dropTables(tx, service, base);
      });
      return filling === 0;
    } catch (error) {
      logger.info('old read tables are locked by a reader; the next start drops them', { service, error });
      return false;
    }
  }

  async function renew(projection: Projection): Promise<void> {
    await fill(projection, { resume: true, needed: (live) => live.version < projection.version });
    logger.info('a read model is live', { service, code: `${projection.name}_v${projection.version}` });
  }

  async function deliver(events: readonly PublicEvent[], tx: Transaction): Promise<void> {
    // The lock makes change numbers follow commit order across processes.
    const { rows } = await tx.query<Live>(
      `select name, version, base, change from ${service}.read_model where name = any($1) order by name for update`,
      [projections.map((one) => one.name)],
    );
    const { events: fresh, first, last } = await history.record(events, tx);
    if (fresh.length === 0) return;
    const moved: string[] = [];
    for (const live of rows) {
      const projection = projectionOf(live.name);
      if (!live.base || live.version !== projection.version) continue;
      await catchUpRows(projection, live, first, tx);
      const mine = subscribedEvents(projection, fresh);
      if (mine.length > 0) await projection.apply(mine, tx, `${service}.${live.base}`);
      moved.push(live.name);
    }
    await tx.query(`update ${service}.read_model set change = $2 where name = any($1)`, [moved, last]);
  }

  /** Applies changes that a process of an older version stored in history but not in these rows. */
  async function catchUpRows(projection: Projection, live: Live, first: number, tx: Transaction): Promise<void> {
    if (Number(live.change) >= first - 1) return;
    for await (const { events } of history.read(Number(live.change), first - 1, tx)) {
      const mine = subscribedEvents(projection, events);
      if (mine.length > 0) await projection.apply(mine, tx, `${service}.${live.base}`);
    }
  }

  return {
    names: projections.map(({ name }) => name),

    async start() {
      for (const projection of projections) {
        const { base, version } = await pointer(projection);
        if (!base || version < projection.version) await renew(projection);
        else await dropAbandoned(projection, projection.version);
        // Newer processes fill it while they run; after a rollback to an older build none does.
        if (version > projection.version)
          logger.error('the live read model has a newer version, which this build does not fill: otklik rebuild', {
            service,
            code: `${projection.name}_v${version}`,
          });
      }
    },
    deliver,
    async rebuild(name, onProgress) {
      const projection = projectionOf(name);
      await pointer(projection);
      await fill(projection, { resume: false }, onProgress);
    },
    verify: (name, onProgress) => verifyProjection(options, projectionOf(name), stopping.signal, onProgress),
    async dropAbandoned() {
      let dropped = true;
      for (const projection of projections) dropped = (await dropAbandoned(projection)) && dropped;
      return dropped;
    },
    stop() {
      stopping.abort();
    },
  };
}
