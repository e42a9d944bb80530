import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { installService, openDatabase, type Database, type ServiceUrls, type Transaction } from '@otklik/tenancy';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { keyEncryptionKeys, type KeyEncryptionKeys } from './key-encryption.js';
import { insertPeopleSql } from './key-rows.js';
import { installVault } from './migrations.js';
import { openVault } from './postgres-vault.js';
import { KeyDestroyed } from './sealing.js';
import { readErasures, replayErasures, rewrapDistrictKeys } from './vault-operations.js';
import { vaultContract } from './vault.contract.js';

const secret = 'roles-of-specs-1';
const kek: KeyEncryptionKeys = { current: 'k1', keys: { k1: randomBytes(32) } };

vaultContract('postgres', async () => {
  const database = await testDatabase();
  const intake = await installService(database.url, 'intake', [], secret);
  await installVault(database.url);
  const pool = openDatabase(intake.app, 'intake', { max: 4 });
  return {
    vault: openVault({ database: pool, kek }),
    transaction: (district, work) => pool.scope(district).transaction(work),
    keep: async (district, { person, wrapped, blind }) => {
      const text = `with given as (select $1::int as district, $2::uuid as person, $3::bytea as wrapped, $4::text as blind),
        ${insertPeopleSql} select from made`;
      return (await pool.scope(district).query(text, [district, person, wrapped, blind])).rowCount === 1;
    },
    stop: async () => {
      await pool.close();
      await database.drop();
    },
  };
});

