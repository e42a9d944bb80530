import type { Transaction } from '@otklik/tenancy';
import { beginBuild, type Progress, type ReadModelOptions } from './build.js';
import type { Projection } from './projection.js';
import { tablesOf } from './read-tables.js';

export interface Difference {
  readonly table: string;
  /** The row's key columns; never its content. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly kind: 'ONLY_LIVE' | 'ONLY_REPLAYED' | 'DIFFERENT';
  /** Columns that differ. */
  readonly columns: readonly string[];
}

export interface Verified {
  readonly projection: string;
  readonly rows: number;
  /** At most the first hundred of each table. */
  readonly differences: readonly Difference[];
}

const MAX_DIFFERENCES = 100;

/** The live read model has another version, with which a replay of this build cannot be compared. */
export class OtherVersionAnswers extends Error {
  override readonly name = 'OtherVersionAnswers';
}

/** Replays the history into scratch tables and compares them with the live ones at the same change number. */
export async function verifyProjection(
  options: ReadModelOptions,
  projection: Projection,
  signal: AbortSignal,
  onProgress?: Progress,
): Promise<Verified> {
  const { service } = options;
  const scratch = await beginBuild(options, projection, { resume: false, isIndexed: false, signal });
  if (!scratch) throw new Error(`${projection.name} is not started, or is stopping.`);
  try {
    let rows = 0;
    const differences: Difference[] = [];
    await scratch.complete(async (tx) => {
      const live = await liveBase(tx, service, projection);
      for (const table of await tablesOf(tx, service, scratch.base)) {
        const what = table.slice(scratch.base.length);
        const compared = await compare(tx, service, `${live}${what}`, table, projection.volatile ?? []);
        rows += compared.rows;
        differences.push(...compared.differences.map((one) => ({ ...one, table: `${projection.name}${what}` })));
      }
    }, onProgress);
    return { projection: projection.name, rows, differences };
  } finally {
    await scratch.drop();
  }
}

async function liveBase(tx: Transaction, service: string, projection: Projection): Promise<string> {
  const { rows } = await tx.query<{ base: string | null; version: number }>(
    `select base, version from ${service}.read_model where name = $1`,
    [projection.name],
  );
  const [live] = rows;
  if (!live?.base || live.version !== projection.version) {
    throw new OtherVersionAnswers(
      (live?.version ?? 0) > projection.version
        ? `Version ${live!.version} of ${projection.name} is live, which this build does not fill: otklik rebuild ${projection.name}`
        : `Version ${projection.version} of ${projection.name} is not live yet.`,
    );
  }
  return live.base;
}

interface Pair {
  readonly key: Record<string, unknown>;
  readonly live: Record<string, unknown> | null;
  readonly replayed: Record<string, unknown> | null;
}

async function compare(
  tx: Transaction,
  service: string,
  live: string,
  replayed: string,
  volatile: readonly string[],
): Promise<{ rows: number; differences: readonly Omit<Difference, 'table'>[] }> {
  const key = await keyColumns(tx, service, live);
  const columns = key.map((name) => `"${name}"`).join(', ');
  const side = (table: string, name: string) =>
    `(select ${columns}, to_jsonb(t) - $1::text[] as ${name} from ${service}.${table} t) as ${name}_side`;
  const { rows } = await tx.query<Pair>(
    `select jsonb_build_object(${key.map((name) => `'${name}', "${name}"`).join(', ')}) as key, live, replayed
     from ${side(live, 'live')} full join ${side(replayed, 'replayed')} using (${columns})
     where live is distinct from replayed limit ${MAX_DIFFERENCES}`,
    [volatile],
  );
  const counted = await tx.query<{ rows: string }>(`select count(*) as rows from ${service}.${live}`);
  return { rows: Number(counted.rows[0]?.rows ?? 0), differences: rows.map(difference) };
}

function difference({ key, live, replayed }: Pair): Omit<Difference, 'table'> {
  if (!live || !replayed) return { key, kind: live ? 'ONLY_LIVE' : 'ONLY_REPLAYED', columns: [] };
  const columns = Object.keys(live).filter((name) => JSON.stringify(live[name]) !== JSON.stringify(replayed[name]));
  return { key, kind: 'DIFFERENT', columns };
}

async function keyColumns(tx: Transaction, service: string, table: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary order by a.attnum`,
    [`${service}.${table}`],
  );
  if (rows.length === 0) throw new Error(`The read table ${table} has no primary key.`);
  return rows.map((row) => row.name);
}
