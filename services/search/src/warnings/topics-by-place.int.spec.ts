import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TopicsByPlace } from '@otklik/contracts/generated/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import type { Actor } from '@otklik/tenancy';
import { received, registered } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testDistrict,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { searchService } from '../search.module.js';

const topics = [{ code: 'roads', name: 'Дороги', department: 'utilities' }];
const districts = [testDistrict(1, 'aldan', { topics }), testDistrict(2, 'kuol', { topics })] as const;
const days = { from: '2026-11-01', to: '2026-11-30' };

let world: RegisterWorld;
let service: ServiceUnderTest;

const as = (district: (typeof districts)[number], role: 'ANALYST' | 'REPUBLIC_ANALYST' | 'EXECUTOR'): Actor =>
  officialContext([district], [role]).actor;
const table = (more: object = {}, by = as(districts[0], 'ANALYST')) =>
  service.resolve<TopicsByPlace>('topicsByPlace', { district: 'aldan', ...days, ...more }, by);

beforeAll(async () => {
  world = await registerWorld(districts);
  service = await serviceUnderTest(searchService, {
    ...world.given,
    now: () => '2026-12-01T03:00:00.000Z',
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ')),
  });
  const came: readonly (readonly [day: string, settlement?: string])[] = [
    ...[['2026-11-01', 'tommot'] as const, ['2026-11-02', 'tommot'] as const, ['2026-11-30', 'aldan'] as const],
    ['2026-11-05'],
    // Before: of the 360 days, two and one.
    ...[['2026-10-31', 'tommot'] as const, ['2026-02-01', 'tommot'] as const, ['2026-05-01', 'aldan'] as const],
    // Neither of the days nor of those before.
    ...[['2026-12-01', 'aldan'] as const, ['2025-11-01', 'aldan'] as const],
  ];
  for (const [at, [day, settlement]] of came.entries()) {
    const more = { receivedAt: `${day}T01:00:00.000Z`, ...(settlement !== undefined && { settlement }) };
    const one = await received(world.given.vault, 'Яма', more);
    await registered(one, `АЛД-${at}`);
    await world.deliver(...one.facts);
  }
  const untold = await received(world.given.vault, 'Реклама', { receivedAt: '2026-11-03T01:00:00.000Z' });
  await world.deliver(...untold.facts);
}, 60_000);
afterAll(async () => {
  await service.close();
  await world.close();
});

it('counts appeals by topic and place of both days and those between, beside what is usual in as many', async () => {
  const { total, places, topics: rows } = await table();
  expect(total).toBe(4);
  expect(places.map(({ settlement, count }) => [settlement?.code ?? null, count])).toEqual([
    ['tommot', 2],
    [null, 1],
    ['aldan', 1],
  ]);
  expect(rows).toMatchObject([{ topic: { name: 'Дороги' }, count: 4, usual: 0.3 }]);
  expect(rows[0]!.places.map(({ settlement, count, usual }) => [settlement?.code ?? null, count, usual])).toEqual([
    ['tommot', 2, 0.2],
    [null, 1, 0],
    ['aldan', 1, 0.1],
  ]);
});

it('has numbers that are the totals of their lists', async () => {
  const { total, topics: rows } = await table();
  const within = { receivedFrom: days.from, receivedTo: days.to, topics: ['roads'] };
  const totalOf = async (filter: object) => (await world.reader.count('APPEALS', 1, { ...within, ...filter })).count;
  expect(await totalOf({})).toBe(total);
  for (const { settlement, count } of rows[0]!.places)
    if (settlement) expect(await totalOf({ settlements: [settlement.code] })).toBe(count);
});

it('takes its turn among the searches of its official: what finds no place to wait is refused', async () => {
  const analyst = as(districts[0], 'ANALYST');
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => table({}, analyst)));
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(10);
  const refused = asked.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'TOO_MANY_SEARCHES', path: 'from', details: { seconds: 2 } });
});

it('is of one district, for those who compare, over a year at the most', async () => {
  const kuol = await table({ district: 'kuol' }, as(districts[1], 'REPUBLIC_ANALYST'));
  expect(kuol).toEqual({ total: 0, places: [], topics: [] });
  await expect(table({}, as(districts[0], 'EXECUTOR'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(table({}, as(districts[1], 'ANALYST'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(table({ to: '2026-10-31' })).rejects.toMatchObject({ code: 'VALUE_MALFORMED', path: 'to' });
  await expect(table({ to: '2027-11-02' })).rejects.toMatchObject({ code: 'VALUE_MALFORMED', path: 'to' });
});
