import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { readPass } from '@otklik/host';
import { givenFilter } from './adapters/graphql/given-filter.js';
import { QuestionPlacesResolver } from './adapters/graphql/question-places.resolver.js';
import { SettingsInWorkResolver } from './adapters/graphql/settings-in-work.resolver.js';
import { received, registered } from './application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';

const districts = [1, 2].map((id) => ({
  ...testDistrict(id, id === 1 ? 'aldan' : 'kuol', {
    departments: [{ id: 'u', code: 'utilities', name: 'Отдел ЖКХ' }],
    topics: [{ code: 'roads', name: 'Дороги', department: 'utilities' }],
  }),
  settlements: [
    { code: 'town', name: 'Город', point: { latitude: 58.6, longitude: 125.4 } },
    { code: 'village', name: 'Село' },
  ],
}));
const [aldan] = districts;
const clock = { now: () => '2026-12-25T03:00:00.000Z' };
let world: RegisterWorld;

beforeAll(async () => {
  world = await registerWorld(districts);
  const places = [
    ['town', 1] as const,
    ['town', 1] as const,
    ['former', 1] as const,
    [undefined, 1] as const,
    ['village', 2] as const,
  ];
  for (const [settlement, district] of places) {
    const made = await received(world.given.vault, 'Вопрос', { district, ...(settlement && { settlement }) });
    await registered(made);
    if (settlement === 'former')
      await made.add('QuestionAnswered', { notice: made.notice, answeredOn: '2026-12-01', zone: 'Asia/Yakutsk' });
    await world.deliver(...made.facts);
  }
}, 60_000);
afterAll(() => world.close());

const placesWith = (filter: AppealFilter = {}) =>
  new QuestionPlacesResolver(world.reader, clock).questionPlaces(
    { district: 'aldan', filter },
    officialContext([aldan!], ['HEAD']),
  );

it('counts the questions of each settlement of the district, of former ones that they name, and of none', async () => {
  expect(await placesWith()).toEqual({
    questions: 4,
    withoutPlace: 1,
    settlements: [
      {
        settlement: { code: 'town', name: 'Город', nameSah: null, point: { latitude: 58.6, longitude: 125.4 } },
        questions: 2,
        overdue: 2,
      },
      { settlement: { code: 'former', name: 'former', nameSah: null, point: null }, questions: 1, overdue: 0 },
      { settlement: { code: 'village', name: 'Село', nameSah: null, point: null }, questions: 0, overdue: 0 },
    ],
  });
});

it('each number is the total of the list with the filter and that settlement', async () => {
  const asked = {
    actor: officialContext([aldan!], ['HEAD']).actor,
    districts: [aldan!],
    now: () => '2026-12-25T12:00',
  };
  for (const filter of [{}, { worklist: 'IN_WORK' }, { overdue: true }] satisfies readonly AppealFilter[]) {
    const { settlements } = await placesWith(filter);
    for (const { settlement, questions } of settlements) {
      const listed = givenFilter({ ...filter, settlements: [settlement.code] }, asked);
      expect((await world.reader.count('QUESTIONS', 1, listed)).count).toBe(questions);
    }
  }
  expect((await placesWith({ worklist: 'IN_WORK' })).questions).toBe(3);
});

it('refuses words, which only a search finds', async () => {
  await expect(placesWith({ words: 'яма' })).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'filter.words' });
});

it('tells which settings open questions have, and signs it', async () => {
  const resolver = new SettingsInWorkResolver(world.reader, testClock, testSecrets);
  const { pass, ...open } = await resolver.settingsInWork(officialContext([aldan!], ['DISTRICT_ADMIN']));
  const [departments, topics] = [[{ code: 'utilities', open: 3 }], [{ code: 'roads', open: 3 }]];
  expect(open).toEqual({ departments, topics, settlements: [{ code: 'town', open: 2 }] });
  const known = { district: 1, departments: { utilities: 3 }, topics: { roads: 3 }, settlements: { town: 2 } };
  expect(readPass(testSecrets.of(), pass, testClock.now())).toMatchObject(known);
});
