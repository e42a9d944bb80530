import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { installService, rowSecurity } from './migration.js';

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
  const urls = await installService(database.url, 'intake', [letters], 'a secret');
  await installService(database.url, 'intake', [letters], 'a secret');
  await as(urls.worker, 'insert into intake.letter values (1, 1), (2, 1)');
  expect((await as(urls.app, 'select * from intake.letter')).rows).toEqual([]);
  await expect(as(urls.app, 'insert into intake.letter values (1, 2)')).rejects.toThrow(/row-level security/);
  expect((await as(urls.worker, 'select * from intake.letter')).rowCount).toBe(2);
});
