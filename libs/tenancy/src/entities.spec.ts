import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Database } from './district-scope.js';
import { entityManagers, type EntityManagers } from './entities.js';
import { installService, rowSecurity } from './migration.js';
import { openDatabase } from './postgres-database.js';

@Entity({ schema: 'search', name: 'saved_filter' })
class SavedFilter {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') name!: string;
  @Column('json') conditions!: { readonly state: string };
}

let test: TestDatabase;
let database: Database;
let managers: EntityManagers;

beforeAll(async () => {
  test = await testDatabase();
  const migration = {
    name: '0001_saved_filter',
    sql: `create table search.saved_filter (district int, name text, conditions json not null, primary key (district, name));
      grant select, insert, update, delete on search.saved_filter to otklik_search;
      ${rowSecurity('search', 'saved_filter')}`,
  };
  database = openDatabase((await installService(test.url, 'search', [migration], 'roles-of-specs-1')).app, 'search', {
    max: 2,
  });
  managers = await entityManagers([SavedFilter]);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const filter = (district: number, name: string): SavedFilter => ({ district, name, conditions: { state: 'OPEN' } });
const namesIn = (district: number): Promise<string[]> =>
  database
    .scope(district)
    .transaction(async (tx) => (await managers(tx).find(SavedFilter)).map(({ name }) => name).sort());

it('reads and writes only rows of the transaction’s districts', async () => {
  await database.scope(1).transaction((tx) => managers(tx).save(SavedFilter, filter(1, 'mine')));
  await database.scope(2).transaction((tx) => managers(tx).save(SavedFilter, filter(2, 'theirs')));
  expect(await namesIn(1)).toEqual(['mine']);
  await database.scope(1).transaction((tx) => managers(tx).delete(SavedFilter, { name: 'theirs' }));
  expect(await namesIn(2)).toEqual(['theirs']);
  const foreign = database.scope(1).transaction((tx) => managers(tx).save(SavedFilter, filter(2, 'foreign')));
  await expect(foreign).rejects.toThrow(/row-level security/);
});

it('rolls back with the transaction, together with plain statements', async () => {
  const failed = database.scope(3).transaction(async (tx) => {
    await managers(tx).save(SavedFilter, filter(3, 'saved'));
    await tx.query(`insert into search.saved_filter values (3, 'inserted', '{}')`);
    expect(await managers(tx).countBy(SavedFilter, { district: 3 })).toBe(2);
    throw new Error('changed its mind');
  });
  await expect(failed).rejects.toThrow('changed its mind');
  expect(await namesIn(3)).toEqual([]);
});

it('changes a row in place and returns it with its JSON parsed', async () => {
  const conditions = await database.scope(4).transaction(async (tx) => {
    const table = managers(tx).getRepository(SavedFilter);
    await table.save(filter(4, 'changing'));
    await table.save({ ...filter(4, 'changing'), conditions: { state: 'CLOSED' } });
    return (await table.findOneByOrFail({ name: 'changing' })).conditions;
  });
  expect(conditions).toEqual({ state: 'CLOSED' });
});

it('is unusable after the end of the transaction', async () => {
  const manager = await database.scope(1).transaction(async (tx) => managers(tx));
  await expect(manager.find(SavedFilter)).rejects.toThrow('over');
});
