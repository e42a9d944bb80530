import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { openOwnerDatabase } from './owner-database.js';

let database: TestDatabase;
const role = `plain_${process.pid}`;
beforeAll(async () => {
  database = await testDatabase();
  await owner(`create role ${role} login password 'secret'`);
});
afterAll(async () => {
  await owner(`drop owned by ${role}; drop role ${role}`);
  await database.drop();
});

async function owner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

it('takes a server whose role may create roles and schemas', async () => {
  expect(await openOwnerDatabase(database.url, false)).toBe(database.url);
});

it('prints the SQL to run for a role that may not', async () => {
  const url = changed((it) => ((it.username = role), (it.password = 'secret')));
  await expect(openOwnerDatabase(url, false)).rejects.toThrow(`alter role "${role}" createrole;`);
});

it.each([
  ['not an address', /must look like postgres:/],
  ['http://127.0.0.1/otklik', /must look like postgres:/],
  ['postgres://otklik:secret@127.0.0.1:1/otklik', /no PostgreSQL answers at 127.0.0.1:1/],
])('says what is wrong with %s, without the password', async (url, line) => {
  const error = await openOwnerDatabase(url, false).catch((e: Error) => e);
  expect(String(error)).toMatch(line);
  expect(String(error)).not.toContain('secret');
});

it('names a wrong password and a missing database', async () => {
  const wrong = changed((it) => ((it.username = role), (it.password = 'other')));
  await expect(openOwnerDatabase(wrong, false)).rejects.toThrow('refuses the password');
  const missing = changed((it) => (it.pathname = '/nowhere'));
  await expect(openOwnerDatabase(missing, false)).rejects.toThrow('there is no database nowhere');
});
