import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReactionSums } from '@otklik/contracts/generated/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { randomUUID } from 'node:crypto';
import { received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testDistrict,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { searchService } from '../search.module.js';

const topics = [{ code: 'roads', name: 'Дороги', department: 'utilities' }];
const districts = [testDistrict(1, 'aldan', { topics }), testDistrict(2, 'kuol', { topics })] as const;

let world: RegisterWorld;
let service: ServiceUnderTest;
const sums = (more: object = {}) =>
  service.resolve<ReactionSums>(
    'reactionSums',
    { district: 'aldan', from: '2026-11-01', to: '2026-11-30', ...more },
    officialContext([districts[0]], ['ANALYST']).actor,
  );

const likes = (value: number | null) => ({ metric: 'LIKES', value, quality: value === null ? 'MISSING' : 'EXACT' });
const views = { metric: 'VIEWS', value: 9_000, quality: 'EXACT' };

/** `counts`: the time of day and the likes. */
const counted = async (
  of: Journey,
  target: 'CITIZEN_MESSAGE' | 'OUR_ANSWER' | 'SOURCE_POST',
  day: string,
  ...counts: readonly (readonly [time: string, value: number | null])[]
): Promise<void> => {
  const message = randomUUID();
  for (const [time, value] of counts) {
    const observedAt = `${day}T${time}:00.000Z`;
    await of.add('ReactionsMeasured', { target, message, via: 'POLL', observedAt, samples: [likes(value), views] });
  }
};

beforeAll(async () => {
  world = await registerWorld(districts);
  service = await serviceUnderTest(searchService, {
    ...world.given,
    now: () => '2026-12-01T03:00:00.000Z',
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ')),
  });
  const made = async (day: string, number: string, settlement?: string): Promise<Journey> => {
    const more = { receivedAt: `${day}T01:00:00.000Z`, ...(settlement !== undefined && { settlement }) };
    const one = await received(world.given.vault, 'Яма', more);
    await registered(one, number);
    return one;
  };
  const answered = await made('2026-11-02', 'АЛД-1', 'tommot');
  await counted(
    answered,
    'CITIZEN_MESSAGE',
    '2026-11-02',
    ['02:00', 10],
    ['05:00', 40],
    ['06:00', null],
    ['09:00', 46],
  );
  await counted(answered, 'OUR_ANSWER', '2026-11-02', ['06:00', 0], ['09:00', 7]);
  await counted(answered, 'SOURCE_POST', '2026-11-02', ['06:00', 500]);
  const waiting = await made('2026-11-10', 'АЛД-2');
  await counted(waiting, 'CITIZEN_MESSAGE', '2026-11-10', ['02:00', 3], ['03:00', 5]);
  const quiet = await made('2026-11-11', 'АЛД-3', 'tommot');
  const earlier = await made('2026-10-31', 'АЛД-4', 'tommot');
  await counted(earlier, 'CITIZEN_MESSAGE', '2026-10-31', ['02:00', 900]);
  for (const one of [answered, waiting, quiet, earlier]) await world.deliver(...one.facts);
}, 60_000);
afterAll(async () => {
  await service.close();
  await world.close();
});

it('sums likes of messages before our answer and since, and of the answer, of those days and of what was counted alone', async () => {
  const { total } = await sums();
  const numbers = { messages: 2, answered: 1, before: 45, after: 6, ofAnswers: 7 };
  expect(total).toEqual({ topic: null, settlement: null, week: null, ...numbers });
});

it('is by topic, settlement and week', async () => {
  const { topics: byTopic, settlements, weeks } = await sums();
  expect(byTopic).toMatchObject([{ topic: { name: 'Дороги' }, messages: 2, before: 45, after: 6 }]);
  expect(settlements.map(({ settlement, before, after }) => [settlement?.code ?? null, before, after])).toEqual([
    ['tommot', 40, 6],
    [null, 5, 0],
  ]);
  expect(weeks.map(({ week, messages, before }) => [week, messages, before])).toEqual([
    ['2026-11-02', 1, 40],
    ['2026-11-09', 1, 5],
  ]);
});

it('is empty where nothing was counted, and refuses days that are turned round or too many', async () => {
  expect(await sums({ from: '2026-09-01', to: '2026-09-30' })).toMatchObject({
    total: { messages: 0, before: 0 },
    topics: [],
  });
  await expect(sums({ from: '2026-11-30', to: '2026-11-01' })).rejects.toMatchObject({ name: 'BadInput' });
  await expect(sums({ from: '2025-11-01' })).rejects.toMatchObject({ name: 'BadInput' });
});
