import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import type { IndexDocument, IndexWords, SearchIndex } from '../../application/index/search-index.js';
import { searchTexts, type TextSearch } from '../../application/index/search-texts.js';
import {
  anyDistricts,
  anyFilter,
  documentsOf,
  generatedDocuments,
  queryFrom,
  typedQuery,
} from '../../application/index/text-world.fixture.js';
import { parseQuery } from '../../domain/query.js';
import { migrations } from '../../migrations.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { postgresSearchIndex } from '../postgres/index/postgres-search-index.js';
import { indexNameOf, indexTemplate } from './appeal-mapping.js';
import { elasticSearchIndex } from './elastic-search-index.js';
import type { SearchServer } from './search-server.js';
import { closeTestSearchServer, onSearchServer, testSearchServer } from './test-server.fixture.js';
import { withRememberedWords } from './with-remembered-words.fixture.js';

/** Both indexes must find the same texts with the same scores; real appeals are the path in OTKLIK_APPEALS, one JSON a line. */
const appealsFile = process.env['OTKLIK_APPEALS'];
if (!appealsFile) console.warn('SKIPPED: equal answers on real appeals, because OTKLIK_APPEALS names no file.');

const SEED = 20_261_124;
const ALL = 3_000;
let test: TestDatabase;
let database: Database;
let server: SearchServer;
let analyse: Analyse;
let build = 0;

type Pair = readonly (SearchIndex & IndexWords)[];

async function pair(documents: readonly IndexDocument[]): Promise<Pair> {
  build += 1;
  await server.client.indices.create({ index: indexNameOf(server, String(build)) });
  const own = postgresSearchIndex(database, build);
  const texts = elasticSearchIndex(server, { build: String(build), answering: true });
  const both = withRememberedWords(texts, own);
  await both.put(documents);
  return [own, both];
}

async function answersOf(index: SearchIndex & IndexWords, search: Omit<TextSearch, 'offset' | 'limit'>) {
  const { hits, total, facets, correctedTo } = await searchTexts(index, analyse, { ...search, offset: 0, limit: ALL });
  const byValue = Object.entries(facets).map(([name, counts]) => [
    name,
    [...counts].sort((one, other) => (one.value < other.value ? -1 : 1)),
  ]);
  const byId = [...hits].sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = byId.map(({ district, id }) => `${district}/${id}`);
  return { answer: { total, correctedTo, facets: byValue, ids }, scores: byId.map(({ score }) => score) };
}

async function demandEqual(both: Pair, search: Omit<TextSearch, 'offset' | 'limit'>) {
  const [one, other] = await Promise.all(both.map((index) => answersOf(index, search)));
  expect(other?.answer).toEqual(one?.answer);
  // The server adds up with fewer digits.
  const apart = one?.scores.map((score, at) => Math.abs(score - (other?.scores[at] ?? 0)) / Math.max(score, 1)) ?? [];
  expect(Math.max(0, ...apart)).toBeLessThan(1e-4);
}

onSearchServer(() => {
  beforeAll(async () => {
    test = await testDatabase();
    const { app } = await installService(test.url, 'search', migrations, 'a secret');
    database = openDatabase(app, 'search', { max: 4 });
    server = await testSearchServer();
    await server.client.indices.putIndexTemplate(indexTemplate(server));
    analyse = analyser(await russianMorphology());
  });
  afterAll(async () => {
    await closeTestSearchServer(server);
    await database.close();
    await test.drop();
  });

  it('answers as PostgreSQL does, whatever is asked', async () => {
    const both = await pair(generatedDocuments(400, SEED, analyse));
    const asked = fc.record({ typed: typedQuery, filter: anyFilter, districts: anyDistricts });
    const equal = fc.asyncProperty(asked, ({ typed, filter, districts }) =>
      demandEqual(both, { districts, filter, query: parseQuery(typed) }),
    );
    await fc.assert(equal, { numRuns: 150, seed: SEED });
  }, 240_000);

  (appealsFile ? it : it.skip)(
    'answers as PostgreSQL does on real appeals',
    async () => {
      const lines = readFileSync(appealsFile!, 'utf8').trim().split('\n');
      const texts = lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
      const both = await pair(documentsOf(texts, analyse));
      const asked = fc.record({ typed: queryFrom(texts), districts: anyDistricts });
      const equal = fc.asyncProperty(asked, ({ typed, districts }) =>
        demandEqual(both, { districts, filter: {}, query: parseQuery(typed) }),
      );
      // Their words are not printed: the seed finds them again.
      const { failed, seed } = await fc.check(equal, { numRuns: 300, seed: SEED, endOnFailure: true });
      expect({ failed, seed }).toEqual({ failed: false, seed });
    },
    500_000,
  );
});
