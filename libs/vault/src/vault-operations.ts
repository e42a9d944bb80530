import pg from 'pg';
import { unwrapDistrictKey, wrapDistrictKey, type KeyEncryptionKeys } from './key-encryption.js';
import { erasePerson, type Erasure } from './key-rows.js';

/** The operator's work on the whole vault, as the owner of the database. */

/** The ledger, oldest first: what a backup must carry beside itself, because an older one brings destroyed keys back. */
export function readErasures(ownerUrl: string): Promise<readonly Required<Erasure>[]> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<Required<Erasure>>(
      `select district, person, ground, to_char(erased_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt"
        from vault.erasure order by erased_at, district, person`,
    );
    return rows;
  });
}

/**
 * After any restore: destroys again every key that the database's own ledger or `ledger` names. Harmless to repeat.
 * Answers how many keys had come back.
 */
export function replayErasures(ownerUrl: string, ledger: readonly Erasure[] = []): Promise<number> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('begin');
    const own = await client.query<Erasure>(
      'select district, person, ground, erased_at as "erasedAt" from vault.erasure',
    );
    const before = await livingKeys(client);
    for (const erasure of [...own.rows, ...ledger]) await erasePerson(client, erasure);
    const after = await livingKeys(client);
    await client.query('commit');
    return before - after;
  });
}

/** Wraps every district's key by the current key encryption key; afterwards the old one may go. Answers how many changed. */
export function rewrapDistrictKeys(ownerUrl: string, kek: KeyEncryptionKeys): Promise<number> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('begin');
    const { rows } = await client.query<{ district: number; kek: string; wrapped: Buffer }>(
      'select district, kek, wrapped from vault.district_key where kek <> $1 for update',
      [kek.current],
    );
    for (const row of rows) {
      const anew = wrapDistrictKey(kek, row.district, unwrapDistrictKey(kek, row.district, row));
      await client.query('update vault.district_key set kek = $2, wrapped = $3 where district = $1', [
        row.district,
        anew.kek,
        anew.wrapped,
      ]);
    }
    await client.query('commit');
    return rows.length;
  });
}

async function livingKeys(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from vault.person_key where wrapped is not null',
  );
  return rows[0]!.n;
}

/** Ends the connection whatever happens; an open transaction is rolled back with it. */
async function asOwner<Result>(ownerUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
