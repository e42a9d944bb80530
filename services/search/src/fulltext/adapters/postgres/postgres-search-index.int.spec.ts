import { afterAll, beforeAll } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { searchIndexContract } from '../../application/search-index.contract.js';
import { migrations } from '../../../migrations.js';
import { testLanguage } from '../../application/test-language.fixture.js';
import { analystPromises } from '../../application/analyst-promises.contract.js';
import { postgresSearchIndex } from './postgres-search-index.js';

let test: TestDatabase;
let database: Database;
let build = 100;

beforeAll(async () => {
  test = await testDatabase();
  const { app } = await installService(test.url, 'search', migrations, 'roles-of-specs-1');
  database = openDatabase(app, 'search', { max: 4 });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

async function make() {
  const language = await testLanguage();
  return { index: postgresSearchIndex(database, language.analyse, (build += 1)), language };
}

searchIndexContract('in PostgreSQL', make);
analystPromises('in PostgreSQL', make);
