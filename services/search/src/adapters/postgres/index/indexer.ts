import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Database, Directory } from '@otklik/tenancy';
import { indexDocument } from '../../../application/index/index-document.js';
import type { SearchIndex } from '../../../application/index/search-index.js';
import type { RegisterRow } from '../../../application/register/register-row.js';
import type { Analyse } from '../../../domain/word-analysis.js';
import type { RegisterChange, RegisterChanges } from '../register-changes.js';
import type { RegisterReader } from '../register-reader.js';
import type { IndexBuilds, Position } from './index-builds.js';
import { walkRegister } from './register-walk.js';

export interface IndexerParts {
  readonly database: Database;
  readonly directory: Directory;
  readonly reader: RegisterReader;
  readonly changes: RegisterChanges;
  readonly builds: IndexBuilds;
  readonly analyse: Analyse;
  readonly logger: Logger;
  /** The index's one build. */
  readonly indexOf: (build: number) => SearchIndex;
}

const RETRY_MS = 1_000;

/** Keeps the index that answers at the register's heels. Any number of processes may: what is not newer changes nothing. */
export class Indexer {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: IndexerParts) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { logger } = this.parts;
    while (!this.stopping.signal.aborted) {
      try {
        await this.follow();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        logger.warn('the index cannot follow the register; it will try again', { service: 'search', error });
        await pause(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** Until another build answers, or other tables of the register do. */
  private async follow(): Promise<void> {
    const { builds, changes, indexOf } = this.parts;
    const { build, base } = await builds.live();
    const from = (await builds.position(build, base)) ?? (await this.walk(build, base));
    for await (const page of changes.follow(from.change, this.stopping.signal)) {
      // Asked before the write: words written to a build that was dropped would outlive their person.
      const now = await builds.live();
      if (now.build !== build || now.base !== base) return;
      await this.take(indexOf(build), page);
      await builds.keep({ build, base, change: page.at(-1)?.change ?? from.change });
    }
  }

  /** Takes in what is there now, and no more: for a tool that runs beside no service. */
  async catchUp(): Promise<void> {
    const { builds, changes, indexOf } = this.parts;
    const { build, base } = await builds.live();
    let { change } = (await builds.position(build, base)) ?? (await this.walk(build, base));
    for (let page = await changes.page(change); page.length > 0; page = await changes.page(change)) {
      await this.take(indexOf(build), page);
      change = page.at(-1)?.change ?? change;
      await builds.keep({ build, base, change });
    }
  }

  /** Looks at every row; those that the index holds already cost no write. */
  private async walk(build: number, base: string): Promise<Position> {
    const { builds, changes, database, directory, reader, indexOf } = this.parts;
    const position = { build, base, change: await changes.newest() };
    for await (const rows of walkRegister(database, reader, directory)) {
      this.stopping.signal.throwIfAborted();
      await this.write(indexOf(build), rows);
    }
    await builds.keep(position);
    return position;
  }

  /** Rows as they stand now: of many changes of one row only the last is written. */
  async take(index: SearchIndex, page: readonly Pick<RegisterChange, 'district' | 'appeal'>[]): Promise<void> {
    for (const district of new Set(page.map((change) => change.district))) {
      const mine = page.filter((change) => change.district === district).map(({ appeal }) => appeal);
      await this.write(index, await this.parts.reader.rows([district], [...new Set(mine)]));
    }
  }

  async write(index: SearchIndex, rows: readonly RegisterRow[]): Promise<void> {
    try {
      await this.put(index, rows);
    } catch (error) {
      if (isOutage(error)) throw error;
      for (const row of rows) await this.putAlone(index, row);
    }
  }

  /** One row that cannot be indexed must not keep the others out; `verify` tells of it. */
  private async putAlone(index: SearchIndex, row: RegisterRow): Promise<void> {
    try {
      await this.put(index, [row]);
    } catch (error) {
      if (isOutage(error)) throw error;
      this.parts.logger.error('an appeal cannot be indexed', { district: row.district, appeal: row.id, error });
    }
  }

  private async put(index: SearchIndex, rows: readonly RegisterRow[]): Promise<void> {
    const { analyse, directory } = this.parts;
    const documents = rows.flatMap((row) => indexDocument(row, analyse, directory) ?? []);
    const erased = rows
      .filter((row) => row.erased)
      .map(({ district, id, change }) => ({ district, id, version: change }));
    if (documents.length > 0) await index.put(documents);
    if (erased.length > 0) await index.remove(erased);
  }
}
