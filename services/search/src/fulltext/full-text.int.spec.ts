import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QuerySearchArgs } from '@otklik/contracts/generated/graphql';
import { writeConsistencyToken } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { SearchGuard } from './adapters/graphql/search-guard.js';
import { Indexer } from './adapters/postgres/indexer.js';
import { postgresSearchIndex } from './adapters/postgres/postgres-search-index.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { DistrictLanguages } from './application/district-language.js';
import { answered, received, registered } from '../register/application/fold/journey.fixture.js';
import { MARK_END, MARK_START } from './domain/highlight.js';
import {
  indexing,
  registerWorld,
  testClock,
  officialContext,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { SearchOperations } from '../operations.js';

const known: Partial<District> = {
  departments: [{ id: 'd1', code: 'utilities', name: 'Отдел коммунального хозяйства' }],
  topics: [
    { code: 'roads', name: 'Содержание дорог', department: 'utilities' },
    { code: 'heat', name: 'Отопление', department: 'utilities' },
  ],
};
const districts = [testDistrict(1, 'aldan', known), testDistrict(2, 'kuol', known)] as const;

let world: RegisterWorld;
let indexer: Indexer<number>;
let resolver: SearchResolver;
let operations: SearchOperations;

beforeAll(async () => {
  world = await registerWorld(districts);
  const { given, reader } = world;
  const { directory, vault, logger, database, worker, environment } = given;
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  operations = new SearchOperations(source, own, vault, logger, worker, environment);
  const texts = postgresSearchIndex(database, analyse);
  const openings = new PostgresOpenings(database);
  const languages = new DistrictLanguages(analyse);
  const guard = new SearchGuard(await russianLexicon());
  resolver = new SearchResolver(directory, reader, texts, openings, languages, guard, testClock, testSecrets);
});
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

function search(
  query: string,
  over: Partial<QuerySearchArgs> = {},
  asked: readonly District[] = [districts[0]],
  official: string = randomUUID(),
) {
  const context = {
    ...officialContext(
      [districts[0]],
      asked.map(({ id }) => ({ district: id, role: 'MODERATOR' })),
      official,
    ),
    districts: asked,
  };
  return resolver.search({ districts: asked.map(({ code }) => code), query, ...over }, context);
}

async function journeys() {
  const pit = await received(world.given.vault, 'Огромная яма на дороге у школы', { place: 'улица Лесная' });
  await registered(pit, 'А-77');
  await answered(pit, 'Асфальтирование выполнено');
  const heat = await received(world.given.vault, 'В квартире холодные батареи');
  const theirs = await received(world.given.vault, 'Яма и канарейка', { district: 2 });
  await world.deliver(...pit.facts, ...heat.facts, ...theirs.facts);
  const token = (appeal: string) => writeConsistencyToken({ service: 'intake', stream: appeal, version: 1 });
  await search('', { consistentWith: token(heat.appeal) });
  await search('', { consistentWith: token(theirs.appeal) }, [districts[1]]);
  return { pit, heat, theirs };
}

it('finds what was written a moment ago, in any form, with highlights and facets', async () => {
  const { pit, theirs } = await journeys();
  const answer = await search('ямы дороги');
  expect(answer).toMatchObject({ total: 1, stale: false, degraded: false, corrections: [], relaxed: false });
  expect(answer.nodes[0]).toMatchObject({ row: { id: pit.appeal, number: 'А-77' } });
  expect(answer.nodes[0]?.highlights).toEqual([
    `Огромная ${MARK_START}яма${MARK_END} на ${MARK_START}дороге${MARK_END} у школы`,
  ]);
  expect(answer.facets).toEqual({
    topics: [{ value: 'roads', name: 'Содержание дорог', count: 1 }],
    departments: [{ value: 'utilities', name: 'Отдел коммунального хозяйства', count: 1 }],
    states: [{ value: 'ANSWERED', name: 'дан ответ', count: 1 }],
    months: [{ value: '2026-11', name: '2026-11', count: 1 }],
    channels: [{ value: 'SITE', name: 'форма на сайте', count: 1 }],
    settlements: [],
    terms: [{ value: 'KEPT', name: 'ответ в срок', count: 1 }],
    results: [{ value: 'MEASURES_TAKEN', name: 'меры приняты', count: 1 }],
    classifiers: [],
    regimes: [{ value: 'SOCIAL_MESSAGE', name: 'сообщение из открытых источников', count: 1 }],
    networks: [],
    senders: [{ value: 'APPLICANT', name: 'от заявителя', count: 1 }],
    ratings: [{ value: 5, count: 1 }],
    reopened: [{ value: 0, count: 1 }],
    districts: [{ value: 'aldan', name: 'aldan', count: 1 }],
  });
  const ids = async (...asked: Parameters<typeof search>) => (await search(...asked)).nodes.map(({ row }) => row.id);
  expect(await ids('асфальтировали')).toEqual([pit.appeal]);
  expect(await ids('лесной')).toEqual([pit.appeal]);
  expect(await ids('А-77')).toEqual([pit.appeal]);
  expect(await ids('яма тема:дороги')).toEqual([pit.appeal]);
  expect(await ids('яма тема:отопление')).toEqual([]);
  expect(await ids('яма отдел:жилищный')).toEqual([]);
  for (const name of ['utilities', 'коммунальный', 'хозяйств', 'кх', '«отдел коммунального хозяйства»'])
    expect([name, await ids(`яма отдел:${name}`)]).toEqual([name, [pit.appeal]]);
  expect(await ids('канарейка')).toEqual([]);
  expect(await ids('яма район:куол', {}, districts)).toEqual([]);
  expect(await ids('яма район:kuol', {}, districts)).toEqual([theirs.appeal]);
});

it('pages, and takes no cursor of another search', async () => {
  const first = await search('', { first: 1 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const after = first.pageInfo.endCursor;
  const second = await search('', { first: 1, after });
  expect(second.nodes[0]?.row.id).not.toBe(first.nodes[0]?.row.id);
  await expect(search('другое', { after })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

it('pages backwards from a cursor and from the last hit', async () => {
  const all = await search('');
  const ids = all.nodes.map(({ row }) => row.id);
  expect(all.edges.map(({ node }) => node)).toEqual(all.nodes);
  const last = await search('', { last: 2 });
  expect(last.nodes.map(({ row }) => row.id)).toEqual(ids.slice(-2));
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: ids.length > 2 });
  const before = await search('', { last: 1, before: all.edges[1]!.cursor });
  expect(before.nodes.map(({ row }) => row.id)).toEqual(ids.slice(0, 1));
  expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const none = await search('', { before: all.edges[0]!.cursor });
  expect([none.nodes, none.total]).toEqual([[], all.total]);
});

it('is rebuilt beside live traffic, and equals the register', async () => {
  const steps: number[] = [];
  const rebuild = () => operations.rebuildIndexes((done) => steps.push(done));
  const rebuilding = Promise.allSettled([rebuild(), rebuild()]);
  const late = await received(world.given.vault, 'Сломана качель на площадке');
  await world.deliver(...late.facts);
  const outcomes = (await rebuilding).map((one) => (one.status === 'rejected' ? String(one.reason) : one.status));
  expect(outcomes.sort()).toEqual(['Error: The index is being rebuilt already.', 'fulfilled']);
  expect(steps.length).toBeGreaterThan(0);
  await eventually(async () => ((await search('качели')).total === 1 ? true : undefined));
  expect((await operations.verifyIndex()).differences).toEqual([]);
  await world.readModels.rebuild('register');
  await world.deliver(await late.add('MessageTakenUp'));
  await eventually(async () => ((await search('качели тема:дороги')).total === 0 ? true : undefined));
  expect((await world.readModels.verify('register')).differences).toEqual([]);
  expect((await operations.verifyIndex()).differences).toEqual([]);
});

it('says what the index has lost', async () => {
  const lost = await received(world.given.vault, 'Потерянное письмо');
  await world.deliver(...lost.facts);
  await eventually(async () => ((await search('потерянное')).total === 1 ? true : undefined));
  await world.given.worker.query('delete from search.index_document where id = $1', [lost.appeal]);
  const { differences } = await operations.verifyIndex();
  expect(differences).toEqual([{ district: 1, appeal: lost.appeal, kind: 'MISSING' }]);
  await operations.rebuildIndexes();
  expect((await operations.verifyIndex()).differences).toEqual([]);
});

it('forgets an erased person, with every word', async () => {
  const told = await received(world.given.vault, 'Канареечное слово');
  await world.deliver(...told.facts);
  await eventually(async () => ((await search('канареечный')).total === 1 ? true : undefined));
  await world.deliver(await told.add('PersonErased', { person: told.person, ground: 'REQUEST' }));
  await eventually(async () => ((await search('канареечный')).total === 0 ? true : undefined));
  for (const table of ['index_word', 'index_document', 'index_posting', 'index_gram']) {
    const { rows } = await world.given.worker.query(
      `select count(*)::int as n from search.${table} t where t::text ~ 'канареечн'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  }
  expect((await operations.verifyIndex()).differences).toEqual([]);
});

it('records that what was found is saved as a file, once for its pages, with how many were found in each district', async () => {
  for (const district of [1, 2])
    await world.deliver(...(await received(world.given.vault, 'Выгрузочное слово', { district })).facts);
  await eventually(async () => ((await search('выгрузочное', {}, districts)).total === 2 ? true : undefined));
  const first = await search('выгрузочное', { export: true, first: 1 }, districts);
  const after = first.pageInfo.endCursor ?? null;
  expect((await search('выгрузочное', { export: true, first: 1, after }, districts)).nodes).toHaveLength(1);
  const { rows } = await world.given.worker.query(
    `select district, role, appeal, rows from search.contact_opening where kind = 'EXPORT' order by district`,
  );
  const one = { role: 'MODERATOR', appeal: null, rows: 1 };
  expect(rows).toEqual([
    { district: 1, ...one },
    { district: 2, ...one },
  ]);
});

it('records a search that shows texts, once in a quarter of an hour, without its words', async () => {
  const { worker, vault } = world.given;
  const official = randomUUID();
  await world.deliver(...(await received(vault, 'Показанное слово')).facts);
  const last = await worker.query<{ readonly position: string }>(
    'select coalesce(max(position), 0) as position from search.contact_opening',
  );
  const searched = (words: string) => search(words, {}, undefined, official);
  await eventually(async () => ((await searched('показанное')).total === 1 ? true : undefined));
  await searched('показанное');
  await searched('ненаходимое');
  const { rows } = await worker.query('select * from search.contact_opening where position > $1', [
    last.rows[0]!.position,
  ]);
  expect(rows).toMatchObject([{ kind: 'SEARCH', district: 1, role: 'MODERATOR', appeal: null, rows: 1 }]);
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('показанн');
});

it('records as saved whatever goes as far as the hundredth hit, also when its reader does not say so', async () => {
  const count = 101;
  for (let at = 0; at < count; at += 1) {
    await world.deliver(...(await received(world.given.vault, `Многочисленное слово ${at}`)).facts);
  }
  await eventually(async () => ((await search('многочисленное')).total === count ? true : undefined), 30_000);
  const recorded = async () => {
    const { rows } = await world.given.worker.query<{ readonly rows: number }>(
      `select rows from search.contact_opening where kind = 'EXPORT' and rows = $1`,
      [count],
    );
    return rows.length;
  };
  const first = await search('многочисленное', { first: 99 });
  expect(await recorded()).toBe(0);
  await search('многочисленное', { first: 2, after: first.pageInfo.endCursor ?? null });
  expect(await recorded()).toBe(1);
  await search('многочисленное', { export: true, first: 100 });
  expect(await recorded()).toBe(2);
});

it('says that a copy is being made, and leaves none of an erased person when it says that all is clean', async () => {
  const { given } = world;
  const told = await received(given.vault, 'Журавлиное слово');
  await world.deliver(...told.facts);
  await eventually(async () => ((await search('журавлиный')).total === 1 ? true : undefined));
  await indexer.stop();
  const { indexVersions } = (await indexing(world)).own;
  const build = await indexVersions.begin('a base');
  const { build: live } = await indexVersions.live();
  await given.worker.query(
    `insert into search.index_word (district, build, lemma, word, texts)
     select district, $2, lemma, word, texts from search.index_word where build = $1`,
    [live, build],
  );
  const words = async () =>
    (await given.worker.query(`select build from search.index_word where word ~ '^журавлин'`)).rowCount;
  await world.deliver(await told.add('PersonErased', { person: told.person, ground: 'REQUEST' }));
  const { signal } = new AbortController();
  expect(await operations.clean(signal, 500)).toBe('INDEX');
  await given.worker.query(`update search.index_checkpoint set at = now() - interval '2 minutes' where build = $1`, [
    build,
  ]);
  expect(await words()).toBeGreaterThan(1);
  expect(await operations.clean(signal, 500)).toBeUndefined();
  expect(await words()).toBe(0);
});
