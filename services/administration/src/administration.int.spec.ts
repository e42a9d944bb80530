import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IdempotencyKeyReused } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import {
  installDirectory,
  installService,
  openDatabase,
  openDirectory,
  PLATFORM,
  type Actor,
  type Database,
  type Directory,
} from '@otklik/tenancy';
import { loadDistricts, loadOfficials } from '@otklik/tenancy/loader';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { administrationService } from './administration.module.js';

const districts = fileURLToPath(new URL('../../../deploy/districts', import.meta.url));
const said: string[] = [];
const say = (message: string, facts?: object): void => void said.push(`${message} ${JSON.stringify(facts)}`);
const logger: Logger = { debug: say, info: say, warn: say, error: say };
const now = () => '2026-11-27T03:00:00.000Z';

const dataDir = mkdtempSync(join(tmpdir(), 'otklik-administration-'));
let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let directory: Directory;
let service: ServiceUnderTest;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly version: number;
  readonly state: string;
  readonly link: string;
  readonly isSent: boolean;
  readonly text: string;
  readonly official: { readonly id: string; readonly version: number; readonly state: string };
}
interface Account {
  readonly id: string;
  readonly login: string;
  readonly state: string;
  readonly version: number;
  readonly roles: readonly { readonly role: string; readonly since: string; readonly department: unknown }[];
}

const as = (login: string): Actor => directory.official(login)!;
const act = (operation: string, input: object, key: string = randomUUID(), by = 'aldan.admin'): Promise<Answer> =>
  service.mutate<Answer>(operation, { district: 'aldan', key, ...input }, as(by));
const ask = <Result>(operation: string, args: object = {}, by = 'aldan.admin'): Promise<Result> =>
  service.resolve<Result>(operation, { district: 'aldan', ...args }, as(by));
const account = async (login: string): Promise<Account> =>
  (await ask<readonly Account[]>('officials')).find((one) => one.login === login)!;

beforeAll(async () => {
  server = await testDatabase();
  await installDirectory(server.url);
  await loadDistricts(server.url, districts);
  await loadOfficials(server.url, `${districts}/demo/officials.yaml`);
  const urls = await installService(server.url, 'administration', administrationService.migrations, 'a secret');
  database = openDatabase(urls.app, 'administration');
  worker = new pg.Pool({ connectionString: urls.worker });
  directory = await openDirectory(urls.app, { maxAgeMs: 400 });
  service = await serviceUnderTest(administrationService, {
    ...{ database, worker, directory, logger, now, vault: memoryVault() },
    secret: (purpose: string) => Buffer.from(purpose),
    environment: { OTKLIK_PUBLIC_URL: 'https://otklik.example', OTKLIK_LETTERS: 'files' },
    dataDir,
  });
});
afterAll(async () => {
  await service.close();
  await directory.close();
  await worker.end();
  await database.close();
  await server.drop();
  rmSync(dataDir, { recursive: true });
});

/** Quoted-printable, as far as a letter in Russian needs it. */
function plainLetter(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return `${head}\n${Buffer.from(text, 'base64').toString('utf8')}`;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}

