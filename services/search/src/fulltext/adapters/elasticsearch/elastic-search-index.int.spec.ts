import { afterAll, beforeAll } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { searchIndexContract } from '../../application/search-index.contract.js';
import { migrations } from '../../../migrations.js';
import { analystPromises } from '../../application/analyst-promises.contract.js';
import { testLanguage } from '../../application/test-language.fixture.js';
import { postgresSearchIndex } from '../postgres/postgres-search-index.js';
import { indexNameOf, indexTemplate } from './appeal-mapping.js';
import { elasticSearchIndex } from './elastic-search-index.js';
import type { SearchServer } from './search-server.js';
import { closeTestSearchServer, onSearchServer, testSearchServer } from './test-server.fixture.js';
import { withWordsOf } from './with-words-of.fixture.js';

let test: TestDatabase;
let database: Database;
let server: SearchServer;
let build = 0;

async function make() {
  build += 1;
  await server.client.indices.create({ index: indexNameOf(server, String(build)) });
  const texts = elasticSearchIndex(server, { build: String(build), answering: true });
  const language = await testLanguage();
  return { index: withWordsOf(texts, postgresSearchIndex(database, language.analyse, build)), language };
}

onSearchServer(() => {
  beforeAll(async () => {
    test = await testDatabase();
    const { app } = await installService(test.url, 'search', migrations, 'roles-of-specs-1');
    database = openDatabase(app, 'search', { max: 4 });
    server = await testSearchServer();
    await server.client.indices.putIndexTemplate(indexTemplate(server));
  });
  afterAll(async () => {
    await closeTestSearchServer(server);
    await database.close();
    await test.drop();
  });
  searchIndexContract('on a search server', make);
  analystPromises('on a search server', make);
});
