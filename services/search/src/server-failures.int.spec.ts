import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '@otklik/testing';
import fc from 'fast-check';
import { aliasOf, indexNameOf } from './fulltext/adapters/elasticsearch/appeal-mapping.js';
import { faultyServer, type FaultyServer } from './fulltext/adapters/elasticsearch/faulty-server.fixture.js';
import { openSearchServer, type SearchServer } from './fulltext/adapters/elasticsearch/search-server.js';
import {
  closeTestSearchServer,
  onSearchServer,
  testPrefix,
  testServerUrl,
} from './fulltext/adapters/elasticsearch/test-server.fixture.js';
import { Indexer } from './fulltext/adapters/postgres/indexer.js';
import { postgresSearchIndex } from './fulltext/adapters/postgres/postgres-search-index.js';
import { DistrictLanguages } from './fulltext/application/district-language.js';
import { received } from './register/application/fold/journey.fixture.js';
import { RefusedDocuments } from './fulltext/application/refused-documents.js';
import type { IndexDocument, SearchReading } from './fulltext/application/search-index.js';
import { searchTexts, type FoundTexts, type Language } from './fulltext/application/search-texts.js';
import { typedQuery } from './fulltext/application/text-world.fixture.js';
import { indexedText } from './fulltext/domain/indexed-text.js';
import { parseQuery } from './fulltext/domain/query.js';
import { SearchOperations } from './operations.js';
import { indexing, registerWorld, testDistrict, type RegisterWorld } from './register/register-world.fixture.js';
import { serverSide, type ServerSide } from './search-server-side.js';

let world: RegisterWorld;
let indexers: readonly { stop(): Promise<void> }[];
let side: ServerSide;
let index: SearchReading;
let language: Language;
let operations: SearchOperations;
let faulty: FaultyServer;
/** Past the faults. */
let server: SearchServer;

const ask = (typed: string, districts: readonly [number, ...number[]] = [1]): Promise<FoundTexts> =>
  searchTexts(index, language, { districts, query: parseQuery(typed), match: 'ALL', filter: {}, offset: 0, limit: 20 });

/** The search server answers, with so many. */
const found = (typed: string, total: number, withinMs = 30_000) =>
  eventually(async () => {
    const answer = await ask(typed);
    return answer.total === total && !answer.degraded ? true : undefined;
  }, withinMs);

async function quick(typed: string): Promise<FoundTexts> {
  const from = performance.now();
  const answer = await ask(typed);
  expect(performance.now() - from).toBeLessThan(1_000);
  return answer;
}

async function submitted(text: string, of = 1): Promise<void> {
  await world.deliver(...(await received(world.given.vault, text, { district: of })).facts);
}

/** The index that answers. */
async function answering(): Promise<string> {
  return Object.keys(await server.client.indices.getAlias({ name: aliasOf(server) }))[0] ?? '';
}

async function open(): Promise<void> {
  faulty = await faultyServer(testServerUrl ?? '');
  const prefix = testPrefix();
  server = await openSearchServer({ url: testServerUrl ?? '', prefix });
  const environment = { ELASTICSEARCH_URL: faulty.url, ELASTICSEARCH_PREFIX: prefix, ELASTICSEARCH_SHARDS: '2' };
  world = await registerWorld([testDistrict(1, 'aldan'), testDistrict(2, 'kuol')], environment);
  const { database, worker, vault, logger, throttle } = world.given;
  const { source, own, analyse } = await indexing(world);
  language = new DistrictLanguages(analyse).of([]);
  side = (await serverSide(worker, environment, logger, throttle))!;
  const both = [new Indexer(source, own), new Indexer(source, side.target)];
  for (const one of both) one.start();
  indexers = both;
  index = side.degrading(postgresSearchIndex(database, analyse));
  operations = new SearchOperations(source, own, vault, logger, worker, environment);
}

async function close(): Promise<void> {
  faulty.fault = 'none';
  await Promise.all(indexers.map((one) => one.stop()));
  await side.close();
  await closeTestSearchServer(server);
  await faulty.close();
  await world.close();
}

