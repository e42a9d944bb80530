import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import type pg from 'pg';
import type { Transaction } from './district-scope.js';
import { inSnapshot, inTransaction } from './in-transaction.js';
import { openPool } from './open-pool.js';

let database: TestDatabase;
let owner: pg.Pool;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  owner = openPool({ connectionString: database.url, max: 1 });
  await owner.query('create table letter (id int primary key)');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('delete from letter');
  pool = openPool({ connectionString: database.url, max: 1 });
});
afterEach(() => pool.end());

async function lettersIn(tx: Transaction): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>('select id from letter order by id');
  return rows.map(({ id }) => id);
}

async function backendOf(tx: Transaction): Promise<number> {
  return (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
}

it('commits what the work wrote, and answers its result', async () => {
  const answer = await inTransaction(pool, async (tx) => {
    await tx.query('insert into letter values (1)');
    return lettersIn(tx);
  });
  expect(answer).toEqual([1]);
  expect(await lettersIn(owner)).toEqual([1]);
});

it('rolls back when the work throws, and keeps the connection', async () => {
  const backend = await backendOf(pool);
  const failed = inTransaction(pool, async (tx) => {
    await tx.query('insert into letter values (1)');
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await lettersIn(pool)).toEqual([]);
  expect(await backendOf(pool)).toBe(backend);
});

it('does not report success when a statement failed and its error was caught', async () => {
  const caught = inTransaction(pool, async (tx) => {
    await tx.query('insert into letter values (1)');
    await tx.query('insert into letter values (1)').catch(() => undefined);
  });
  await expect(caught).rejects.toThrow(/rolled back/);
  expect(await lettersIn(owner)).toEqual([]);
});

it('throws what the work threw when the connection was lost meanwhile, and drops the connection', async () => {
  const lost = await backendOf(pool);
  const failed = inTransaction(pool, async () => {
    await owner.query('select pg_terminate_backend($1)', [lost]);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await backendOf(pool)).not.toBe(lost);
});

it('drops a connection on which a statement may still run', async () => {
  const silent = await backendOf(pool);
  const slow = { text: 'select pg_sleep(2)', query_timeout: 100 };
  await expect(inTransaction(pool, (tx) => tx.query(slow))).rejects.toThrow('Query read timeout');
  expect(await backendOf(pool)).not.toBe(silent);
});

it('shows a snapshot of one moment, in which nothing can be written', async () => {
  const seen = await inSnapshot(pool, async (tx) => {
    const before = await lettersIn(tx);
    await owner.query('insert into letter values (1)');
    return [before, await lettersIn(tx)];
  });
  expect(seen).toEqual([[], []]);
  expect(await inSnapshot(pool, lettersIn)).toEqual([1]);
  await expect(inSnapshot(pool, (tx) => tx.query('delete from letter'))).rejects.toThrow(/read-only transaction/);
});
