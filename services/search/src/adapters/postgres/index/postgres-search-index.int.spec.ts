import { afterAll, beforeAll } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { searchIndexContract } from '../../../application/index/search-index.contract.js';
import { migrations } from '../../../migrations.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser } from '@otklik/text-analysis';
import { postgresSearchIndex } from './postgres-search-index.js';

let test: TestDatabase;
let database: Database;
let build = 100;

beforeAll(async () => {
  test = await testDatabase();
  const { app } = await installService(test.url, 'search', migrations, 'a secret');
  database = openDatabase(app, 'search', { max: 4 });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

searchIndexContract('in PostgreSQL', async () => ({
  index: postgresSearchIndex(database, (build += 1)),
  analyse: analyser(await russianMorphology()),
  close: () => Promise.resolve(),
}));
