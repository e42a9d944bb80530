import { asOwner, inSnapshot, inTransaction, type Transaction } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';

/**
 * One transaction over the tables of all services, as the owner of the database. Throws a PlainError where row-level security
 * would hide rows from it. Times are written and read in UTC.
 */
export function ownerTransaction<Result>(
  ownerUrl: string,
  how: 'READ' | 'WRITE',
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const withAllRows = async (tx: Transaction): Promise<Result> => {
    await tx.query(`set local timezone = 'UTC'; set local statement_timeout = 0`);
    await demandAllRows(tx);
    return work(tx);
  };
  return asOwner(ownerUrl, (owner) =>
    how === 'READ' ? inSnapshot(owner, withAllRows) : inTransaction(owner, withAllRows),
  );
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
