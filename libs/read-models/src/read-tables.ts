import { districtStatistics, roleNames, rowSecurity, type Transaction } from '@otklik/tenancy';
import type { Projection } from './projection.js';

/** The tables of one build of a projection: `<base>` and `<base>_<what>`, unqualified. */
export async function tablesOf(tx: Transaction, service: string, base: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = $1::regnamespace and relkind in ('r', 'p') and (relname = $2 or starts_with(relname, $2 || '_'))
     order by relname`,
    [service, base],
  );
  return rows.map((row) => row.name);
}

/** Creates the tables of a build with their grants, and row-level security on those with a district. */
export async function createTables(
  tx: Transaction,
  service: string,
  projection: Projection,
  base: string,
): Promise<void> {
  await tx.query(projection.sql.replaceAll('{table}', `${service}.${base}`));
  const { app } = roleNames(service);
  for (const table of await tablesOf(tx, service, base)) {
    await tx.query(`grant select on ${service}.${table} to ${app}`);
    if (await needsRowSecurity(tx, service, table)) await tx.query(rowSecurity(service, table));
  }
  await tx.query(districtStatistics(service));
}

/** Creates those of the projection's secondary indexes that are not there yet; `within` runs each in a transaction. */
export async function createIndexes(
  service: string,
  { indexes = [] }: Projection,
  base: string,
  within: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const [at, index] of indexes.entries()) {
    const on = index.replaceAll('{table}', `${service}.${base}`);
    await within(async (tx) => {
      // One large index may take longer than any statement of a request is allowed to.
      await tx.query('set local statement_timeout = 0');
      await tx.query(`create index if not exists ${base}_index_${at + 1} on ${on}`);
    });
  }
}

async function needsRowSecurity(tx: Transaction, service: string, table: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.oid = $1::regclass and a.attname = 'district' and not a.attisdropped and not c.relrowsecurity`,
    [`${service}.${table}`],
  );
  return rowCount === 1;
}

/** Points the stable views at the tables of `base`, and drops the views of `before`, the previous live build. */
export async function pointViews(
  tx: Transaction,
  service: string,
  name: string,
  base: string,
  before: string | undefined,
): Promise<void> {
  const { app, worker } = roleNames(service);
  const view = (table: string, of: string) => `${service}.${name}${table.slice(of.length)}`;
  if (before !== undefined) {
    for (const table of await tablesOf(tx, service, before)) {
      await tx.query(`drop view if exists ${view(table, before)}`);
    }
  }
  for (const table of await tablesOf(tx, service, base)) {
    await tx.query(
      `create view ${view(table, base)} with (security_invoker = true) as select * from ${service}.${table};
       grant select on ${view(table, base)} to ${app}, ${worker}`,
    );
  }
}

export async function dropTables(tx: Transaction, service: string, base: string): Promise<void> {
  for (const table of await tablesOf(tx, service, base)) await tx.query(`drop table if exists ${service}.${table}`);
}

/** Builds of the projection that are neither live nor being filled: their process has ended. */
export async function abandonedBuilds(tx: Transaction, service: string, name: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ base: string }>(
    `select c.relname as base from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname ~ ('^' || $2 || '_v[0-9]+(b[0-9]+)?$')
       and not exists (select from ${service}.read_model m where m.base = c.relname)
       and not exists (select from ${service}.read_model_build b where b.base = c.relname)`,
    [service, name],
  );
  return rows.map((row) => row.base);
}

/** `<name>_v<n>` for the first build of a version, `<name>_v<n>b<k>` for further ones. */
export async function nextBase(tx: Transaction, service: string, name: string, version: number): Promise<string> {
  for (let build = 1; ; build += 1) {
    const base = `${name}_v${version}${build === 1 ? '' : `b${build}`}`;
    if ((await tablesOf(tx, service, base)).length === 0) return base;
  }
}
