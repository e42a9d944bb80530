import { afterAll, beforeAll } from '@jest/globals';
import { searchIndexContract } from '../../application/index/search-index.contract.js';
import { analyser } from '../../domain/word-analysis.js';
import { russianMorphology } from '../morphology.js';
import { indexNameOf, indexTemplates, kinds } from './appeal-mapping.js';
import { elasticSearchIndex } from './elastic-search-index.js';
import type { SearchServer } from './search-server.js';
import { closeTestSearchServer, onSearchServer, testSearchServer } from './test-server.fixture.js';

let server: SearchServer;
let build = 0;

async function make() {
  const one = { build: String((build += 1)), answering: true };
  for (const kind of kinds) await server.client.indices.create({ index: indexNameOf(server, kind, one.build) });
  const index = elasticSearchIndex(server, one);
  return { index, analyse: analyser(await russianMorphology()), close: () => Promise.resolve() };
}

onSearchServer(() => {
  beforeAll(async () => {
    server = await testSearchServer();
    for (const template of indexTemplates(server)) await server.client.indices.putIndexTemplate(template);
  });
  afterAll(() => closeTestSearchServer(server));
  searchIndexContract('on a search server', make);
});
