import { setTimeout as pause } from 'node:timers/promises';
import type { Throttle } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import type { IndexVersions, Position } from '../../application/index-versions.js';
import { indexDocument } from '../../application/index-document.js';
import { RefusedDocuments, type RefusedDocument } from '../../application/refused-documents.js';
import type { SearchIndex } from '../../application/search-index.js';
import { SearchServerAway } from '../../application/search-server-away.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import type { RegisterChange } from '../../../live/store/register-changes.js';
import type { IndexSource } from './index-source.js';
import { rebuildIndex } from './rebuild-index.js';
import { walkRegister } from './register-walk.js';
import { tracedIndexing } from './traced-indexing.js';

/** An index as it is written: in one of its builds. */
export interface IndexTarget<Build> {
  readonly indexVersions: IndexVersions<Build>;
  readonly throttle: Throttle;
  /** The index's one build; when it answers, what is written to it is found by the next search. */
  readonly indexOf: (build: Build, answering: boolean) => SearchIndex;
  /** Where the index can be lost, and one process at a time shall fill it. Absent where neither is so. */
  readonly lease?: WriterLease;
}

/** The right to write to an index, for a few seconds at a time. */
export interface WriterLease {
  /** Takes it, or keeps it; false while another process has it. */
  tryAcquire(): Promise<boolean>;
  release(): Promise<void>;
}

const RETRY_MS = 1_000;
const MAX_RETRY_MS = 5_000;
const POLL_INTERVAL_MS = 1_000;

/** Keeps the index that answers at the register's heels. Any number of processes may: what is not newer changes nothing. */
export class Indexer<Build> {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: IndexSource,
    private readonly target: IndexTarget<Build>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { lease } = this.target;
    const { logger } = this.source;
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        if (lease && !(await lease.tryAcquire())) await pause(POLL_INTERVAL_MS, undefined, { signal });
        else await this.follow();
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        logger.warn('indexing changes of the register failed; retrying', { service: 'search', error });
        const wait = Math.min(failures * RETRY_MS, MAX_RETRY_MS);
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    await lease?.release();
  }

  /** Until another build answers, or other tables of the register do. Where none answers, or an outdated one, a new one is filled first. */
  private async follow(): Promise<void> {
    const { indexVersions, throttle, indexOf } = this.target;
    const { changes } = this.source;
    const { build, isOutdated, base } = await indexVersions.live();
    const same = async (): Promise<boolean> => {
      const now = await indexVersions.live();
      return now.build === build && now.base === base;
    };
    const watch = this.watch(same);
    try {
      if (build === undefined || isOutdated)
        return await rebuildIndex(this.source, this.target, { signal: watch.signal }, this);
      await indexVersions.dropAbandoned(watch.signal);
      const index = indexOf(build, true);
      const from = (await indexVersions.position(build, base)) ?? (await this.walk(index, build, base, watch.signal));
      for await (const page of changes.follow(from.change, watch.signal)) {
        // Asked before the write: words written to a build that was dropped would outlive their person.
        if (!(await same())) return;
        const begun = performance.now();
        await this.take(index, page);
        await indexVersions.keep({ build, base, change: page.at(-1)?.change ?? from.change });
        await throttle(performance.now() - begun, watch.signal);
      }
    } finally {
      watch.end();
    }
  }

  /** Its signal is aborted when the process stops, another process holds the lease, or `same` is seen not to hold any more. */
  private watch(same: () => Promise<boolean>): { readonly signal: AbortSignal; end(): void } {
    const { lease } = this.target;
    const over = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, over.signal]);
    if (!lease) return { signal, end: () => undefined };
    const look = async (): Promise<void> => {
      // A server that does not answer has not lost the build: the next write will show it.
      const ours = (await lease.tryAcquire()) && (await same().catch(() => true));
      if (!ours) over.abort();
    };
    const looking = setInterval(() => void look().catch(() => over.abort()), POLL_INTERVAL_MS);
    return { signal, end: () => clearInterval(looking) };
  }

  /** Takes in what is there now, and no more: for a tool that runs beside no service. */
  async catchUp(): Promise<void> {
    const { indexVersions, indexOf } = this.target;
    const { changes } = this.source;
    const { build, isOutdated, base } = await indexVersions.live();
    if (build === undefined || isOutdated) return rebuildIndex(this.source, this.target, {}, this);
    const index = indexOf(build, true);
    const { signal } = this.stopping;
    let { change } = (await indexVersions.position(build, base)) ?? (await this.walk(index, build, base, signal));
    for (let page = await changes.page(change); page.length > 0; page = await changes.page(change)) {
      await this.take(index, page);
      change = page.at(-1)?.change ?? change;
      await indexVersions.keep({ build, base, change });
    }
  }

  /** Looks at every row; those that the index holds already cost no write. */
  private async walk(index: SearchIndex, build: Build, base: string, signal: AbortSignal): Promise<Position<Build>> {
    const { changes, database, directory, reader } = this.source;
    const position = { build, base, change: await changes.newest() };
    for await (const rows of walkRegister(database, reader, directory)) {
      signal.throwIfAborted();
      await this.write(index, rows);
    }
    await this.target.indexVersions.keep(position);
    return position;
  }

  /** Rows as they stand now: of many changes of one row only the last is written. */
  async take(index: SearchIndex, page: readonly Pick<RegisterChange, 'district' | 'appeal'>[]): Promise<void> {
    for (const district of new Set(page.map((change) => change.district))) {
      const mine = page.filter((change) => change.district === district).map(({ appeal }) => appeal);
      const appeals = [...new Set(mine)];
      await tracedIndexing(this.source.database, district, appeals, async () =>
        this.write(index, await this.source.reader.rows([district], appeals)),
      );
    }
  }

  async write(index: SearchIndex, rows: readonly RegisterRow[]): Promise<void> {
    try {
      await this.put(index, rows);
    } catch (error) {
      if (error instanceof RefusedDocuments) return error.documents.forEach((one) => this.tellRefused(one));
      if (isAway(error)) throw error;
      for (const row of rows) await this.putAlone(index, row);
    }
  }

  /** One row that cannot be indexed must not keep the others out; `verify` tells of it. */
  private async putAlone(index: SearchIndex, row: RegisterRow): Promise<void> {
    try {
      await this.put(index, [row]);
    } catch (error) {
      if (isAway(error)) throw error;
      this.source.logger.error('indexing an appeal failed', { district: row.district, appeal: row.id, error });
    }
  }

  private tellRefused({ district, id, code }: RefusedDocument): void {
    this.source.logger.error('indexing an appeal failed', { district, appeal: id, code });
  }

  private async put(index: SearchIndex, rows: readonly RegisterRow[]): Promise<void> {
    const { analyse, directory } = this.source;
    const documents = rows.flatMap((row) => indexDocument(row, analyse, directory) ?? []);
    const erased = rows
      .filter((row) => row.erased)
      .map(({ district, id, change }) => ({ district, id, version: change }));
    if (documents.length > 0) await index.put(documents);
    if (erased.length > 0) await index.remove(erased);
  }
}

/** The index cannot be reached: it is tried again. */
export function isAway(error: unknown): boolean {
  return error instanceof SearchServerAway || isOutage(error);
}
