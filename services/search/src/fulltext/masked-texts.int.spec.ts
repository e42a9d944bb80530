import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuerySearchArgs } from '@otklik/contracts/generated/graphql';
import { writeConsistencyToken } from '@otklik/host';
import type { OfficialRole } from '@otklik/tenancy';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { ListResolver } from '../register/adapters/graphql/list.resolver.js';
import { MaskedAppealResolver } from '../register/adapters/graphql/masked-appeal.resolver.js';
import { SearchGuard } from './adapters/graphql/search-guard.js';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { Indexer } from './adapters/postgres/indexer.js';
import { postgresSearchIndex } from './adapters/postgres/postgres-search-index.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { DistrictLanguages } from './application/district-language.js';
import { answered, received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  askedFor,
  foundAppeals,
  indexing,
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';

const district = testDistrict(1, 'aldan', {
  departments: [{ id: 'd1', code: 'utilities', name: 'Отдел коммунального хозяйства' }],
  topics: [{ code: 'roads', name: 'Содержание дорог', department: 'utilities' }],
});
const other = testDistrict(2, 'tuora');
const TEXT =
  'Яма у подъезда. Соседка Слепцова Мария Петровна, тел. 8 924 111-22-33, паспорт 98 05 123456, ул. Лесная, д. 7, кв. 12, сломала ногу.';
const PLACE = 'Лесная, 7';
const SECRETS = ['Слепцов', 'Петровн', '924', '22-33', '123456', '98 05', 'кв. 12', ', 7'];

let world: RegisterWorld;
let indexer: Indexer<number>;
let search: SearchResolver;
let lists: ListResolver;
let masked: MaskedAppealResolver;
let openings: PostgresOpenings;
let pit: Journey;

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { given, reader } = world;
  const { directory, database, vault } = given;
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  const guard = new SearchGuard(await russianLexicon());
  openings = new PostgresOpenings(database);
  const texts = postgresSearchIndex(database, analyse);
  const languages = new DistrictLanguages(analyse);
  search = new SearchResolver(directory, reader, texts, openings, languages, guard, testClock, testSecrets);
  lists = new ListResolver(directory, reader, foundAppeals(world, analyse), openings, guard, testClock, testSecrets);
  masked = new MaskedAppealResolver(directory, reader, openings, guard, testClock);
  pit = await received(vault, TEXT, { place: PLACE });
  await registered(pit, 'А-77');
  await answered(pit, 'Слепцовой М. П. ответили по телефону 8 924 111-22-33: яма засыпана');
  await world.deliver(...pit.facts);
  const consistentWith = writeConsistencyToken({ service: 'intake', stream: pit.appeal, version: 1 });
  await find('MODERATOR', '', { consistentWith });
});
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

const context = (role: OfficialRole) => officialContext([district], [role]);
const find = (role: OfficialRole, query: string, over: Partial<QuerySearchArgs> = {}) =>
  search.search({ districts: [district.code], query, ...over }, context(role));
const leaksOf = (answer: unknown) => SECRETS.filter((secret) => JSON.stringify(answer).includes(secret));

describe('an analyst of the republic, who may open no card', () => {
  it('sees excerpts, places and highlights without personal data', async () => {
    const { nodes, total } = await find('REPUBLIC_ANALYST', 'яма');
    expect(total).toBe(1);
    expect(nodes[0]?.highlights.join(' ')).toMatch(/яма/iu);
    expect(nodes[0]?.row.excerpt).toMatch(/^Яма у подъезда\. .*\[телефон\].*сломала ногу\.$/u);
    expect(leaksOf(nodes)).toEqual([]);
  });

  it('reads what was found on a page of its own, without personal data, and that is on record', async () => {
    const analyst = context('REPUBLIC_ANALYST');
    const read = () => masked.maskedAppeal({ district: district.code, id: pit.appeal }, analyst);
    const page = await read();
    await read();
    expect(page).toMatchObject({
      id: pit.appeal,
      number: 'А-77',
      district: { code: 'aldan' },
      state: 'ANSWERED',
      text: expect.stringMatching(/^Яма у подъезда\. .*\[телефон\].*сломала ногу\.$/u),
      answers: [expect.stringMatching(/ответили по телефону \[телефон\]: яма засыпана$/u)],
      questions: [{ state: 'ANSWERED', answeredOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }],
    });
    expect(leaksOf(page)).toEqual([]);
    const record = await openings.list(
      district.id,
      { kinds: ['MASKED_TEXT'], zone: district.zone },
      { limit: 9, backward: false },
    );
    expect(record).toMatchObject([
      { appeal: pit.appeal, official: (analyst.actor as { id: string }).id, role: 'REPUBLIC_ANALYST' },
    ]);
  });

  it('finds no page by an id that is none, or is of another district', async () => {
    const there = officialContext([other], ['REPUBLIC_ANALYST']);
    expect(await masked.maskedAppeal({ district: other.code, id: pit.appeal }, there)).toBeNull();
    const id = '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01';
    expect(await masked.maskedAppeal({ district: district.code, id }, context('REPUBLIC_ANALYST'))).toBeNull();
  });

  it('saves and lists rows without personal data', async () => {
    const saved = await find('REPUBLIC_ANALYST', 'яма', { export: true, first: 100 });
    const list = { district: district.code, first: 100, export: true } as const;
    const appeals = await lists.appeals(list, context('REPUBLIC_ANALYST'), askedFor('total'));
    const questions = await lists.questions(list, context('REPUBLIC_ANALYST'), askedFor('total'));
    expect([saved.nodes.length, appeals.nodes.length, questions.nodes.length]).toEqual([1, 1, 1]);
    expect(appeals.nodes[0]?.excerpt).toContain('Яма у подъезда');
    expect(leaksOf([saved.nodes, appeals.nodes, questions.nodes])).toEqual([]);
  });

  it.each([
    '8 924 111 22 33',
    '"111-22-33"',
    '89241112233',
    '1234*',
    'слепцова мария',
    'яма -петровна',
    'ул. Лесная, д. 7',
    '-контракт 8924111',
    'яма "тел 8924"1112',
    'слепц*',
  ])('is refused a search by personal data: %s', async (words) => {
    const refused = { code: 'PERSONAL_DATA_ASKED' };
    await expect(find('REPUBLIC_ANALYST', words)).rejects.toMatchObject(refused);
    const listed = lists.appeals(
      { district: district.code, filter: { words } },
      context('REPUBLIC_ANALYST'),
      askedFor('total'),
    );
    await expect(listed).rejects.toMatchObject(refused);
  });

  it('finds no one by a name that is misspelt', async () => {
    expect(await find('REPUBLIC_ANALYST', 'петравна')).toMatchObject({ total: 0, corrections: [] });
    expect(await find('MODERATOR', 'петравна')).toMatchObject({ total: 1 });
  });

  it.each(['яма кирова', 'школа 26', 'А-77', 'АЛД-М-2026-17', '24.11.2026', 'лесная'])(
    'may search for: %s',
    async (words) => {
      expect(await find('REPUBLIC_ANALYST', words)).toMatchObject({ stale: false });
    },
  );
});

it('shows a moderator, who may open the card, the texts as they are, by any words', async () => {
  const { nodes } = await find('MODERATOR', '8 924 111 22 33');
  expect(nodes[0]).toMatchObject({ row: { id: pit.appeal, excerpt: TEXT, place: PLACE } });
});
