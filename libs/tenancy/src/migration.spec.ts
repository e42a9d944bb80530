import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { installService, rowSecurity, type Migration } from './migration.js';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

const letters = {
  name: '0001_letters',
  sql: `create table intake.letter (district int not null, id int not null, primary key (district, id));
    grant select, insert on intake.letter to otklik_intake, otklik_intake_worker;
    ${rowSecurity('intake', 'letter')}`,
};

async function as(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

it('installs a schema whose rows only their own districts see', async () => {
  const urls = await installService(database.url, 'intake', [letters], 'roles-of-specs-1');
  await installService(database.url, 'intake', [letters], 'roles-of-specs-1');
  await as(urls.worker, 'insert into intake.letter values (1, 1), (2, 1)');
  expect((await as(urls.app, 'select * from intake.letter')).rows).toEqual([]);
  await expect(as(urls.app, 'insert into intake.letter values (1, 2)')).rejects.toThrow(/row-level security/);
  expect((await as(urls.worker, 'select * from intake.letter')).rowCount).toBe(2);
});

it('plans reads of a fresh table by its whole key', async () => {
  const notes = {
    name: '0001_notes',
    sql: `create table routing.note (district int not null, number text not null, appeal uuid not null,
        primary key (district, number));
      create index by_appeal on routing.note (district, appeal);
      grant select, insert on routing.note to otklik_routing, otklik_routing_worker;
      ${rowSecurity('routing', 'note')}`,
  };
  const urls = await installService(database.url, 'routing', [notes], 'roles-of-specs-1');
  await as(urls.worker, 'insert into routing.note select 1, n, gen_random_uuid() from generate_series(1, 5000) as n');
  const statement = `begin; set local app.districts = '{1}';
    explain select * from routing.note where district = 1 and appeal = '01930f3a-2b00-7000-8000-000000000001'`;
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  const [, , plan] = (await client.query(statement)) as unknown as pg.QueryResult<{ 'QUERY PLAN': string }>[];
  await client.end();
  const text = plan!.rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toMatch(/Index Cond:.*appeal = /);
});

it('lets requests through while it waits for a table that a long transaction reads', async () => {
  const rows = {
    name: '0001_rows',
    sql: `create table search.row (district int not null);
      grant select, insert on search.row to otklik_search, otklik_search_worker;
      ${rowSecurity('search', 'row')}`,
  };
  const install = (...more: readonly Migration[]) =>
    installService(database.url, 'search', [rows, ...more], 'roles-of-specs-1');
  const urls = await install();
  const long = new pg.Client({ connectionString: urls.worker });
  await long.connect();
  await long.query('begin; select from search.row');
  const upgraded = install({ name: '0002_more', sql: 'alter table search.row add column more text' });
  await eventually(async () => {
    const waiting = await as(
      database.url,
      `select from pg_locks where not granted and relation = 'search.row'::regclass`,
    );
    return waiting.rowCount === 0 ? undefined : true;
  });
  const request = `set statement_timeout = '5s'; insert into search.row values (1)`;
  await expect(as(urls.worker, request)).resolves.toBeDefined();
  await long.query('commit');
  await long.end();
  await upgraded;
  expect((await as(urls.worker, 'select more from search.row')).rows).toEqual([{ more: null }]);
});
