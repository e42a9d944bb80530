import type { Transaction } from '@otklik/tenancy';

/**
 * One hash of all that officials' lists and cards are made of, in the district: two registers with the same are equal but for the
 * numbers of their changes. Undefined while the register is not there yet.
 */
export async function registerDigest(tx: Transaction, district: number): Promise<string | undefined> {
  const { rows: tables } = await tx.query<{ name: string }>(
    `select format('search.%I', c.relname) as name from search.read_model m
     join pg_class c on c.relnamespace = 'search'::regnamespace and c.relkind = 'r'
       and (c.relname = m.base or starts_with(c.relname, m.base || '_')) and c.relname <> m.base || '_head'
     where m.name = 'register' order by 1`,
  );
  if (tables.length === 0) return undefined;
  const digests: string[] = [];
  for (const { name } of tables) {
    const { rows } = await tx.query<{ digest: string }>(
      `select md5(coalesce(string_agg(row, '' order by row), '')) as digest
       from (select md5((to_jsonb(t) - 'change')::text) as row from ${name} t where district = $1) r`,
      [district],
    );
    digests.push(rows[0]!.digest);
  }
  return digests.join('.');
}
