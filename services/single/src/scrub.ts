import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

export interface ScrubOptions {
  /** Of the owner, in the database of the services. */
  readonly ownerUrl: string;
  /** Tables to rewrite: regular expressions on `schema.table`. */
  readonly tables?: readonly string[];
  /** The embedded server: its write-ahead log is ours, too. */
  readonly embedded: boolean;
  readonly progress: (done: number, total: number, what: string) => void;
}

/**
 * Tables with clear text or keys, and those that an erasure deletes rows or columns of. Events, files and dead letters are
 * sealed: their tables, the largest, need no rewrite.
 */
export const SCRUBBED_TABLES: readonly string[] = [
  '^vault[.]',
  '^search[.](register|publication)_v[0-9]',
  '^search[.]index_(document|word|gram|posting)$',
  '^intake[.](file|follow_up|delivery|captured|heard_dialogue|counted)$',
  '^routing[.]received$',
  '^notifications[.](applicant|delivery)$',
];
const STATISTICS = ['pg_catalog.pg_statistic', 'pg_catalog.pg_statistic_ext_data'];
/** Other sessions queue behind a rewrite that waits for its lock: so many short waits instead of a long one. */
const LOCK_TIMEOUT_MS = 2_000;
const MAX_LOCK_ATTEMPTS = 30;
const LOCK_RETRY_DELAY_MS = 1_000;
const BACKUP_TIMEOUT_MS = 60_000;
const BACKUP_POLL_INTERVAL_MS = 200;
/** The embedded server keeps at most 1 GB of segments of 16 MB. */
const MAX_SWITCHES = 200;

/**
 * Deleted data is still in dead rows, planner statistics and the write-ahead log. Rewrites the tables, then switches WAL
 * segments until none from before is left. With DATABASE_URL the log, its archive and the backups are the server operator's.
 * Throws a PlainError when a table cannot be rewritten.
 */
export async function scrub({ ownerUrl, tables = SCRUBBED_TABLES, embedded, progress }: ScrubOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'otklik scrub' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set client_min_messages = warning; set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await rewrite(client, tables, embedded, progress);
    if (embedded) await recycleWal(client, progress);
  } finally {
    await client.end();
  }
}

async function rewrite(
  client: pg.Client,
  held: readonly string[],
  embedded: boolean,
  progress: ScrubOptions['progress'],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname || '.' || relname ~ any($1) order by 1`,
    [held],
  );
  const tables = rows.map(({ name }) => name);
  const catalogue = embedded ? STATISTICS : [];
  const total = tables.length + catalogue.length;
  for (const [index, table] of tables.entries()) {
    await vacuum(client, 'full, analyze', table);
    progress(index + 1, total, 'tables rewritten');
  }
  // The statistics held samples of the texts; the analysis above replaced them.
  for (const [index, table] of catalogue.entries()) {
    await vacuum(client, 'full', table);
    progress(tables.length + index + 1, total, 'tables rewritten');
  }
}

async function vacuum(client: pg.Client, how: 'full' | 'full, analyze', table: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await vacuumOnce(client, how, table);
    } catch (error) {
      if (hasCode(error, UNDEFINED_TABLE)) return;
      if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
      if (tries === MAX_LOCK_ATTEMPTS)
        throw new PlainError(`${table} is in use all the time and could not be rewritten. Run it again.`);
      await sleep(LOCK_RETRY_DELAY_MS);
    }
  }
}

/** Without the privilege VACUUM only warns. */
async function vacuumOnce(client: pg.Client, how: string, table: string): Promise<void> {
  let warned = false;
  const onNotice = (notice: { readonly code?: string | undefined }): void => void (warned ||= notice.code === WARNING);
  client.on('notice', onNotice);
  try {
    await client.query(`vacuum (${how}) ${table}`);
  } finally {
    client.off('notice', onNotice);
  }
  if (warned)
    throw new PlainError(
      `PostgreSQL skipped ${table}, which still holds what was erased: the role of DATABASE_URL may not rewrite it.\n` +
        'Make it the owner of the database (alter database … owner to …), then run this again.',
    );
}

const WARNING = '01000';
const LOCK_NOT_AVAILABLE = '55P03';
/** A read model or an index was swapped meanwhile; its files are gone. */
const UNDEFINED_TABLE = '42P01';

function hasCode(error: unknown, code: string): boolean {
  return error instanceof pg.DatabaseError && error.code === code;
}

async function recycleWal(client: pg.Client, progress: ScrubOptions['progress']): Promise<void> {
  await client.query('alter system set wal_recycle = off');
  await client.query('select pg_reload_conf()');
  try {
    let end = await currentSegment(client);
    let names = await segments(client);
    const total = names.length + 1;
    for (let switches = 0; switches < MAX_SWITCHES; switches += 1) {
      // Recycled segments have later names and old content: so the end is the last of them. A checkpoint may still recycle
      // one while the server has not yet read the setting.
      const current = await currentSegment(client);
      const last = names.at(-1)!;
      if (last > current && last > end) end = last;
      const old = names.filter((name) => name <= end).length;
      progress(Math.max(0, total - old), total, 'log segments replaced');
      if (old === 0) return;
      await backedUp(client);
      await client.query(`select pg_logical_emit_message(false, 'otklik', 'scrub')`);
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
      names = await segments(client);
    }
    throw new Error('The write-ahead log is not recycled: does an archive or a replica hold it?');
  } finally {
    await client.query('alter system reset wal_recycle');
    await client.query('select pg_reload_conf()');
  }
}

/** The log is kept until the backup has it. */
async function backedUp(client: pg.Client): Promise<void> {
  const segment = await currentSegment(client);
  for (const end = Date.now() + BACKUP_TIMEOUT_MS; ;) {
    const { rows } = await client.query<{ behind: boolean }>(
      `select coalesce(bool_or(pg_walfile_name(restart_lsn) < $1), false) as behind from pg_replication_slots
       where not temporary and wal_status is distinct from 'lost'`,
      [segment],
    );
    if (!rows[0]!.behind) return;
    if (Date.now() > end)
      throw new PlainError(
        'The log holds what was erased until the backup has it, which is not written. Run it again then.',
      );
    await sleep(BACKUP_POLL_INTERVAL_MS);
  }
}

async function currentSegment(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select pg_walfile_name(pg_current_wal_lsn()) as name');
  return rows[0]!.name;
}

async function segments(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' order by name`,
  );
  return rows.map(({ name }) => name);
}
