import type pg from 'pg';
import { processes } from './processes.js';

/** A moment of the database; what was written since then is known by its transaction. */
export interface RowMark {
  readonly transaction: string;
  readonly wal: string;
}

interface Written {
  /** Its qualified name. */
  readonly table: string;
  readonly rows: number;
  readonly pages: number;
  readonly perPage: number;
}

const SCHEMAS = ['intake', 'routing', 'responses', 'notifications', 'search', 'vault'];
const BATCH = 1_000;
const COPIES = 'written_again';

/** Rows that transactions since the mark have left in the services' tables, and the bytes of WAL. */
export async function rowsWritten(
  database: pg.Pool,
  mark: RowMark,
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const { rows } = await database.query<{ bytes: string }>(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn) as bytes',
    [mark.wal],
  );
  const written = await writtenSince(database, mark);
  return { rows: written.reduce((sum, one) => sum + one.rows, 0), bytes: Number(rows[0]!.bytes) };
}

/**
 * Writes these rows once more by plain SQL, in batches, into tables of the same shape, with the same indexes, that hold the
 * older rows already. CPU seconds of the one connection.
 */
export async function writeRowsAgain(database: pg.Pool, mark: RowMark): Promise<number> {
  const written = await writtenSince(database, mark);
  const client = await database.connect();
  try {
    await client.query(`drop schema if exists ${COPIES} cascade; create schema ${COPIES}`);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    let seconds = 0;
    for (const one of written) {
      const copy = `${COPIES}.${one.table.replace('.', '_')}`;
      await client.query(`create table ${copy} (like ${one.table} including indexes including storage)`);
      await client.query(`insert into ${copy} select * from ${one.table} where not ${isNew(mark)}`);
      await client.query(`analyze ${copy}`);
      const before = cpuOf(rows[0]!.pid);
      await copyNew(client, one, copy, mark);
      seconds += cpuOf(rows[0]!.pid) - before;
    }
    await client.query(`drop schema ${COPIES} cascade`);
    return seconds;
  } finally {
    client.release();
  }
}

async function copyNew(client: pg.PoolClient, { table, pages, perPage }: Written, copy: string, mark: RowMark) {
  const step = Math.max(1, Math.floor(BATCH / perPage));
  for (let page = 0; page < pages; page += step) {
    const here = `ctid >= '(${page},0)' and ctid < '(${page + step},0)'`;
    await client.query(`insert into ${copy} select * from ${table} where ${here} and ${isNew(mark)}`);
  }
}

/** By the row's transaction: a young database has not gone round its numbers. */
function isNew({ transaction }: RowMark): string {
  return `xmin::text::bigint >= ${BigInt(transaction)}`;
}

function cpuOf(backend: number): number {
  return processes().find(({ pid }) => pid === backend)!.cpu;
}

async function writtenSince(database: pg.Pool, mark: RowMark): Promise<readonly Written[]> {
  const tables = await database.query<{ table: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and c.relname <> 'migrations' order by 1`,
    [SCHEMAS],
  );
  const all: Written[] = [];
  for (const { table } of tables.rows) {
    const { rows } = await database.query<Omit<Written, 'table'>>(
      `select count(*) filter (where ${isNew(mark)})::int as rows,
         (pg_relation_size('${table}') / current_setting('block_size')::int)::int as pages,
         count(*)::float8 / greatest(pg_relation_size('${table}') / current_setting('block_size')::int, 1) as "perPage"
       from ${table}`,
    );
    const [found] = rows;
    if (found && found.rows > 0) all.push({ table, ...found });
  }
  return all;
}
