import pg from 'pg';

export interface ScrubOptions {
  /** Of the owner, in the database of the services. */
  readonly ownerUrl: string;
  /** Whose tables may have held what was erased. */
  readonly schemas: readonly string[];
  /** The server is ours, and so is its write-ahead log. */
  readonly embedded: boolean;
  readonly progress: (done: number, total: number, what: string) => void;
}

/** Facts are sealed, and sealed they stay: their tables hold nothing to scrub, and are the largest. */
const SEALED_TABLES = ['event', 'stream', 'history'];
const STATISTICS = ['pg_catalog.pg_statistic', 'pg_catalog.pg_statistic_ext_data'];
/** A server of ours keeps at most 1 GB of segments of 16 MB. */
const MOST_SWITCHES = 200;

/**
 * What was deleted is still in the files: in dead rows, in the planner's samples, in the write-ahead log. Rewrites the
 * tables, then moves the log on until no segment is left that was written before. Of a server that is not ours the log,
 * its archive and the backups stay its operator's.
 */
export async function scrub({ ownerUrl, schemas, embedded, progress }: ScrubOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'otklik scrub' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await rewrite(client, schemas, embedded, progress);
    if (embedded) await moveLogOn(client, progress);
  } finally {
    await client.end();
  }
}

async function rewrite(
  client: pg.Client,
  schemas: readonly string[],
  embedded: boolean,
  progress: ScrubOptions['progress'],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname = any($1) and not relname = any($2) order by 1`,
    [schemas, SEALED_TABLES],
  );
  const tables = rows.map(({ name }) => name);
  const catalogue = embedded ? STATISTICS : [];
  const total = tables.length + catalogue.length;
  for (const [index, table] of tables.entries()) {
    await client.query(`vacuum (full, analyze) ${table}`);
    progress(index + 1, total, 'tables rewritten');
  }
  // Samples of the texts that were there stand in the statistics; the analysis above replaced them.
  for (const [index, table] of catalogue.entries()) {
    await client.query(`vacuum (full) ${table}`);
    progress(tables.length + index + 1, total, 'tables rewritten');
  }
}

async function moveLogOn(client: pg.Client, progress: ScrubOptions['progress']): Promise<void> {
  await client.query('alter system set wal_recycle = off');
  await client.query('select pg_reload_conf()');
  try {
    let end = await currentSegment(client);
    let names = await segments(client);
    const total = names.length + 1;
    for (let switches = 0; switches < MOST_SWITCHES; switches += 1) {
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
