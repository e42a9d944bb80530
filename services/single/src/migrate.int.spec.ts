import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asOwner } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { fileURLToPath } from 'node:url';
import { migrate } from './migrate.js';

const districts = fileURLToPath(new URL('../../../deploy/districts', import.meta.url));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const install = (build: string | undefined) => migrate(database.url, { roleSecret: testRoleSecret, districts, build });

/** An installation grants it again. */
const revoke = () =>
  asOwner(database.url, (owner) => owner.query('revoke usage on schema search from otklik_search_worker'));

const isGranted = () =>
  asOwner(database.url, async (owner) => {
    const { rows } = await owner.query<{ is: boolean }>(
      `select has_schema_privilege('otklik_search_worker', 'search', 'usage') as is`,
    );
    return rows[0]!.is;
  });

it('repeats no installation of the same build', async () => {
  const first = await install('one');
  await revoke();
  const second = await install('one');
  expect(await isGranted()).toBe(false);
  expect(second('intake')).toEqual(first('intake'));
});

it('installs once more with another build', async () => {
  await install('one');
  await revoke();
  await install('two');
  expect(await isGranted()).toBe(true);
});

it('installs each time where it does not know the build', async () => {
  await install(undefined);
  await revoke();
  await install(undefined);
  expect(await isGranted()).toBe(true);
});