describe('an invitation', () => {
  const invited = {
    login: 'aldan.romanov',
    name: 'Романов Айсен',
    position: 'специалист',
    roles: [{ role: 'EXECUTOR', department: 'zhkh' }],
  };

  it('gives roles and a link, the same link again for the same key, and no other content under it', async () => {
    const key = randomUUID();
    const first = await act('inviteOfficial', invited, key);
    expect(first).toMatchObject({ __typename: 'Invitation', expiresAt: '2026-12-04T03:00:00.000Z' });
    expect(first.link).toMatch(/^https:\/\/otklik\.example\/.+\/[\w-]{20}$/);
    expect(first.official).toMatchObject({ state: 'INVITED', position: 'специалист', version: 1 });
    expect((await act('inviteOfficial', invited, key)).link).toBe(first.link);
    await expect(act('inviteOfficial', { ...invited, name: 'Другой' }, key)).rejects.toThrow(IdempotencyKeyReused);
    expect(directory.official('aldan.romanov')?.assignments).toHaveLength(1);
    expect((await act('inviteOfficial', invited)).code).toBe('LOGIN_TAKEN');
  });

  it('of which another is given makes the earlier one unusable', async () => {
    const { id } = await account('aldan.romanov');
    const renewed = await act('newInvitation', { id });
    expect(renewed.__typename).toBe('Invitation');
    const { rows } = await database
      .scope(PLATFORM)
      .query('select expires_at > $1 as good from administration.invitation where login = $2', [
        now(),
        'aldan.romanov',
      ]);
    expect(rows.filter(({ good }) => good)).toHaveLength(1);
    expect(rows).toHaveLength(2);
  });

  it('keeps no secret in the tables', async () => {
    const { link } = await act('newInvitation', { id: (await account('aldan.romanov')).id });
    const secret = link.split('/').at(-1)!;
    const { rows } = await database.scope(1, PLATFORM).query(
      `select json_agg(i)::text as text from administration.invitation i
       union all select json_agg(r)::text from administration.record r`,
    );
    expect(rows.map(({ text }) => text as string).some((text) => text.includes(secret))).toBe(false);
  });

  it('is sent by e-mail where an address is given, one letter for one key, and the address is kept nowhere', async () => {
    const key = randomUUID();
    const email = 'egorova@aldan.example';
    const egorova = { ...invited, login: 'aldan.egorova', name: 'Егорова Нина', email };
    const first = await act('inviteOfficial', egorova, key);
    expect(first.isSent).toBe(true);
    expect((await act('inviteOfficial', egorova, key)).link).toBe(first.link);
    const outbox = join(dataDir, 'outbox');
    const letters = readdirSync(outbox);
    expect(letters).toHaveLength(1);
    const letter = plainLetter(readFileSync(join(outbox, letters[0]!), 'utf8'));
    expect(letter).toContain(`To: ${email}`);
    for (const part of [first.link, 'aldan.egorova', '4 декабря 2026', 'Алданский район'])
      expect(letter).toContain(part);
    const { rows } = await database
      .scope(1, PLATFORM)
      .query(`select json_agg(r)::text as text from administration.record r`);
    expect(rows[0]!['text']).not.toContain('egorova@');
    expect(said.join('\n')).not.toMatch(/egorova@|invitation\/[\w-]{20}/);
  });

  it('stands when the mail server takes no letter, and says so', async () => {
    const mute = await serviceUnderTest(administrationService, {
      ...{ database, worker, directory, logger, now, vault: memoryVault(), dataDir },
      secret: (purpose: string) => Buffer.from(purpose),
      environment: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'no-reply@otklik.example' },
    });
    const { id } = await account('aldan.registrar');
    const input = { district: 'aldan', key: randomUUID(), id, email: 'registrar@aldan.example' };
    const renewed = await mute.mutate<Answer>('newInvitation', input, as('aldan.admin'));
    await mute.close();
    expect(renewed).toMatchObject({ __typename: 'Invitation', isSent: false, link: expect.stringContaining('/oidc/') });
    expect(said.at(-1)).toContain('could not be sent by e-mail');
    expect(said.join('\n')).not.toContain('registrar@');
  });

  it('is not sent without an address, and refused with a wrong one before anything is done', async () => {
    const before = readdirSync(join(dataDir, 'outbox')).length;
    const { id } = await account('aldan.romanov');
    expect((await act('newInvitation', { id })).isSent).toBe(false);
    expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(before);
    const wrong = { ...invited, login: 'aldan.nobody', email: 'a@b.example, c@d.example' };
    await expect(act('inviteOfficial', wrong)).rejects.toThrow(/BAD_INPUT|email/);
    expect(await account('aldan.nobody')).toBeUndefined();
  });

  it('is refused with bad input, without a role, and to other roles than the administrator', async () => {
    await expect(act('inviteOfficial', { ...invited, login: 'я' })).rejects.toThrow(/BAD_INPUT|login/);
    expect((await act('inviteOfficial', { ...invited, login: 'x.y', roles: [] })).code).toBe('ROLES_MISSING');
    await expect(act('inviteOfficial', invited, randomUUID(), 'aldan.registrar')).rejects.toThrow('FORBIDDEN');
    await expect(act('inviteOfficial', invited, randomUUID(), 'kuol.admin')).rejects.toThrow('NOT_FOUND');
  });
});

