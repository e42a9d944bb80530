import { afterAll, beforeAll } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { searchIndexContract } from '../../application/index/search-index.contract.js';
import { migrations } from '../../migrations.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser } from '@otklik/text-analysis';
import { postgresSearchIndex } from '../postgres/index/postgres-search-index.js';
import { indexNameOf, indexTemplate } from './appeal-mapping.js';
import { elasticSearchIndex } from './elastic-search-index.js';
import type { SearchServer } from './search-server.js';
import { closeTestSearchServer, onSearchServer, testSearchServer } from './test-server.fixture.js';
import { withRememberedWords } from './with-remembered-words.fixture.js';

let test: TestDatabase;
let database: Database;
let server: SearchServer;
let build = 0;

async function make() {
  build += 1;
  await server.client.indices.create({ index: indexNameOf(server, String(build)) });
  const texts = elasticSearchIndex(server, { build: String(build), answering: true });
  const index = withRememberedWords(texts, postgresSearchIndex(database, build));
  return { index, analyse: analyser(await russianMorphology()), close: () => Promise.resolve() };
}

onSearchServer(() => {
  beforeAll(async () => {
    test = await testDatabase();
    const { app } = await installService(test.url, 'search', migrations, 'a secret');
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
});
