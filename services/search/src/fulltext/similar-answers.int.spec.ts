import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NotFound, writeConsistencyToken, type PermittedContext } from '@otklik/host';
import type { RoleAssignment } from '@otklik/tenancy';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { randomUUID } from 'node:crypto';
import { PublishedAnswers } from '../publications/store/published-answers.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import {
  answered,
  officials,
  received,
  registered,
  type Journey,
} from '../register/application/fold/journey.fixture.js';
import {
  indexing,
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { SearchGuard } from './adapters/graphql/search-guard.js';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { SimilarAnswersResolver } from './adapters/graphql/similar-answers.resolver.js';
import { Indexer } from './adapters/postgres/indexer.js';
import { postgresSearchIndex } from './adapters/postgres/postgres-search-index.js';
import { DistrictLanguages } from './application/district-language.js';
import { SimilarAnswers } from './application/similar-answers.js';

const utilities = { id: randomUUID(), code: 'utilities', name: 'Отдел коммунального хозяйства' };
const culture = { id: randomUUID(), code: 'culture', name: 'Отдел культуры' };
const district = testDistrict(1, 'aldan', {
  departments: [utilities, culture],
  topics: [{ code: 'roads', name: 'Содержание дорог', department: 'utilities' }],
});
const ASKED = 'У школы на дороге яма, автобус вязнет. Слепцова Мария Петровна, тел. 8 924 111-22-33';
const ANSWER = 'Слепцова Мария Петровна, яма на дороге у школы засыпана. Вопросы по тел. 8 924 111-22-33.';
const PUBLISHED = {
  title: 'Яма у школы',
  matter: 'Яма на дороге у школы.',
  text: '[имя], яма засыпана, автобус проходит.',
};
const SECRETS = ['Слепцов', 'Петровн', '924', '22-33'];

let world: RegisterWorld;
let indexer: Indexer<number>;
let similar: SimilarAnswersResolver;
let openings: PostgresOpenings;
let asked: Journey;
let near: Journey;
let published: Journey;
let burst: Journey;
let neighbour: Journey;

async function given(text: string, answer?: string, number = 'АЛД-1'): Promise<Journey> {
  const made = await received(world.given.vault, text);
  await registered(made, number);
  if (answer !== undefined) await answered(made, answer);
  return made;
}

/** Of its two questions the one that is about something else was answered last. */
async function givenTwo(text: string, [answer, last]: readonly [string, string]): Promise<Journey> {
  const made = await given(text, undefined, 'АЛД-5');
  const [question, response] = [randomUUID(), randomUUID()];
  const { person } = made;
  const signed = { question, person, outcome: 'EXPLAINED', signedAt: '2026-11-25T02:30:00.000Z' };
  await made.add('QuestionOpened', { person, regime: 'SOCIAL_MESSAGE', ordinal: 2 }, {}, question);
  await made.add('QuestionRouted', { department: 'utilities', by: 'OFFICIAL', words: [] }, {}, question);
  await made.add('ResponseOpened', { question, person }, {}, response);
  await made.add('ResponseDrafted', { question, outcome: 'EXPLAINED' }, { text: last }, response);
  await made.add(
    'ResponseSigned',
    { ...signed, signatory: officials.signatory, signature: 'RECORDED_ACT' },
    { text: last },
    response,
  );
  await answered(made, answer);
  return made;
}

beforeAll(async () => {
  world = await registerWorld([district]);
  const { given: is, reader } = world;
  const { directory, database } = is;
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  const guard = new SearchGuard(await russianLexicon());
  openings = new PostgresOpenings(database);
  const texts = postgresSearchIndex(database, analyse);
  const languages = new DistrictLanguages(analyse);
  const answers = new SimilarAnswers(reader, texts, languages, new PublishedAnswers(database, analyse));
  similar = new SimilarAnswersResolver(directory, reader, answers, openings, guard, testClock, testSecrets);
  asked = await given(ASKED);
  near = await given('На дороге у школы яма, автобус вязнет второй день', ANSWER, 'АЛД-2');
  published = await given('Засыпьте яму на дороге у школы', ANSWER, 'АЛД-3');
  const { question } = published;
  const publication = randomUUID();
  await published.add('PublicationProposed', { question, publication, ground: 'CONSENT' }, PUBLISHED);
  await published.add('AnswerPublished', { question, publication });
  burst = await given('У бани прорвало трубу, вода течёт на улицу');
  neighbour = await given('Прошу сделать поручень на крыльце дома 13 по улице Октябрьская');
  const others = [
    burst,
    neighbour,
    await given('Прошу провести межевание у дома 13 по улице Октябрьская', 'Межевание проведено.', 'АЛД-6'),
    await givenTwo('У бани прорвало трубу, вода течёт, и мусор не вывозят', [
      'Труба у бани заменена.',
      'Мусор вывезли.',
    ]),
    await given('У школы на дороге яма, автобус вязнет, ответа нет'),
    await given('Не горит фонарь у клуба', 'Фонарь горит.'),
  ];
  const last = [asked, near, published, ...others].flatMap(({ facts }) => facts);
  for (const made of [asked, near, published, ...others]) await world.deliver(...made.facts);
  const search = new SearchResolver(directory, reader, texts, openings, languages, guard, testClock, testSecrets);
  const consistentWith = writeConsistencyToken({ service: 'intake', stream: last.at(-1)!.appeal, version: 1 });
  await search.search({ districts: [district.code], query: '', consistentWith }, officialContext([district]));
});
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

const executor = (department?: string): PermittedContext => {
  const role: RoleAssignment = { district: district.id, role: 'EXECUTOR', ...(department && { department }) };
  return officialContext([district], [role]);
};
const of = (question: string, context = executor(utilities.id)) =>
  similar.similarAnswers({ district: district.code, question }, context);

it('are the last answers to texts like that of the question, with fields in the place of persons', async () => {
  const found = await of(asked.question);
  expect(found.map(({ number }) => number).toSorted()).toEqual(['АЛД-2', 'АЛД-3']);
  expect(found.find(({ number }) => number === 'АЛД-2')).toMatchObject({
    appeal: near.appeal,
    answeredOn: '2026-11-25',
    topic: { code: 'roads', name: 'Содержание дорог' },
    isPublished: false,
    asked: 'На дороге у школы яма, автобус вязнет второй день',
    text: expect.stringMatching(/^\{\{имя\}\}, яма на дороге у школы засыпана\. Вопросы по тел\. \{\{телефон\}\}\.$/u),
  });
  expect(SECRETS.filter((secret) => JSON.stringify(found).includes(secret))).toEqual([]);
});

it('are the published text, where there is one, with fields in the place of its marks', async () => {
  const [found] = (await of(asked.question)).filter(({ isPublished }) => isPublished);
  expect(found).toMatchObject({ appeal: published.appeal, text: '{{имя}}, яма засыпана, автобус проходит.' });
});

it('answer a question of the same topic, not what else the appeal asked', async () => {
  expect(await of(burst.question)).toMatchObject([
    { number: 'АЛД-5', topic: { code: 'roads' }, text: 'Труба у бани заменена.' },
  ]);
});

it('are not of the same street alone', async () => {
  expect(await of(neighbour.question)).toEqual([]);
});

it('are looked for where the official may open cards, and for a question of such a card', async () => {
  await expect(of(asked.question, executor(culture.id))).rejects.toThrow(NotFound);
  await expect(of(randomUUID())).rejects.toThrow(NotFound);
  const moved = await given(ASKED);
  await moved.add('QuestionRouted', { topic: 'roads', department: 'culture', by: 'OFFICIAL', words: [] });
  await world.deliver(...moved.facts);
  expect(await of(moved.question, executor(culture.id))).toEqual([]);
  expect((await of(moved.question, executor())).map(({ number }) => number)).toContain('АЛД-2');
});

it('are on record as a search whose hits show texts', async () => {
  const context = executor(utilities.id);
  await of(asked.question, context);
  const { id: official } = context.actor as { readonly id: string };
  const record = await openings.list(
    district.id,
    { kinds: ['SEARCH'], official, zone: district.zone },
    { limit: 9, backward: false },
  );
  expect(record).toMatchObject([{ official, rows: 2 }]);
});