describe('roles', () => {
  it('change at once, with the day since which each is held, and only of the seen version', async () => {
    const { id, version } = await account('aldan.executor.roads');
    const roles = [{ role: 'EXECUTOR', department: 'dorogi' }, { role: 'APPROVER' }];
    expect((await act('changeOfficialRoles', { id, expectedVersion: version, roles })).__typename).toBe(
      'OfficialAccount',
    );
    expect((await account('aldan.executor.roads')).roles.map(({ role }) => role)).toEqual(['EXECUTOR', 'APPROVER']);
    expect(directory.official('aldan.executor.roads')?.assignments).toHaveLength(2);
    expect(await act('changeOfficialRoles', { id, expectedVersion: version, roles })).toMatchObject({
      code: 'VERSION_CONFLICT',
      current: version + 1,
    });
  });

  it('leave the district with an administrator', async () => {
    const { id, version: expectedVersion } = await account('aldan.admin');
    const roles = [{ role: 'HEAD' }];
    expect((await act('changeOfficialRoles', { id, expectedVersion, roles })).code).toBe('LAST_ADMINISTRATOR');
    expect((await act('dismissOfficial', { id, expectedVersion })).code).toBe('LAST_ADMINISTRATOR');
  });
});

describe('an absence', () => {
  const away = { from: '2026-11-20', to: '2026-12-13', reason: 'VACATION' };

  it('shows from its first day, with a stand-in who holds the same roles, until the official is back', async () => {
    const { id, version } = await account('aldan.executor.housing');
    const record = (expectedVersion: number, absence?: object) =>
      act('recordAbsence', { id, expectedVersion, absence });
    const registrar = await account('aldan.registrar');
    expect((await record(version, { ...away, standIn: registrar.id })).code).toBe('STAND_IN_LACKS_ROLES');
    const standIn = (await account('aldan.executor')).id;
    expect(await record(version, { ...away, standIn })).toMatchObject({
      state: 'ABSENT',
      absence: { reason: 'VACATION', standIn: { name: 'Дмитрий Охлопков' } },
    });
    expect(directory.official('aldan.executor.housing')).toMatchObject({ absence: { ...away, standIn } });
    expect(await record(version + 1)).toMatchObject({ state: 'WORKING', absence: null });
    await expect(record(version + 2, { ...away, to: '2026-11-19' })).rejects.toThrow();
  });
});

it('takes all rights of a dismissed official and keeps the name and the former roles', async () => {
  const { id, version: expectedVersion } = await account('aldan.moderator');
  expect((await act('dismissOfficial', { id, expectedVersion })).state).toBe('DISMISSED');
  await eventually(async () => (directory.official('aldan.moderator') === undefined ? true : undefined), 5_000);
  expect(await account('aldan.moderator')).toMatchObject({ state: 'DISMISSED', roles: [{ role: 'MODERATOR' }] });
});