describe('the vault on PostgreSQL', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let urls: { intake: ServiceUrls; search: ServiceUrls };
  let intake: Database;
  let search: Database;

  beforeAll(async () => {
    database = await testDatabase();
    await installVault(database.url);
    urls = {
      intake: await installService(database.url, 'intake', [], secret),
      search: await installService(database.url, 'search', [], secret),
    };
    await installVault(database.url);
    intake = openDatabase(urls.intake.app, 'intake', { max: 4 });
    search = openDatabase(urls.search.app, 'search', { max: 2 });
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
  });
  afterAll(async () => {
    await Promise.all([intake.close(), search.close(), owner.end()]);
    await database.drop();
  });

  const keeper = (): ReturnType<typeof openVault> => openVault({ database: intake, kek });
  const reader = (cacheMs?: number): ReturnType<typeof openVault> =>
    openVault(compact({ database: search, kek, cacheMs }));
  const commits = async (): Promise<number> =>
    (await owner.query(`select count(distinct created_at)::int n from vault.person_key where district = 77`)).rows[0].n;

  it('lets other services open and seal, but not create or destroy keys', async () => {
    const person = randomUUID();
    await keeper().createPerson(1, person, 'a@example.org');
    const vault = reader();
    const sealed = await vault.seal(1, person, randomUUID(), 'note', 'заметка');
    expect(await keeper().open(1, sealed)).toBe('заметка');
    expect(await vault.blindIndex(1, 'a@example.org')).toBe(await keeper().blindIndex(1, 'A@example.org'));
    await expect(vault.createPerson(1, randomUUID())).rejects.toThrow(/permission denied/);
    await expect(vault.personsOf(1, 'a@example.org')).rejects.toThrow(/permission denied/);
    const destroyed = search.scope(1).transaction((tx) => vault.destroy(tx, 1, person, 'no'));
    await expect(destroyed).rejects.toThrow(/permission denied/);
    for (const statement of [
      'delete from vault.person_key',
      'update vault.person_key set wrapped = null',
      'insert into vault.erasure (district, person, ground) values (1, gen_random_uuid(), $$x$$)',
      'truncate vault.person_key',
    ]) {
      await expect(search.scope(1).query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('hides the keys of other districts and lets no service change the ledger', async () => {
    const person = randomUUID();
    await keeper().createPerson(3, person, 'c@example.org');
    const seen = async (district: number): Promise<number | null> =>
      (await intake.scope(district).query('select 1 from vault.person_key where person = $1', [person])).rowCount;
    expect([await seen(3), await seen(4)]).toEqual([1, 0]);
    for (const statement of ['delete from vault.erasure', 'update vault.erasure set ground = $$x$$']) {
      await expect(intake.scope(3).query(statement)).rejects.toThrow(/permission denied/);
    }
    await expect(intake.scope(3).query('delete from vault.person_key')).rejects.toThrow(/permission denied/);
    const forced = await owner.query(
      `select relname from pg_class where relnamespace = 'vault'::regnamespace and relkind = 'r'
        and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(forced.rows).toEqual([]);
  });

  it('shares a commit between concurrent callers', async () => {
    const vault = keeper();
    await Promise.all(Array.from({ length: 200 }, () => vault.createPerson(77, randomUUID())));
    expect(await commits()).toBeLessThanOrEqual(2);
  });

  it('fails a malformed id without failing its batch', async () => {
    const vault = keeper();
    const results = await Promise.allSettled([
      vault.createPerson(5, 'nobody'),
      vault.createPerson(5, randomUUID()),
      vault.createPerson(0, randomUUID()),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  });

  it('notices an erasure by another process when the cached key expires, and ignores one that was rolled back', async () => {
    const person = randomUUID();
    const vault = keeper();
    await vault.createPerson(1, person);
    const sealed = await vault.seal(1, person, randomUUID(), 'text', 'x');
    const [fresh, caching] = [reader(0), reader(500)];
    expect([await fresh.open(1, sealed), await caching.open(1, sealed)]).toEqual(['x', 'x']);
    const undone = intake.scope(1).transaction(async (tx) => {
      await vault.destroy(tx, 1, person, 'ground');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect([await vault.open(1, sealed), await fresh.open(1, sealed)]).toEqual(['x', 'x']);
    await intake.scope(1).transaction((tx) => vault.destroy(tx, 1, person, 'ground'));
    expect([await vault.open(1, sealed), await fresh.open(1, sealed)]).toEqual([undefined, undefined]);
    await eventually(async () => ((await caching.open(1, sealed)) === undefined ? true : undefined), 2_000);
    expect(() => reader(5_001)).toThrow(TypeError);
  });

  it('seals in as many transactions at once as there are connections, by their own', async () => {
    const narrow = openDatabase(urls.intake.app, 'intake', { max: 2, connectionTimeoutMs: 2_000 });
    const people = [randomUUID(), randomUUID()];
    for (const person of people) await keeper().createPerson(1, person);
    const vault = openVault({ database: narrow, kek });
    const sealed = await Promise.all(
      people.map((person) =>
        narrow.scope(1).transaction(async (tx) => {
          await tx.query('select pg_sleep(0.2)');
          return vault.seal(1, person, randomUUID(), 'text', 'x', tx);
        }),
      ),
    );
    expect(await Promise.all(sealed.map((text) => keeper().open(1, text)))).toEqual(['x', 'x']);
    await narrow.close();
  });

  it('seals no more in the transaction that destroys the key, and again once that is undone', async () => {
    const person = randomUUID();
    const vault = keeper();
    await vault.createPerson(1, person);
    const seal = (tx?: Transaction) => vault.seal(1, person, randomUUID(), 'text', 'x', tx);
    const undone = intake.scope(1).transaction(async (tx) => {
      await vault.destroy(tx, 1, person, 'ground');
      await seal(tx);
    });
    await expect(undone).rejects.toThrow(KeyDestroyed);
    expect(await vault.open(1, await seal())).toBe('x');
  });

  it('destroys keys again that a restore brought back', async () => {
    const person = randomUUID();
    const vault = keeper();
    await vault.createPerson(6, person, 'back@example.org');
    const sealed = await vault.seal(6, person, randomUUID(), 'text', 'x');
    const backup = (await owner.query('select * from vault.person_key where person = $1', [person])).rows[0];
    expect(await vault.personsOf(6, 'back@example.org')).toEqual([person]);
    await intake.scope(6).transaction((tx) => vault.destroy(tx, 6, person, 'by request'));
    expect(await vault.personsOf(6, 'back@example.org')).toEqual([]);
    const ledger = await readErasures(database.url);
    expect(ledger.at(-1)).toMatchObject({ district: 6, person, ground: 'by request' });

    const restore = async (): Promise<void> => {
      await owner.query('update vault.person_key set wrapped = $2, destroyed_at = null where person = $1', [
        person,
        backup.wrapped,
      ]);
    };
    await restore();
    expect(await reader(0).open(6, sealed)).toBe('x');
    expect(await replayErasures(database.url)).toBe(1);
    await restore();
    await owner.query('delete from vault.erasure where person = $1', [person]);
    expect(await replayErasures(database.url)).toBe(0);
    expect(await replayErasures(database.url, ledger)).toBe(1);
    expect(await reader(0).open(6, sealed)).toBeUndefined();
    expect(await readErasures(database.url)).toEqual(ledger);
  });

  it('rewraps district keys by the current key, and goes on where it was interrupted', async () => {
    const person = randomUUID();
    await keeper().createPerson(8, person);
    const sealed = await keeper().seal(8, person, randomUUID(), 'text', 'x');
    const both: KeyEncryptionKeys = { current: 'k2', keys: { ...kek.keys, k2: randomBytes(32) } };
    const killed = (): void => {
      throw new Error('killed');
    };
    await expect(rewrapDistrictKeys(database.url, both, { progress: killed })).rejects.toThrow('killed');
    expect(await rewrapDistrictKeys(database.url, both, { signal: AbortSignal.abort() })).toBe(0);
    expect(await rewrapDistrictKeys(database.url, both)).toBeGreaterThan(0);
    expect(await rewrapDistrictKeys(database.url, both)).toBe(0);
    const after = openVault({ database: search, kek: { current: 'k2', keys: { k2: both.keys['k2']! } } });
    expect(await after.open(8, sealed)).toBe('x');
    await expect(reader(0).open(8, sealed)).rejects.toThrow(/lacks the key encryption key k2/);
    const wrong = openVault({ database: search, kek: { current: 'k2', keys: { k2: randomBytes(32) } } });
    await expect(wrong.open(8, sealed)).rejects.toThrow('another key');
    await rewrapDistrictKeys(database.url, { ...both, current: 'k1' });
  });

  it('stores no key or contact in clear', async () => {
    const person = randomUUID();
    await keeper().createPerson(9, person, 'canary@example.org');
    const { rows } = await owner.query(`select row_to_json(t)::text as line from vault.contact t where district = 9
      union all select row_to_json(k)::text from vault.person_key k where district = 9`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('canary');
  });
});

describe('key encryption keys of the configuration', () => {
  const key = randomBytes(32);
  it('are parsed, the first being current', () => {
    const text = `new:${key.toString('base64')},old:${randomBytes(32).toString('base64url')}`;
    expect(keyEncryptionKeys(text)).toMatchObject({ current: 'new', keys: { new: key, old: expect.any(Buffer) } });
  });
  it.each(['', 'k1', 'k1:', `k1:${key.toString('base64').slice(4)}`, `k1:${key.toString('base64')},`])(
    'are refused when they are wrong, without telling them: %#',
    (text) => {
      expect(() => keyEncryptionKeys(text)).toThrow(TypeError);
      expect(() => keyEncryptionKeys(text)).not.toThrow(key.toString('base64').slice(4, 20));
    },
  );
});
