import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IN_WORK_PASS, signPass, type InWorkPass } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { administrationWorld, now, secret, type AdministrationWorld } from './testing/administration-world.fixture.js';

interface File {
  readonly text: string;
  readonly version: number;
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly version: number;
}

const silent = (): void => undefined;
let world: AdministrationWorld;
const admin = () => world.directory.official('aldan.admin')!;
const act = (operation: string, input: object): Promise<Answer> =>
  world.service.mutate<Answer>(operation, { district: 'aldan', key: randomUUID(), ...input }, admin());
const ask = <Result>(operation: string, args: object = {}): Promise<Result> =>
  world.service.resolve<Result>(operation, { district: 'aldan', ...args }, admin());

beforeAll(async () => {
  world = await administrationWorld({ debug: silent, info: silent, warn: silent, error: silent });
}, 120_000);
afterAll(() => world.close());

it('a new file loses no setting of open questions, nor one of which it is not known, nor a department with officials', async () => {
  const { text, version: expectedVersion } = await ask<File>('districtFile');
  const added = text
    .replace('departments:\n', 'departments:\n  - { code: sport, name: Отдел спорта }\n')
    .replace('settlements:\n', 'settlements:\n  - { code: far, name: с. Дальнее }\n');
  expect(await act('applyDistrictFile', { text: added, expectedVersion })).toMatchObject({
    __typename: 'DistrictFile',
  });
  const none = { departments: {}, topics: {}, settlements: {} };
  const pass = (more: Partial<InWorkPass>, at = now()) => {
    const whole: InWorkPass = { at, district: 1, ...none, ...more };
    return signPass(secret(IN_WORK_PASS), whole);
  };
  const faultsWith = async (next: string, inWork?: string) => {
    const { faults } = await ask<{
      readonly faults: readonly { readonly place: string; readonly message: string }[];
    }>('districtFileDifferences', { text: next, inWork });
    const { code } = await act('applyDistrictFile', { text: next, inWork, expectedVersion: expectedVersion + 1 });
    expect(code).toBe('DISTRICT_FILE_HAS_FAULTS');
    return faults.map(({ place, message }) => `${place} ${message}`);
  };
  const used = pass({ departments: { sport: 3 } });
  expect(await faultsWith(text, used)).toEqual([
    '/departments «Отдел спорта» убрать нельзя: открытых вопросов с ним 3. Сначала закончите или передайте их.',
  ]);
  const old = new Date(Date.parse(now()) - 11 * 60_000).toISOString();
  for (const useless of [undefined, 'x.y', pass({}, old), pass({ district: 2 })])
    expect(await faultsWith(text, useless)).toEqual([
      expect.stringMatching(/^\/departments .*не проверено/),
      expect.stringMatching(/^\/settlements .*не проверено/),
    ]);
  // Nothing leads there any more, and officials have roles in it.
  const withoutRoads = added
    .replace(/ {2}- \{ code: dorogi, name: [^}]*\}\n/, '')
    .replaceAll('department: dorogi', 'department: zhkh');
  expect(await faultsWith(withoutRoads, pass({}))).toEqual([
    expect.stringMatching(
      /^\/departments «Отдел дорог и транспорта» убрать нельзя: сотрудников с ролью в этом отделе \d/,
    ),
  ]);
  // Good for differences, too old to apply by.
  const minutesAgo = new Date(Date.parse(now()) - 3 * 60_000).toISOString();
  const applied = { text, inWork: pass({}, minutesAgo), expectedVersion: expectedVersion + 1 };
  expect((await act('applyDistrictFile', applied)).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  const removed = { text, inWork: pass({ topics: { musor: 1 } }), expectedVersion: expectedVersion + 1 };
  expect(await act('applyDistrictFile', removed)).toMatchObject({ version: expectedVersion + 2 });
});

it('gives another text of the consent a version of its own', async () => {
  const { text, version: expectedVersion } = await ask<File>('districtFile');
  const other = text.replace('Согласие можно отозвать в любое время,', 'Согласие отзывают в любое время,');
  const faultsOf = (next: string) =>
    ask<{ readonly faults: readonly { readonly place: string; readonly message: string }[] }>(
      'districtFileDifferences',
      {
        text: next,
      },
    );
  expect((await faultsOf(other)).faults).toMatchObject([
    { place: '/public/consent/version', message: expect.stringContaining('версия прежняя (2026-09-01)') },
  ]);
  expect((await act('applyDistrictFile', { text: other, expectedVersion })).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  const dated = other.replace('version: 2026-09-01', 'version: 2026-12-01');
  expect(await act('applyDistrictFile', { text: dated, expectedVersion })).toMatchObject({
    version: expectedVersion + 1,
  });
  // Nor may a former version come back with a third text.
  const third = text.replace('Согласие можно отозвать', 'Согласие можно взять назад');
  const again = { text: third, expectedVersion: expectedVersion + 1 };
  expect((await act('applyDistrictFile', again)).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  // The former text comes back under its own version.
  const back = { text, expectedVersion: expectedVersion + 1 };
  expect(await act('applyDistrictFile', back)).toMatchObject({ version: expectedVersion + 2 });
});
