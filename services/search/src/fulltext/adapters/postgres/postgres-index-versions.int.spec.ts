import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { installService } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { migrations } from '../../../migrations.js';
import { PostgresIndexVersions } from './postgres-index-versions.js';

let test: TestDatabase;
let worker: pg.Pool;

beforeAll(async () => {
  test = await testDatabase();
  const { worker: url } = await installService(test.url, 'search', migrations, 'roles-of-specs-1');
  worker = new pg.Pool({ connectionString: url, max: 1 });
});
afterAll(async () => {
  await worker.end();
  await test.drop();
});
beforeEach(async () => {
  await worker.query('delete from search.index_posting');
  await worker.query('delete from search.index_checkpoint');
  // Of three builds, one row beside the other: each page holds rows of all of them.
  await worker.query(
    `insert into search.index_posting (district, build, word, document, frequency, length)
     select 1 + n % 2, build, n, n, 1, 10 from generate_series(1, 3000) n, generate_series(1, 3) build`,
  );
});

/** The pool, with what each statement deleted of the postings, and how many beats there were. */
function watched() {
  const deleted: number[] = [];
  const beats: number[] = [];
  const query = async (text: string, values?: unknown[]) => {
    const result = await worker.query(text, values);
    if (text.startsWith('delete from search.index_posting')) deleted.push(result.rowCount ?? 0);
    if (text.startsWith('update search.index_checkpoint set at')) beats.push(Number(values?.[0]));
    return result;
  };
  return { pool: { query } as unknown as pg.Pool, deleted, beats };
}

async function postings(): Promise<Readonly<Record<number, number>>> {
  const { rows } = await worker.query<{ build: number; n: number }>(
    'select build, count(*)::int as n from search.index_posting group by build order by build',
  );
  return Object.fromEntries(rows.map(({ build, n }) => [build, n]));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

it('drops a build slice by slice, and touches no other', async () => {
  const { pool, deleted } = watched();
  await new PostgresIndexVersions(pool, 4).drop(2);
  expect(await postings()).toEqual({ 1: 3000, 3: 3000 });
  expect(deleted.length).toBeGreaterThan(5);
  expect([sum(deleted), Math.max(...deleted) < 1_000]).toEqual([3_000, true]);
});

it('clears what ended processes left slice by slice, and stays at work meanwhile', async () => {
  const { pool, deleted, beats } = watched();
  expect(await new PostgresIndexVersions(pool, 4).begin('a base')).toBe(2);
  expect(await postings()).toEqual({ 1: 3000 });
  expect(deleted.length).toBeGreaterThan(5);
  expect(beats.length).toBeGreaterThanOrEqual(deleted.length);
  expect(new Set(beats)).toEqual(new Set([2]));
});

it('keeps its claim on a build that it abandons until all of it is gone', async () => {
  const { pool, beats } = watched();
  const indexVersions = new PostgresIndexVersions(pool, 4);
  const build = await indexVersions.begin('a base');
  await worker.query(
    `insert into search.index_posting select district, $1, word, document, 1, 10 from search.index_posting`,
    [build],
  );
  beats.length = 0;
  await indexVersions.abandon(build);
  expect(await postings()).toEqual({ 1: 3000 });
  expect(beats.length).toBeGreaterThan(5);
  expect(await indexVersions.begin('a base')).toBe(build);
});

it('drops what ended processes have left, and neither the build that answers nor one that is held', async () => {
  const indexVersions = new PostgresIndexVersions(worker, 4);
  await indexVersions.begin('a base');
  await indexVersions.keep({ build: 3, base: 'a base', change: 7 });
  await worker.query(
    `insert into search.index_posting select district, build + 1, word, document, 1, 10 from search.index_posting`,
  );
  expect(await indexVersions.dropAbandoned()).toBe(false);
  expect(await postings()).toEqual({ 1: 3000, 2: 3000 });
  await worker.query(`update search.index_checkpoint set at = now() - interval '2 minutes'`);
  await worker.query(`insert into search.index_word values (1, 5, false, 'слово', default, 1)`);
  expect(await indexVersions.dropAbandoned()).toBe(true);
  expect(await postings()).toEqual({ 1: 3000 });
  expect((await worker.query('select from search.index_word')).rowCount).toBe(0);
  expect((await worker.query('select from search.index_checkpoint')).rowCount).toBe(0);
});

it('holds the build that answered until now, and swaps to none that was taken for abandoned', async () => {
  const indexVersions = new PostgresIndexVersions(worker, 4);
  const build = await indexVersions.begin('a base');
  await indexVersions.swap({ build, base: 'a base', change: 7 });
  expect(await indexVersions.live()).toMatchObject({ build });
  expect(await indexVersions.dropAbandoned()).toBe(false);
  expect(await postings()).toEqual({ 1: 3000 });
  await indexVersions.drop(1);
  const next = await indexVersions.begin('a base');
  await worker.query(`update search.index_checkpoint set at = now() - interval '2 minutes'`);
  expect(await indexVersions.dropAbandoned()).toBe(true);
  await expect(indexVersions.beat(next)).rejects.toThrow(/taken for abandoned/);
  await expect(indexVersions.swap({ build: next, base: 'a base', change: 7 })).rejects.toThrow(/taken for abandoned/);
  await worker.query('update search.index_state set build = 1');
});

it('looks at the pages of a slice alone', async () => {
  const { rows } = await worker.query<Record<'QUERY PLAN', string>>(
    `explain delete from search.index_posting where build = 2 and ctid >= '(4,0)'::tid and ctid < '(8,0)'::tid`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Tid Range Scan');
});

it('looks words up by their own index in a build that was begun after the last ANALYZE', async () => {
  await worker.query('update search.index_posting set document = word % 50');
  const admin = new pg.Client(test.url);
  await admin.connect();
  await admin.query('analyze search.index_posting');
  await admin.end();
  const { rows } = await worker.query<Record<'QUERY PLAN', string>>(
    `explain select from search.index_posting where district = 1 and build = 9 and word = 5`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('index_posting_pkey');
});
