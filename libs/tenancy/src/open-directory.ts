import type { Logger } from '@otklik/observability';
import type pg from 'pg';
import { IsNull, type EntityManager } from 'typeorm';
import { districtOf, type EntryRow } from './directory-entries.js';
import { CalendarYearEntry, DirectoryEntry, directoryManagers, DirectoryRevision } from './directory-tables.js';
import type { Directory } from './directory.js';
import { inSnapshot } from './in-transaction.js';
import { openPool } from './open-pool.js';
import { PLATFORM } from './platform.js';
import { directoryOver, snapshotOf, type DirectorySnapshot } from './memory-directory.js';

export interface DirectoryOptions {
  /** Maximum age of the copy, ms. */
  readonly maxAgeMs?: number;
  readonly logger?: Logger;
  /** The server's clock, ISO 8601 UTC: substitutions begin and end by it. */
  readonly now?: () => string;
}

/**
 * Keeps the directory in memory: reads its revision twice within `maxAgeMs` (5 s), and all of it when that has changed.
 * While the database does not answer, the last copy stays in use and each failure is logged.
 * A URL gets a connection of its own; a pool stays its owner's.
 */
export async function openDirectory(source: string | pg.Pool, options: DirectoryOptions = {}): Promise<Directory> {
  const { maxAgeMs = 5_000, logger, now } = options;
  const pool = typeof source === 'string' ? poolOf(source) : source;
  let revision: string | undefined;
  let snapshot: DirectorySnapshot = snapshotOf([]);
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const read = (): Promise<void> =>
    inSnapshot(pool, async (tx) => {
      const manager = (await directoryManagers)(tx);
      const newest = await manager.findOneByOrFail(DirectoryRevision, { onlyRow: true });
      if (newest.revision === revision) return;
      snapshot = snapshotOf(await currentDistricts(manager));
      revision = newest.revision;
    });

  // Reads are serialised, so that an older result never replaces a newer one.
  let last: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => (last = last.then(read, read));

  const again = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      refresh()
        .catch((error: unknown) => logger?.warn('The directory could not be read.', { error }))
        .finally(again);
    }, maxAgeMs / 2);
    timer.unref();
  };

  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(timer);
    await last.catch((error: unknown) => logger?.warn('The directory could not be read.', { error }));
    if (typeof source === 'string') await pool.end();
  };

  try {
    await refresh();
  } catch (error) {
    await close();
    throw error;
  }
  again();
  return directoryOver(() => snapshot, refresh, close, now);
}

async function currentDistricts(manager: EntityManager): Promise<DirectorySnapshot['districts']> {
  const order = { district: 'ASC', kind: 'ASC', code: 'ASC' } as const;
  const entries = await manager.find(DirectoryEntry, { where: { validTo: IsNull() }, order });
  const years = await manager.findBy(CalendarYearEntry, { validTo: IsNull() });
  const calendar = years.map(({ year, version, data }) => ({ year, version, ...data }));
  const byDistrict = Map.groupBy(entries as readonly EntryRow[], (row) => row.district);
  return [...byDistrict.values()].flatMap((rows) => districtOf(rows, calendar, byDistrict.get(PLATFORM)) ?? []);
}

function poolOf(url: string): pg.Pool {
  return openPool({
    connectionString: url,
    application_name: 'otklik directory',
    max: 1,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
  });
}
