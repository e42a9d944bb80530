import type { Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { connectOwner } from '../backup/server.js';

/**
 * One transaction over the tables of all services, as the owner of the database. Throws a PlainError where row-level security
 * would hide rows from it. Times are written and read in UTC.
 */
export async function ownerTransaction<Result>(
  ownerUrl: string,
  how: 'READ' | 'WRITE',
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectOwner(ownerUrl);
  try {
    await client.query(how === 'READ' ? 'begin isolation level repeatable read read only' : 'begin');
    await client.query(`set local timezone = 'UTC'; set local statement_timeout = 0`);
    await demandAllRows(client);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    // The server rolls an open transaction back when its connection ends.
    await client.end();
  }
}

async function demandAllRows(tx: Transaction): Promise<void> {
  const { rows } = await tx.query<{ all: boolean; name: string }>(
    'select rolsuper or rolbypassrls as all, rolname::text as name from pg_roles where rolname = current_user',
  );
  if (!rows[0]!.all)
    throw new PlainError(
      `the role of DATABASE_URL sees no rows of districts. Let an administrator run: alter role "${rows[0]!.name}" bypassrls;`,
    );
}

/** Names of the migrations by schema. */
export async function schemasOf(tx: Transaction): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await tx.query<{ schema: string }>(
    `select schemaname::text as schema from pg_tables where tablename = 'migrations' order by 1`,
  );
  const schemas: Record<string, readonly string[]> = {};
  for (const { schema } of tables) {
    const { rows } = await tx.query<{ name: string }>(`select name from ${schema}.migrations order by name`);
    schemas[schema] = rows.map(({ name }) => name);
  }
  return schemas;
}
