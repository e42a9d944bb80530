import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AnswerTimesBy, AppealFilter } from '@otklik/contracts/generated/graphql';
import { eventually } from '@otklik/testing';
import { AnswerTimesResolver } from './adapters/graphql/answer-times.resolver.js';
import { Indexer } from '../fulltext/adapters/postgres/indexer.js';
import { received, registered, type Journey } from './application/fold/journey.fixture.js';
import {
  foundAppeals,
  indexing,
  officialContext,
  registerWorld,
  openGuard,
  testClock,
  testDistrict,
  type RegisterWorld,
} from './register-world.fixture.js';

const known = {
  departments: [{ id: 'u', code: 'utilities', name: 'Отдел ЖКХ' }],
  topics: [{ code: 'roads', name: 'Дороги', department: 'utilities' }],
};
const districts = [testDistrict(1, 'aldan', known), testDistrict(2, 'kuol', known)] as const;
const analyst = officialContext(districts, ['ANALYST']);

let world: RegisterWorld;
let indexer: Indexer<number>;
let resolverAt: (now: string) => AnswerTimesResolver;

/** Registered on 24 November, with a term until 24 December. */
async function question(district: number, receivedAt?: string, text = 'Вопрос'): Promise<Journey> {
  const told = await received(world.given.vault, text, { district, ...(receivedAt && { receivedAt }) });
  await registered(told);
  return told;
}

async function answeredOn(told: Journey, day: string): Promise<void> {
  await told.add('QuestionAnswered', { notice: told.notice, answeredOn: day, zone: 'Asia/Yakutsk' });
}

/** Information of another body was awaited in between. */
async function awaited(told: Journey, countedFrom: string, receivedOn: string): Promise<void> {
  const request = '00000000-0000-4000-8000-00000000000a';
  await told.add('InformationRequested', {
    request,
    body: 'Росреестр',
    deadline: { countedFrom, dueOn: '2026-12-11' },
  });
  await told.add('InformationReceived', { request, receivedOn });
}

beforeAll(async () => {
  world = await registerWorld(districts);
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  resolverAt = (now) =>
    new AnswerTimesResolver(world.reader, foundAppeals(world, analyse), openGuard, { now: () => now });
  const told: Journey[] = [];
  for (const day of ['2026-11-24', '2026-11-26', '2026-11-28', '2026-12-04', '2026-12-28']) {
    const one = await question(1);
    if (day === '2026-12-04') await awaited(one, '2026-11-26', '2026-12-02');
    await answeredOn(one, day);
    told.push(one);
  }
  told.push(await question(1), await question(2, '2026-10-30T00:00:00.000Z'));
  await world.deliver(...told.flatMap(({ facts }) => facts));
}, 60_000);
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

const times = async (by: AnswerTimesBy, filter: AppealFilter = {}, query = '') => {
  const asked = { districts: ['aldan', 'kuol'], by, filter, query };
  return (await resolverAt('2026-12-25T03:00:00.000Z').answerTimes(asked, analyst)).groups;
};

it('counts questions, answers in time and late, what is past its term today, and the quartiles of days, with those of other bodies and without', async () => {
  expect(await times('DISTRICT')).toEqual([
    {
      value: 'aldan',
      name: 'aldan',
      questions: 6,
      answered: 5,
      kept: 4,
      late: 1,
      overdue: 1,
      sameDay: 1,
      rated: 0,
      satisfied: 0,
      answeredOnce: 5,
      reopened: 0,
      days: { lower: 2, median: 4, upper: 10 },
      firstDays: { lower: 2, median: 4, upper: 10 },
      ownDays: { lower: 2, median: 4, upper: 4 },
    },
    {
      value: 'kuol',
      name: 'kuol',
      questions: 1,
      answered: 0,
      kept: 0,
      late: 0,
      overdue: 1,
      sameDay: 0,
      rated: 0,
      satisfied: 0,
      answeredOnce: 0,
      reopened: 0,
      days: null,
      firstDays: null,
      ownDays: null,
    },
  ]);
});

it.each([
  ['DEPARTMENT', [['utilities', 'Отдел ЖКХ', 7]]],
  ['TOPIC', [['roads', 'Дороги', 7]]],
  [
    'MONTH',
    [
      ['2026-11', '2026-11', 6],
      ['2026-10', '2026-10', 1],
    ],
  ],
] as const)('groups by %s, over all the districts', async (by, groups) => {
  expect((await times(by)).map(({ value, name, questions }) => [value, name, questions])).toEqual(groups);
});

it('refuses words in the filter, which it would leave out', async () => {
  await expect(times('TOPIC', { words: 'вода' })).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'filter.words' });
});

it.each<[AppealFilter, number]>([
  [{ terms: ['KEPT'] }, 4],
  [{ terms: ['LATE'] }, 1],
  [{ overdue: true }, 2],
  [{ receivedTo: '2026-10-31' }, 1],
  [{ topics: ['heat'] }, 0],
])('counts as many as the list of the same filter holds: %j', async (filter, count) => {
  const groups = await times('MONTH', filter);
  expect(groups.reduce((sum, { questions }) => sum + questions, 0)).toBe(count);
});

it('takes today from the district’s day: before the term ends nothing is past it', async () => {
  const asked = { districts: ['aldan'], by: 'DISTRICT' } as const;
  const { groups } = await resolverAt(testClock.now()).answerTimes(asked, officialContext([districts[0]]));
  expect(groups).toMatchObject([{ overdue: 0, questions: 6 }]);
});

it('counts of the appeals that the words find', async () => {
  const told = await question(2, undefined, 'Ветхое жильё');
  await world.deliver(...told.facts);
  const found = await eventually(async () => {
    const groups = await times('DISTRICT', {}, 'ветхого жилья');
    return groups.length > 0 ? groups : undefined;
  });
  expect(found).toMatchObject([{ value: 'kuol', questions: 1 }]);
  expect(await times('DISTRICT', {}, 'отдел:жкх')).toMatchObject([{ questions: 6 }, { questions: 2 }]);
});

it('tells the first answer from the last, and counts what was considered again', async () => {
  const came = '2026-09-20T00:00:00.000Z';
  const [twice, interim, open] = [await question(1, came), await question(1, came), await question(1, came)];
  const again = { person: twice.person, times: 1, until: '2027-01-20', department: 'utilities' };
  await answeredOn(twice, '2026-11-26');
  await twice.add('QuestionReopened', again);
  await answeredOn(twice, '2026-12-04');
  await interim.add('InterimAnswerGiven', {}, { text: 'Смотрим.' });
  const told = { notice: interim.notice, toldAt: '2026-11-24T20:00:00.000Z', rules: ['message-term'] };
  await interim.add('InterimAnswerTold', told);
  await answeredOn(interim, '2026-11-30');
  await answeredOn(open, '2026-11-28');
  await open.add('QuestionReopened', again);
  await world.deliver(...[twice, interim, open].flatMap(({ facts }) => facts));
  expect(await times('DISTRICT', { receivedTo: '2026-09-30' })).toMatchObject([
    {
      questions: 3,
      answered: 2,
      answeredOnce: 3,
      reopened: 2,
      days: { lower: 7, median: 8, upper: 9 },
      firstDays: { lower: 1.5, median: 2, upper: 3 },
    },
  ]);
  const listed = await world.reader.count('QUESTIONS', 1, { receivedTo: '2026-09-30', reopened: [1, 2, 3] });
  expect(listed.count).toBe(2);
});
