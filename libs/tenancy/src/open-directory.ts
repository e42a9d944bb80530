import type { Logger } from '@otklik/observability';
import pg from 'pg';
import { districtOf, type CalendarRow, type EntryRow } from './directory-entries.js';
import type { Directory } from './directory.js';
import { directoryOver, snapshotOf, type DirectorySnapshot } from './memory-directory.js';

export interface DirectoryOptions {
  /** How old the copy may grow, ms. */
  readonly maxAgeMs?: number;
  readonly logger?: Logger;
}

const EVERYTHING_NOW = `select
  (select revision from directory.revision) as revision,
  (select coalesce(json_agg(json_build_object('district', district, 'kind', kind, 'code', code, 'version', version,
      'data', data) order by district, kind, code), '[]')
    from directory.entry where valid_to is null) as entries,
  (select coalesce(json_agg(json_build_object('year', year, 'version', version, 'days', data -> 'days')), '[]')
    from directory.calendar_year where valid_to is null) as years`;

interface Everything {
  readonly revision: string;
  readonly entries: readonly EntryRow[];
  readonly years: readonly CalendarRow[];
}

/**
 * Keeps the directory in memory: asks for its revision twice within `maxAgeMs` (5 s) and reads all of it, in one
 * statement, when that has changed. While the database does not answer the last copy goes on, and each failure is logged.
 * A URL gets a connection of its own; a pool stays its owner's.
 */
export async function openDirectory(source: string | pg.Pool, options: DirectoryOptions = {}): Promise<Directory> {
  const { maxAgeMs = 5_000, logger } = options;
  const pool = typeof source === 'string' ? poolOf(source) : source;
  let revision: string | undefined;
  let snapshot: DirectorySnapshot = snapshotOf([]);
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const read = async (): Promise<void> => {
    const now = await pool.query<{ revision: string }>('select revision from directory.revision');
    if (now.rows[0]?.revision === revision) return;
    const { rows } = await pool.query<Everything>(EVERYTHING_NOW);
    revision = rows[0]!.revision;
    snapshot = snapshotOf(districtsOf(rows[0]!));
  };

  // One read at a time, so that an older answer never replaces a newer; who asks later gets what was read later.
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
  return directoryOver(() => snapshot, refresh, close);
}

function districtsOf({ entries, years }: Everything): DirectorySnapshot['districts'] {
  const byDistrict = Map.groupBy(entries, (row) => row.district);
  return [...byDistrict.values()].flatMap((rows) => districtOf(rows, years) ?? []);
}

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'otklik directory',
    max: 1,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    keepAlive: true,
  });
  // A connection lost while idle: the next read opens another.
  pool.on('error', () => undefined);
  return pool;
}
