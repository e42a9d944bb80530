import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EarlyWarning } from '@otklik/contracts/generated/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IdempotencyKeyReused, VersionConflict } from '@otklik/kernel';
import type { Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
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
const now = '2026-11-24T03:00:00.000Z';
const began = '2026-11-22';

let world: RegisterWorld;
let service: ServiceUnderTest;

const as = (district: (typeof districts)[number], role: 'ANALYST' | 'HEAD' | 'EXECUTOR'): Actor =>
  officialContext([district], [role]).actor;
const analyst = as(districts[0], 'ANALYST');
const warnings = (by = analyst, district = 'aldan') => service.resolve<EarlyWarning>('earlyWarning', { district }, by);
const mark = (input: object, by = analyst, key: string = randomUUID()) =>
  service.mutate('markWave', { district: 'aldan', key, topic: 'roads', began, ...input }, by);

beforeAll(async () => {
  world = await registerWorld(districts);
  service = await serviceUnderTest(searchService, {
    ...world.given,
    now: () => now,
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ')),
  });
  const days = ['2026-09-10', '2026-11-22', '2026-11-22', '2026-11-23', '2026-11-23', '2026-11-24'];
  for (const [at, day] of days.entries()) {
    const one = await received(world.given.vault, 'Яма', { receivedAt: `${day}T01:00:00.000Z` });
    await registered(one, `АЛД-${at}`);
    await world.deliver(...one.facts);
  }
  const spam = await received(world.given.vault, 'Реклама', { receivedAt: now });
  await world.deliver(...spam.facts);
}, 60_000);
afterAll(async () => {
  await service.close();
  await world.close();
});

describe('early warning', () => {
  it('tells what came of a topic within a week, and what is usual, of one district', async () => {
    const { today, now: waves, ...numbers } = await warnings();
    expect([today, numbers]).toEqual(['2026-11-24', { waves: 1, falseAlarms: 0 }]);
    expect(waves).toMatchObject([
      { topic: { name: 'Дороги' }, settlement: null, week: 5, usualFrom: 0, usualTo: 0, version: 0, mark: null },
    ]);
    expect(await warnings(as(districts[1], 'HEAD'), 'kuol')).toMatchObject({ now: [], waves: 0 });
    await expect(warnings(as(districts[0], 'EXECUTOR'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses a mark of what was not warned of, silence without an end or in the past, and an end of anything else', async () => {
    await expect(mark({ kind: 'NOT_A_WAVE', topic: 'water' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(mark({ kind: 'NOT_A_WAVE', began: '2026-06-01' })).rejects.toMatchObject({ name: 'NotFound' });
    const path = 'input.until';
    await expect(mark({ kind: 'SILENCED' })).rejects.toMatchObject({ code: 'DATES_MISSING', path });
    await expect(mark({ kind: 'SILENCED', until: '2026-11-23' })).rejects.toMatchObject({ code: 'DATE_IN_PAST', path });
    await expect(mark({ kind: 'SILENCED', until: '2027-06-01' })).rejects.toMatchObject({ code: 'BAD_INPUT', path });
    await expect(mark({ kind: 'WATCHED', until: '2026-12-01' })).rejects.toMatchObject({ code: 'BAD_INPUT', path });
    await expect(mark({ kind: 'NOT_A_WAVE' }, as(districts[1], 'HEAD'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is marked only by one who acts in the whole district', async () => {
    const bound = officialContext([districts[0]], [{ district: 1, role: 'HEAD', department: randomUUID() }]).actor;
    await expect(mark({ kind: 'NOT_A_WAVE' }, bound)).rejects.toMatchObject({ name: 'Forbidden' });
  });

  it('is silenced until a day by an official whom it names, once for a key, by the version that was seen', async () => {
    const key = randomUUID();
    const silent = { kind: 'SILENCED', until: '2026-12-01' };
    expect(await mark(silent, analyst, key)).toMatchObject({ __typename: 'WaveMark', version: 1, ...silent });
    expect(await mark(silent, analyst, key)).toMatchObject({ version: 1 });
    await expect(mark({ kind: 'NOT_A_WAVE' }, analyst, key)).rejects.toThrow(IdempotencyKeyReused);
    const stale = await mark({ kind: 'WATCHED' }).catch((error: Error) => error);
    expect(stale instanceof VersionConflict || (stale as { code?: string }).code === 'VERSION_CONFLICT').toBe(true);
    expect((await warnings()).now).toMatchObject([{ version: 1, mark: { kind: 'SILENCED', until: '2026-12-01' } }]);
    const { rows } = await world.given.worker.query('select official, role, until from search.wave_mark');
    expect(rows).toEqual([{ official: (analyst as { id: string }).id, role: 'ANALYST', until: '2026-12-01' }]);
  });

  it('is warned of no more once it is none, which is counted, and again when that is taken back', async () => {
    await mark({ kind: 'NOT_A_WAVE', expectedVersion: 1 });
    expect(await warnings()).toMatchObject({ now: [], waves: 1, falseAlarms: 1 });
    await mark({ kind: 'WATCHED', expectedVersion: 2 });
    expect(await warnings()).toMatchObject({ now: [{ version: 3, mark: null }], waves: 1, falseAlarms: 0 });
  });
});
