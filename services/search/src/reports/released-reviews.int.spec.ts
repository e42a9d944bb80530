import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReviewPage, PublishedReviewSummary, ReviewEdition } from '@otklik/contracts/generated/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { anyone, type Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { received } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testDistrict,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { searchService } from '../search.module.js';

const district = testDistrict(1, 'aldan');
const period = '2026-Q4';
const reason = 'Числа за декабрь неполные.';
const text = ['За IV квартал 2026 года зарегистрировано 1 обращение.', 'Больше всего пишут о дорогах.'];
let now = '2027-01-12T03:00:00.000Z';

let world: RegisterWorld;
let service: ServiceUnderTest;

const as = (role: 'REGISTRAR' | 'HEAD' | 'CONTROLLER' | 'EXECUTOR', id: string = randomUUID()): Actor =>
  officialContext([district], [role], id).actor;
const clerk = as('REGISTRAR');
const head = as('HEAD');

const act = (operation: string, input: object, by: Actor, key: string = randomUUID()) =>
  service.mutate<ReviewEdition & { readonly code?: string }>(operation, { district: 'aldan', key, ...input }, by);
const prepare = (more: object = {}, by = clerk, key?: string) =>
  act('prepareReview', { period, text, ...more }, by, key);
const seen = ({ id, version }: Pick<ReviewEdition, 'id' | 'version'>) => ({ id, expectedVersion: version });
const published = () =>
  service.resolve<readonly PublishedReviewSummary[]>('publishedReviews', { district: 'aldan' }, anyone);
const page = (of = period) =>
  service.resolve<PublishedReviewPage | null>('publishedReview', { district: 'aldan', period: of }, anyone);

async function come(number: string): Promise<void> {
  const one = await received(world.given.vault, 'Яма');
  const { person } = one;
  const regime = 'APPEAL_59FZ';
  const registration = { number, journal: 'APPEALS', registeredOn: '2026-11-03', zone: 'Asia/Yakutsk' };
  await one.add('AppealRegistered', { ...registration, regime, person });
  await one.add('QuestionOpened', { person, regime, ordinal: 1 });
  await world.deliver(...one.facts);
}

beforeAll(async () => {
  world = await registerWorld([district]);
  service = await serviceUnderTest(searchService, {
    ...world.given,
    now: () => now,
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ')),
  });
}, 60_000);
afterAll(async () => {
  await service.close();
  await world.close();
});