describe("the district's file", () => {
  interface File {
    readonly text: string;
    readonly version: number;
  }
  interface Differences {
    readonly parts: readonly { readonly part: string; readonly changes: readonly object[] }[];
    readonly faults: readonly { readonly line: number; readonly message: string }[];
  }

  it('shows what a text changes, by part, with the line, and what the law forbids', async () => {
    const { text } = await ask<File>('districtFile');
    const next = text
      .replace('words: [мусор, контейнер]', 'words: [мусор, контейнер, бак]')
      .replace('APPEAL_59FZ: { id: ANS, term: 30', 'APPEAL_59FZ: { id: ANS, term: 35')
      .replace('8 (41145) 0-00-04', '8 (41145) 0-00-05');
    const { parts, faults } = await ask<Differences>('districtFileDifferences', { text: next });
    const line = next.split('\n').findIndex((one) => one.includes('term: 35')) + 1;
    expect(parts.map(({ part }) => part)).toEqual(['ROUTING_RULES', 'TERMS', 'PHONES']);
    expect(parts[0]!.changes).toMatchObject([
      {
        name: 'prochiy-musor',
        kind: 'CHANGED',
        after: expect.arrayContaining([
          { text: 'контейнер', isNew: false },
          { text: 'бак', isNew: true },
        ]),
      },
    ]);
    expect(faults).toEqual([{ line, place: '/answerTerms/APPEAL_59FZ/term', message: expect.stringContaining('30') }]);
    expect(parts[1]!.changes).toMatchObject([{ name: 'APPEAL_59FZ', line, faults }]);
    const { version: expectedVersion } = await ask<File>('districtFile');
    expect((await act('applyDistrictFile', { text: next, expectedVersion })).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  });

  it('is applied once, from the seen version, and is not undone by the unchanged file of the operator', async () => {
    const { text, version: expectedVersion } = await ask<File>('districtFile');
    const next = text.replace('name: Отдел дорог и транспорта', 'name: Отдел дорог');
    const key = randomUUID();
    expect(await act('applyDistrictFile', { text: next, expectedVersion }, key)).toMatchObject({
      __typename: 'DistrictFile',
      version: expectedVersion + 1,
      by: { name: 'Кирилл Захаров' },
    });
    expect((await act('applyDistrictFile', { text: next, expectedVersion }, key)).version).toBe(expectedVersion + 1);
    expect((await act('applyDistrictFile', { text, expectedVersion })).code).toBe('VERSION_CONFLICT');
    await loadDistricts(server.url, districts);
    await directory.refresh();
    const roads = directory.district('aldan')!.departments.find(({ code }) => code === 'dorogi');
    expect(roads?.name).toBe('Отдел дорог');
    expect(await ask<readonly object[]>('districtFileVersions')).toHaveLength(2);
  });

  it("cannot become another district's", async () => {
    const { text, version: expectedVersion } = await ask<File>('districtFile');
    const other = text.replace('id: 1', 'id: 2');
    expect((await act('applyDistrictFile', { text: other, expectedVersion })).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  });
});

it('records who changed what, page by page, for the controller too', async () => {
  interface Records {
    readonly nodes: readonly { readonly kind: string; readonly text: string; readonly by: { readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const first = await ask<Records>('administrationRecords', { first: 2 }, 'aldan.controller');
  expect(first.nodes).toHaveLength(2);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const { id } = await account('aldan.executor.roads');
  const { nodes } = await ask<Records>('administrationRecords', { official: id });
  expect(nodes).toMatchObject([
    {
      kind: 'ROLES_CHANGED',
      by: { name: 'Кирилл Захаров' },
      text: 'Роли: было исполнитель (Отдел дорог), стало исполнитель (Отдел дорог), согласующий',
    },
  ]);
  const all = await ask<Records>('administrationRecords', { first: 100 });
  const rest = await ask<Records>('administrationRecords', { first: 100, after: first.pageInfo.endCursor });
  expect(rest.nodes).toHaveLength(all.nodes.length - 2);
});

it("does not let the service's role write another district's directory", async () => {
  await expect(
    database
      .scope(1)
      .query(`insert into directory.entry (district, kind, code, version, data) values (2, 'topic', 'x', 1, '{}')`),
  ).rejects.toThrow(/row-level security/);
});