onSearchServer(() => {
  beforeAll(open);
  afterAll(close);
  afterEach(() => {
    faulty.fault = 'none';
  });

  it('fills itself and equals the register', async () => {
    await submitted('Огромная яма на дороге');
    await submitted('Секретная яма соседей', 2);
    await found('яма', 1);
    expect(await operations.verifyServerIndex()).toEqual({ documents: 2, differences: [] });
  });

  it('asks the server once where a text holds all the words, and at most three times', async () => {
    const searches = async (typed: string): Promise<number> => {
      faulty.seen.length = 0;
      expect((await ask(typed)).degraded).toBeUndefined();
      return faulty.seen.filter(({ path }) => /_m?search/.test(path)).length;
    };
    for (const typed of ['яма', 'ямы на дороге', 'дор*', '"огромная яма" -вода', ''])
      expect([typed, await searches(typed)]).toEqual([typed, 1]);
    expect(await searches('дорга')).toBe(2);
    expect(await searches('тротуар у школы и ямы')).toBeLessThanOrEqual(3);
  });

  it.each([
    ['hang', 'береза'],
    ['cut', 'рябина'],
    [503, 'осина'],
    [429, 'ольха'],
  ] as const)('answers from PostgreSQL within a second when the server does: %s', async (fault, word) => {
    await found('яма', 1);
    faulty.fault = fault;
    for (let turn = 0; turn < 3; turn += 1) expect(await quick('яма')).toMatchObject({ total: 1, degraded: true });
    await submitted(`Упала ${word}`);
    await eventually(async () => ((await quick(word)).total === 1 ? true : undefined));
    faulty.fault = 'none';
    await found(word, 1);
    expect((await operations.verifyServerIndex())?.differences).toEqual([]);
  });

  it('is verified although it answers too slowly for a search', async () => {
    await submitted('Сломана качель');
    await found('качель', 1);
    faulty.fault = 'slow';
    expect(await quick('качель')).toMatchObject({ degraded: true });
    expect((await operations.verifyServerIndex())?.differences).toEqual([]);
  });

  it('notices that the index was deleted, and fills it again', async () => {
    await found('яма', 1);
    await server.client.indices.delete({ index: await answering() });
    expect(await quick('яма')).toMatchObject({ total: 1, degraded: true });
    await found('яма', 1);
    expect((await operations.verifyServerIndex())?.differences).toEqual([]);
  });

  it('lets PostgreSQL answer while the index is closed for writing, and catches up', async () => {
    const blocked = await answering();
    await server.client.indices.putSettings({ index: blocked, settings: { 'index.blocks.write': true } });
    await submitted('Прорвало теплотрассу');
    await eventually(async () => {
      const answer = await quick('теплотрасса');
      return answer.total === 1 && answer.degraded ? true : undefined;
    }, 20_000);
    await server.client.indices.putSettings({ index: blocked, settings: { 'index.blocks.write': false } });
    await found('теплотрасса', 1);
  });

  it('fills a new build beside an index of an older version, which is left to its readers', async () => {
    const older = `${server.prefix}-appeals-v0-1`;
    await server.client.indices.create({ index: older, aliases: { [`${server.prefix}-appeals-v0`]: {} } });
    const remove = { index: `${aliasOf(server)}-*`, alias: aliasOf(server) };
    await server.client.indices.updateAliases({ actions: [{ remove }] });
    expect(await quick('яма')).toMatchObject({ total: 1, degraded: true });
    await found('яма', 1);
    expect(await server.client.indices.exists({ index: older })).toBe(true);
  });

  it('drops an index that an ended process has left half-filled, once it is unlocked', async () => {
    const { indexVersions } = side.target;
    const left = await indexVersions.begin('a base');
    const there = () => server.client.indices.exists({ index: indexNameOf(server, left) });
    expect(await indexVersions.dropAbandoned()).toBe(false);
    expect(await there()).toBe(true);
    await world.given.worker.query(
      `update search.server_index set at = now() - interval '2 minutes' where build = $1`,
      [left],
    );
    expect(await indexVersions.dropAbandoned()).toBe(true);
    expect(await there()).toBe(false);
    await expect(indexVersions.beat(left)).rejects.toThrow(/taken for abandoned/);
    expect((await operations.verifyServerIndex())?.differences).toEqual([]);
  });

  it('calls nothing clean while the server is away, and waits for it', async () => {
    const told = await received(world.given.vault, 'Лебединое слово');
    await world.deliver(...told.facts);
    await found('лебединое', 1);
    const held = async () => (await side.index.versions(1, undefined, 1_000)).map(({ id }) => id);
    expect(await held()).toContain(told.appeal);
    faulty.fault = 'cut';
    await world.deliver(await told.add('PersonErased', { person: told.person, ground: 'REQUEST' }));
    const { signal } = new AbortController();
    expect(await operations.clean(signal, 1_000)).toBe('SERVER_INDEX');
    setTimeout(() => (faulty.fault = 'none'), 1_000);
    expect(await operations.clean(signal)).toBeUndefined();
    const { source, own } = await indexing(world);
    const { vault, logger, worker } = world.given;
    const unnamed = new SearchOperations(source, own, vault, logger, worker, {});
    expect(await unnamed.clean(signal)).toBe('UNNAMED_SERVER');
    expect(await held()).not.toContain(told.appeal);
  });

  it('tells of a document that the server refuses, and takes the others', async () => {
    const build = (await answering()).slice(`${aliasOf(server)}-`.length);
    expect(indexNameOf(server, build)).toBe(await answering());
    const [bad, good] = [randomUUID(), randomUUID()];
    const document = (id: string, receivedOn: string): IndexDocument => ({
      district: 1,
      id,
      version: 1e9,
      text: indexedText(['Полубольной тополь'], language.analyse),
      facets: {
        receivedAt: '2026-11-24T01:00:00.000Z',
        questions: [],
        appeal: { state: 'REGISTERED', regime: 'APPEAL_59FZ', receivedOn },
      },
    });
    const written = side.target.indexOf(build, true).put([document(bad, 'no day'), document(good, '2026-11-24')]);
    await expect(written).rejects.toThrow(RefusedDocuments);
    await expect(written).rejects.toMatchObject({ documents: [{ district: 1, id: bad }] });
    expect((await ask('тополь')).hits.map(({ id }) => id)).toEqual([good]);
    expect((await operations.verifyServerIndex())?.differences).toEqual([
      { district: 1, appeal: good, kind: 'LEFT_OVER' },
    ]);
    await operations.rebuildIndexes();
    await found('тополь', 0);
  });

  it('never asks beyond the districts, whatever is typed, and runs no script', async () => {
    const hostile = fc.oneof(
      typedQuery,
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '*:*',
        'district:2',
        '"}}],"query":{"match_all":{}}',
        '_id:2*',
        '{{district}}',
        '/.*/',
        'a~9 OR *',
        '${ctx}',
      ),
    );
    const property = fc.asyncProperty(hostile, async (typed) => {
      faulty.seen.length = 0;
      const { hits } = await ask(typed);
      expect(hits.every((hit) => hit.district === 1)).toBe(true);
      for (const { path, body } of faulty.seen) {
        const searches = searchesIn(path, body);
        for (const { routing, query } of searches) {
          expect(routing).toBe('1');
          expect(query.bool.filter[0]).toEqual({ terms: { district: [1] } });
        }
        if (searches.length > 0)
          expect(body).not.toMatch(/"(script|script_score|query_string|regexp|fuzzy|runtime_mappings)":/);
        expect(body.length).toBeLessThan(500_000);
      }
    });
    await fc.assert(property, { numRuns: 120, seed: 20_261_124 });
  }, 120_000);
});

interface SentSearch {
  readonly routing: string | null;
  readonly query: { readonly bool: { readonly filter: readonly unknown[] } };
}

function searchesIn(path: string, body: string): readonly SentSearch[] {
  const { pathname, searchParams } = new URL(path, 'http://server');
  if (pathname.endsWith('/_search')) {
    const { query } = JSON.parse(body) as SentSearch;
    return [{ routing: searchParams.get('routing'), query }];
  }
  if (!pathname.endsWith('/_msearch')) return [];
  const lines = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SentSearch);
  return lines.flatMap((line, at) => (at % 2 ? [{ routing: lines[at - 1]?.routing ?? null, query: line.query }] : []));
}