describe('a review', () => {
  let made: ReviewEdition;

  it('is prepared of a period that has ended, with a text that names no person and no house', async () => {
    const path = { name: 'BadInput', path: 'input.period' };
    await expect(prepare({ period: '2027-Q1' })).rejects.toMatchObject({ ...path, code: 'DATE_IN_FUTURE' });
    await expect(prepare({ period: '2026-11' })).rejects.toMatchObject({ ...path, code: 'VALUE_MALFORMED' });
    await expect(prepare({ text: [' '] })).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    for (const one of ['Пишет Лебедева Анна.', 'Звонить 8 924 111-22-33.'])
      expect(await prepare({ text: [one] })).toMatchObject({
        __typename: 'Refusal',
        code: 'PERSONAL_DATA_FOUND',
        path: ['input', 'text'],
      });
    await expect(prepare({}, as('EXECUTOR'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const key = randomUUID();
    made = await prepare({}, clerk, key);
    expect(made).toMatchObject({ __typename: 'ReviewEdition', version: 1, edition: 1, state: 'PREPARED', text });
    expect((await prepare({}, clerk, key)).id).toBe(made.id);
    await expect(prepare({ text: ['Другой текст.'] }, clerk, key)).rejects.toThrow(IdempotencyKeyReused);
    const own = as('HEAD', (clerk as { id: string }).id);
    expect(await act('releaseReview', seen(made), own)).toMatchObject({ code: 'OWN_PUBLICATION' });
    expect([await published(), await page()]).toEqual([[], null]);
  });

  it('is released by another, whole, by the version that was seen, once', async () => {
    await expect(act('releaseReview', seen(made), clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stale = { id: made.id, expectedVersion: 2 };
    expect(await act('releaseReview', stale, head).catch(({ name }: Error) => ({ code: name }))).toMatchObject({
      code: expect.stringMatching(/VERSION_?CONFLICT/i) as unknown,
    });
    const key = randomUUID();
    const released = await act('releaseReview', seen(made), head, key);
    expect(released).toMatchObject({ version: 2, state: 'RELEASED', isOwn: false });
    expect(await act('releaseReview', seen(made), head, key)).toMatchObject({ version: 2, state: 'RELEASED' });
    expect(await act('releaseReview', seen(released), head).catch(({ name }: Error) => ({ code: name }))).toMatchObject(
      {
        code: expect.stringMatching(/NOT_?FOUND/i) as unknown,
      },
    );
    expect(await published()).toMatchObject([{ period, edition: 1, releasedOn: '2027-01-12', appeals: 0 }]);
    const { text: read, tables, csv, odt } = (await page())!.review!;
    expect(read).toEqual(text);
    expect(tables.map(({ code }) => code)).toContain('SECTIONS');
    expect([csv.slice(0, 8), Buffer.from(odt, 'base64').subarray(0, 2).toString()]).toEqual(['\uFEFFТаблица', 'PK']);
  });

  it('keeps the numbers that were counted, until another edition is released in its place', async () => {
    await come('АЛД-1');
    expect(await published()).toMatchObject([{ edition: 1, appeals: 0 }]);
    now = '2027-01-20T03:00:00.000Z';
    const next = await prepare({ text: ['Поправка.'] });
    expect(await published()).toMatchObject([{ edition: 1 }]);
    await act('releaseReview', seen(next), head);
    expect(await published()).toMatchObject([{ edition: 2, releasedOn: '2027-01-20', appeals: 1 }]);
    expect((await page())!.review!.text).toEqual(['Поправка.']);
  });

  it('is taken back by who may release it, with a reason, and no earlier edition comes back', async () => {
    const editions = await service.resolve<readonly ReviewEdition[]>(
      'reviewEditions',
      { district: 'aldan', period },
      clerk,
    );
    expect(editions.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'RELEASED'],
      [1, 'RELEASED'],
    ]);
    const given = { ...seen(editions[0]!), reason };
    await expect(act('takeBackReview', given, clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(act('takeBackReview', { ...given, reason: ' ' }, head)).rejects.toMatchObject({
      code: 'TEXT_EMPTY',
      path: 'input.reason',
    });
    expect(await act('takeBackReview', { ...given, reason: 'Просила Лебедева Анна.' }, head)).toMatchObject({
      __typename: 'Refusal',
      code: 'PERSONAL_DATA_FOUND',
      path: ['input', 'reason'],
    });
    expect(await act('takeBackReview', given, as('CONTROLLER'))).toMatchObject({ state: 'TAKEN_BACK', reason });
    expect([await published(), await page()]).toEqual([[], { takenBack: true, review: null }]);
  });

  it('that is prepared again is released in its newest edition alone', async () => {
    const [third, fourth] = [await prepare(), await prepare()];
    const refused = await act('releaseReview', seen(third), head).catch(({ name }: Error) => ({ code: name }));
    expect(refused).toMatchObject({ code: expect.stringMatching(/NOT_?FOUND/i) as unknown });
    expect(await act('takeBackReview', { ...seen(fourth), reason }, head)).toMatchObject({ state: 'DROPPED' });
    expect(await published()).toEqual([]);
  });

  it('is on record in a chain: which text and numbers, by whom', async () => {
    const { rows } = await world.given.worker.query<{ text: string; official: string }>(
      'select text, official from search.review_prepared order by edition limit 1',
    );
    expect(rows).toEqual([{ text: JSON.stringify(text), official: (clerk as { id: string }).id }]);
    const positions = await world.given.worker.query('select from search.review_decided where position is not null');
    expect(positions.rowCount).toBe(4);
  });

  it('brings no earlier edition back when its newest is taken back', async () => {
    const year = { period: '2026' };
    const isShown = async () => (await published()).some((one) => one.period === year.period);
    for (const at of ['2027-02-01T03:00:00.000Z', '2027-02-02T03:00:00.000Z']) {
      now = at;
      await act('releaseReview', seen(await prepare(year)), head);
    }
    expect(await isShown()).toBe(true);
    const editions = await service.resolve<readonly ReviewEdition[]>(
      'reviewEditions',
      { district: 'aldan', ...year },
      clerk,
    );
    await act('takeBackReview', { ...seen(editions[0]!), reason }, head);
    expect([await isShown(), await page(year.period)]).toEqual([false, { takenBack: true, review: null }]);
  });
});
