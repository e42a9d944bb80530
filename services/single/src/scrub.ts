import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

export interface ScrubOptions {
  /** Of the owner, in the database of the services. */
  readonly ownerUrl: string;
  /** Which tables are rewritten: what `schema.table` looks like, as regular expressions. */
  readonly tables?: readonly string[];
  /** The server is ours, and so is its write-ahead log. */
  readonly embedded: boolean;
  readonly progress: (done: number, total: number, what: string) => void;
}

/**
 * What was in clear, what held keys, and what an erasure takes rows or columns from. Facts, files and what is parked are
 * sealed and stay so: their tables hold nothing to scrub, and are the largest.
 */
export const HELD: readonly string[] = [
  '^vault[.]',
  '^search[.]register_v[0-9]',
  '^search[.]index_(document|word|gram|posting)$',
  '^intake[.](file|follow_up)$',
  '^routing[.]received$',
  '^notifications[.](applicant|delivery)$',
];
const STATISTICS = ['pg_catalog.pg_statistic', 'pg_catalog.pg_statistic_ext_data'];
/** Whoever comes while a rewrite waits for its lock stands behind it: it waits a little, many times. */
const LOCK_MS = 2_000;
const LOCK_TRIES = 30;
const LOCK_PAUSE_MS = 1_000;
/** A server of ours keeps at most 1 GB of segments of 16 MB. */
const MAX_SWITCHES = 200;

/**
 * What was deleted is still in the files: in dead rows, in the planner's samples, in the write-ahead log. Rewrites the
 * tables, then moves the log on until no segment is left that was written before. Of a server that is not ours the log,
 * its archive and the backups stay its operator's. Throws a PlainError when a table cannot be rewritten.
 */
export async function scrub({ ownerUrl, tables = HELD, embedded, progress }: ScrubOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'otklik scrub' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set client_min_messages = warning; set lock_timeout = ${LOCK_MS}`);
    await rewrite(client, tables, embedded, progress);
    if (embedded) await moveLogOn(client, progress);
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
  // Samples of the texts that were there stand in the statistics; the analysis above replaced them.
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
      if (hasCode(error, NO_SUCH_TABLE)) return;
      if (!hasCode(error, LOCKED)) throw error;
      if (tries === LOCK_TRIES)
        throw new PlainError(`${table} is in use all the time and could not be rewritten. Run it again.`);
      await sleep(LOCK_PAUSE_MS);
    }
  }
}

/** Who may not rewrite a table is told so by a warning alone. */
async function vacuumOnce(client: pg.Client, how: string, table: string): Promise<void> {
  let warned = false;
  const hear = (notice: { readonly code?: string | undefined }): void => void (warned ||= notice.code === WARNING);
  client.on('notice', hear);
  try {
    await client.query(`vacuum (${how}) ${table}`);
  } finally {
    client.off('notice', hear);
  }
  if (warned)
    throw new PlainError(
      `PostgreSQL passed by ${table}, which still holds what was erased: the role of DATABASE_URL may not rewrite it.\n` +
        'Make it the owner of the database (alter database … owner to …), then run this again.',
    );
}

const WARNING = '01000';
const LOCKED = '55P03';
/** A read model or an index was swapped meanwhile; its files went with it. */
const NO_SUCH_TABLE = '42P01';

function hasCode(error: unknown, code: string): boolean {
  return error instanceof pg.DatabaseError && error.code === code;
}

async function moveLogOn(client: pg.Client, progress: ScrubOptions['progress']): Promise<void> {
  await client.query('alter system set wal_recycle = off');
  await client.query('select pg_reload_conf()');
  try {
    let end = await currentSegment(client);
    let names = await segments(client);
    const total = names.length + 1;
    for (let switches = 0; switches < MAX_SWITCHES; switches += 1) {
      // Segments kept for later use bear later names and older content: they are written over up to the last of them. A
      // checkpoint may keep another one while the server has not yet read the setting.
      const current = await currentSegment(client);
      const last = names.at(-1)!;
      if (last > current && last > end) end = last;
      const old = names.filter((name) => name <= end).length;
      progress(Math.max(0, total - old), total, 'log segments replaced');
      if (old === 0) return;
      await client.query(`select pg_logical_emit_message(false, 'otklik', 'scrub')`);
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
      names = await segments(client);
    }
    throw new Error('The write-ahead log does not move on: is an archive, a replica or a slot holding it?');
  } finally {
    await client.query('alter system reset wal_recycle');
    await client.query('select pg_reload_conf()');
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
