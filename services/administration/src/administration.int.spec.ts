import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { addDays, IdempotencyKeyReused, type LocalDate } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { AccessRecords, PLATFORM, type Actor, type Database, type Directory } from '@otklik/tenancy';
import { loadDistricts } from '@otklik/tenancy/loader';
import { eventually, type TestDatabase } from '@otklik/testing';
import { memoryVault, openOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { administrationService } from './administration.module.js';
import {
  administrationWorld,
  districts,
  now,
  secret,
  today,
  type AdministrationWorld,
} from './testing/administration-world.fixture.js';

const said: string[] = [];
const say = (message: string, facts?: object): void => void said.push(`${message} ${JSON.stringify(facts)}`);
const logger: Logger = { debug: say, info: say, warn: say, error: say };
const inDays = (days: number): LocalDate => addDays(today, days);

let world: AdministrationWorld;
let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let directory: Directory;
let service: ServiceUnderTest;
let dataDir: string;

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
interface OnDuty {
  readonly official: { readonly id: string };
  readonly substitutedBy: readonly object[];
  readonly substituteOf: readonly object[];
}
interface Account {
  readonly id: string;
  readonly login: string;
  readonly state: string;
  readonly version: number;
  readonly substitutions: readonly { readonly id: string }[];
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
  world = await administrationWorld(logger);
  ({ server, database, worker, directory, service, dataDir } = world);
});
afterAll(() => world.close());

/** «4 декабря 2026» */
function inWords(day: LocalDate): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('ru', parts).format(new Date(day)).replace(' г.', '');
}

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
    expect(first).toMatchObject({ __typename: 'Invitation', expiresAt: `${inDays(7)}T03:00:00.000Z` });
    expect(first.link).toMatch(/^https:\/\/otklik\.example\/.+\/[\w-]{20}$/);
    expect(first.official).toMatchObject({ state: 'INVITED', position: 'специалист', version: 1 });
    expect((await act('inviteOfficial', invited, key)).link).toBe(first.link);
    // Officials who assign questions see that this one has not accepted yet.
    expect(await ask<readonly string[]>('invitedOfficials')).toEqual([(await account(invited.login)).id]);
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

  it('is sent by e-mail where an address is given, one letter for one key, and the address is kept sealed', async () => {
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
    for (const part of [first.link, 'aldan.egorova', inWords(inDays(7)), 'Алданский район'])
      expect(letter).toContain(part);
    const { rows } = await database
      .scope(1, PLATFORM)
      .query(`select json_agg(r)::text as text from administration.record r`);
    expect(rows[0]!['text']).not.toContain('egorova@');
    const { id, email: sealed } = directory
      .district('aldan')!
      .officials.find(({ login }) => login === 'aldan.egorova')!;
    expect(sealed).not.toContain('egorova');
    expect(openOfficialEmail(secret('official-email'), id, sealed!)).toBe(email);
    expect(said.join('\n')).not.toMatch(/egorova@|invitation\/[\w-]{20}/);
  });

  it('is kept when the mail server takes no letter, and says so', async () => {
    const mute = await serviceUnderTest(administrationService, {
      database,
      worker,
      directory,
      logger,
      now,
      vault: memoryVault(),
      dataDir,
      secret,
      environment: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'no-reply@otklik.example' },
    });
    const { id } = await account('aldan.registrar');
    const input = { district: 'aldan', key: randomUUID(), id, email: 'registrar@aldan.example' };
    const renewed = await mute.mutate<Answer>('newInvitation', input, as('aldan.admin'));
    await mute.close();
    expect(renewed).toMatchObject({ __typename: 'Invitation', isSent: false, link: expect.stringContaining('/oidc/') });
    expect(said.at(-1)).toContain('sending an invitation by e-mail failed');
    expect(said.join('\n')).not.toContain('registrar@');
  });

  it('with another provider is the address of the desk, and no link to set a password by', async () => {
    const elsewhere = await serviceUnderTest(administrationService, {
      database,
      worker,
      directory,
      logger,
      now,
      vault: memoryVault(),
      dataDir,
      secret,
      environment: {
        OTKLIK_PUBLIC_URL: 'https://otklik.example/',
        OTKLIK_ISSUER: 'https://id.example/realms/otklik',
        OTKLIK_LETTERS: 'files',
        MAIL_FROM: 'no-reply@otklik.example',
      },
    });
    const input = {
      district: 'aldan',
      key: randomUUID(),
      ...invited,
      login: 'aldan.sidorov',
      email: 's@aldan.example',
    };
    const outbox = join(dataDir, 'outbox');
    const before = existsSync(outbox) ? readdirSync(outbox) : [];
    const made = await elsewhere.mutate<Answer>('inviteOfficial', input, as('aldan.admin'));
    await elsewhere.close();
    expect(made).toMatchObject({
      link: 'https://otklik.example/desk',
      expiresAt: null,
      issuer: 'https://id.example/realms/otklik',
      isSent: true,
      official: { state: 'WORKING' },
    });
    const [letter] = readdirSync(outbox).filter((name) => !before.includes(name));
    const text = plainLetter(readFileSync(join(outbox, letter!), 'utf8'));
    expect(text).toContain('Вход: https://otklik.example/desk');
    expect(text).not.toMatch(/oidc|Задайте пароль/);
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
  const away = { from: inDays(-7), to: inDays(16), reason: 'VACATION' };

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
    await expect(record(version + 2, { ...away, to: inDays(-8) })).rejects.toThrow();
  });
});

describe('the morning letter', () => {
  it('goes where an administrator says, unless the official switches it off', async () => {
    const { id, version: expectedVersion } = await account('aldan.executor');
    const letter = (by: string) => ask('morningLetter', {}, by);
    expect(await letter('aldan.executor')).toEqual({ hasEmail: false, isOn: true, isAssignmentLetterOn: false });
    await expect(act('setOfficialEmail', { id, expectedVersion, email: 'a b' })).rejects.toThrow(/BAD_INPUT|email/);
    const set = await act('setOfficialEmail', { id, expectedVersion, email: 'dima@aldan.example' });
    expect(set).toMatchObject({ __typename: 'OfficialAccount', hasEmail: true });
    expect(await act('chooseMorningLetter', { isOn: false }, randomUUID(), 'aldan.executor')).toMatchObject({
      isOn: false,
    });
    expect(directory.officialById(id)).toMatchObject({ digestOff: true });
    expect(await act('chooseAssignmentLetter', { isOn: true }, randomUUID(), 'aldan.executor')).toMatchObject({
      isAssignmentLetterOn: true,
    });
    expect(directory.officialById(id)).toMatchObject({ digestOff: true, isAssignmentLetterOn: true });
    await act('chooseAssignmentLetter', { isOn: false }, randomUUID(), 'aldan.executor');
    expect(await act('chooseMorningLetter', { isOn: true }, randomUUID(), 'aldan.executor')).toMatchObject({
      __typename: 'MorningLetter',
      hasEmail: true,
      isOn: true,
    });
    const { version } = await account('aldan.executor');
    await act('setOfficialEmail', { id, expectedVersion: version });
    expect(await letter('aldan.executor')).toEqual({ hasEmail: false, isOn: true, isAssignmentLetterOn: false });
    const { nodes } = await ask<{ readonly nodes: readonly { readonly text: string }[] }>('administrationRecords', {
      official: id,
    });
    expect(nodes.map(({ text }) => text).sort()).toEqual([
      ...['Адрес эл. почты записан', 'Адрес эл. почты убран', 'Письма о поручениях включены'],
      ...['Письма о поручениях выключены', 'Утреннее письмо включено', 'Утреннее письмо выключено'],
    ]);
  });
});

describe('a substitution', () => {
  const deputy = 'aldan.executor.roads';
  const [tomorrow, last, after] = [inDays(1), inDays(8), inDays(9)];
  const order = { from: today, to: last, order: 'распоряжение № 15-р', post: 'и. о. главы района' };
  const written = (day: LocalDate) => day.split('-').reverse().join('.');
  const rightsOf = (login: string) =>
    directory.official(login)!.assignments.flatMap(({ role, onBehalfOf }) => (onBehalfOf ? [role] : []));

  it('gives the rights of the absent at once, ends with them, and is in the records and the list of the day', async () => {
    const { id, version: expectedVersion } = await account('aldan.head');
    const substitute = (await account(deputy)).id;
    const input = { id, expectedVersion, substitute, ...order };
    const key = randomUUID();
    const appointed = await act('appointSubstitute', input, key);
    expect(appointed).toMatchObject({
      __typename: 'OfficialAccount',
      substitutions: [{ ...order, substitute: { id: substitute } }],
    });
    expect(await act('appointSubstitute', input, key)).toMatchObject({ version: expectedVersion + 1 });
    expect(rightsOf(deputy)).toEqual((await account('aldan.head')).roles.map(({ role }) => role));
    expect((await act('appointSubstitute', { ...input, expectedVersion: expectedVersion + 1 })).code).toBe(
      'SUBSTITUTION_OVERLAPS',
    );
    const onDuty = async (at: string, by?: string) =>
      (await ask<readonly OnDuty[]>('officialsOnDuty', { at }, by)).find(({ official }) => official.id === id);
    expect(await onDuty(tomorrow, 'aldan.controller')).toMatchObject({
      substitutedBy: [{ substitute: { id: substitute }, order: order.order }],
    });
    const [deputyThen] = (await ask<readonly OnDuty[]>('officialsOnDuty', { at: tomorrow })).filter(
      ({ official }) => official.id === substitute,
    );
    expect(deputyThen).toMatchObject({ substituteOf: [{ id }] });
    expect((await onDuty(after))?.substitutedBy).toEqual([]);
    const { version, substitutions } = await account('aldan.head');
    const ended = await act('endSubstitution', { id, expectedVersion: version, substitution: substitutions[0]!.id });
    expect(ended).toMatchObject({ __typename: 'OfficialAccount', substitutions: [] });
    expect(rightsOf(deputy)).toEqual([]);
    expect(await onDuty(today)).toMatchObject({ substitutedBy: [{ substitute: { id: substitute } }] });
    expect((await onDuty(tomorrow))?.substitutedBy).toEqual([]);
    const { nodes } = await ask<{ readonly nodes: readonly { readonly kind: string; readonly text: string }[] }>(
      'administrationRecords',
      { official: id },
    );
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(['SUBSTITUTE_APPOINTED', 'SUBSTITUTION_ENDED']);
    expect(nodes.map(({ text }) => text).join()).toContain(
      `с ${written(today)} по ${written(last)}, распоряжение № 15-р`,
    );
  });

  it('is a head’s to record, too, but not for an administrator, and no one appoints himself', async () => {
    const { id, version: expectedVersion } = await account('aldan.executor.housing');
    const [head, admin] = [await account('aldan.head'), await account('aldan.admin')];
    const substitute = (await account(deputy)).id;
    const appoint = (input: object) => act('appointSubstitute', { ...order, ...input }, randomUUID(), 'aldan.head');
    expect((await appoint({ id, expectedVersion, substitute: head.id })).code).toBe('SUBSTITUTE_APPOINTS_HIMSELF');
    expect((await appoint({ id: admin.id, expectedVersion: admin.version, substitute })).code).toBe(
      'SUBSTITUTION_OF_ADMINISTRATOR',
    );
    expect(await appoint({ id, expectedVersion, substitute })).toMatchObject({ __typename: 'OfficialAccount' });
    expect(rightsOf(deputy)).toEqual(['EXECUTOR']);
    const ofHousing = (input: object) =>
      act('appointSubstitute', { ...order, ...input }, randomUUID(), 'aldan.head.housing');
    const signatory = await account('aldan.signatory');
    await expect(ofHousing({ id: signatory.id, expectedVersion: signatory.version, substitute })).rejects.toThrow(
      /FORBIDDEN|Forbidden/,
    );
    const { version: later, substitutions } = await account('aldan.executor.housing');
    const end = { id, expectedVersion: later, substitution: substitutions[0]!.id };
    expect((await act('endSubstitution', end, randomUUID(), 'aldan.head.housing')).__typename).toBe('OfficialAccount');
    await expect(
      act('appointSubstitute', { ...order, id, expectedVersion, substitute }, randomUUID(), deputy),
    ).rejects.toThrow('FORBIDDEN');
  });

  it('by which an administrator acts in another’s stead says so in its record', async () => {
    const admin = await account('aldan.admin');
    const substitute = (await account('aldan.controller')).id;
    const second = await account('aldan.registrar');
    const granted = await act('changeOfficialRoles', {
      id: second.id,
      expectedVersion: second.version,
      roles: [{ role: 'DISTRICT_ADMIN' }, { role: 'REGISTRAR' }],
    });
    expect(granted.__typename).toBe('OfficialAccount');
    await act(
      'appointSubstitute',
      { ...order, id: admin.id, expectedVersion: admin.version, substitute },
      randomUUID(),
      'aldan.registrar',
    );
    const { id } = await account('aldan.executor.housing');
    await act('newInvitation', { id }, randomUUID(), 'aldan.controller');
    const { nodes } = await ask<{ readonly nodes: readonly object[] }>('administrationRecords', { official: id });
    expect(nodes).toContainEqual(
      expect.objectContaining({
        kind: 'INVITATION_RENEWED',
        by: expect.objectContaining({ id: substitute }),
        onBehalfOf: expect.objectContaining({ id: admin.id }),
      }),
    );
  });

  it('is refused with bad input', async () => {
    const { id, version: expectedVersion } = await account('aldan.executor');
    const substitute = (await account(deputy)).id;
    const input = { id, expectedVersion, substitute, ...order };
    await expect(act('appointSubstitute', { ...input, order: ' ' })).rejects.toThrow(/EMPTY|order|BAD_INPUT|TEXT/);
    expect((await act('appointSubstitute', { ...input, from: inDays(-1) })).code).toBe('SUBSTITUTION_DAYS');
    await expect(act('appointSubstitute', { ...input, id: randomUUID() })).rejects.toThrow('NOT_FOUND');
    expect((await act('endSubstitution', { id, expectedVersion, substitution: randomUUID() })).code).toBe(
      'SUBSTITUTION_UNKNOWN',
    );
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
      .replace('APPEAL_59FZ: { rule: ANS }', 'APPEAL_59FZ: { rule: ANS, term: 35 }')
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
    expect(faults).toEqual([
      { line, place: '/answerTerms/APPEAL_59FZ/term', message: expect.stringContaining('Закон даёт меньше') },
    ]);
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

  it('shows what each version changed, and becomes an earlier one again', async () => {
    const { version, text } = await ask<File>('districtFile');
    const change = await ask<Differences & File>('districtFileVersion', { version });
    expect(change.text).toBe(text);
    // The name alone has changed, not the topics and rules that lead there.
    expect(change.parts).toMatchObject([{ part: 'DEPARTMENTS', changes: [{ name: 'dorogi', kind: 'CHANGED' }] }]);
    const former = await ask<Differences & File>('districtFileVersion', { version: version - 1 });
    expect(former.parts).toEqual([]);
    expect((await act('applyDistrictFile', { text: former.text, expectedVersion: version - 1 })).code).toBe(
      'VERSION_CONFLICT',
    );
    await act('applyDistrictFile', { text: former.text, expectedVersion: version });
    expect(await ask<File>('districtFile')).toMatchObject({ text: former.text, version: version + 1 });
    await act('applyDistrictFile', { text, expectedVersion: version + 1 });
  });

  it("cannot become another district's", async () => {
    const { text, version: expectedVersion } = await ask<File>('districtFile');
    const other = text.replace('id: 1', 'id: 2');
    expect((await act('applyDistrictFile', { text: other, expectedVersion })).code).toBe('DISTRICT_FILE_HAS_FAULTS');
  });
});

it('moves the days off of a year by a decree, once, from the seen version, and shows the fault at its day', async () => {
  const year = async () =>
    (await ask<readonly { readonly year: number }[]>('calendarYears')).find((one) => one.year === 2028);
  const known = { hasTransfers: false, maySetTransfers: true, version: null, transfers: null };
  expect(await year()).toMatchObject(known);
  const decree = 'Постановление Правительства РФ от 01.10.2027 № 1';
  const lists = { off: ['2028-12-29'], working: ['2028-12-30'], shortened: [] };
  const input = { year: 2028, decree, ...lists };
  for (const [code, path, wrong] of [
    ['DATE_OF_ANOTHER_YEAR', 'input.off.1', { off: ['2028-12-29', '2027-12-31'] }],
    ['DATE_TWICE', 'input.working.0', { working: ['2028-12-29'] }],
    ['DATE_CHANGES_NOTHING', 'input.off.0', { off: ['2028-12-30'] }],
    ['DATES_MISSING', 'input.off', { off: [], working: [] }],
    ['YEAR_HAS_TRANSFERS', 'input.year', { year: 2026 }],
    ['YEAR_UNKNOWN', 'input.year', { year: 2040 }],
  ] as const)
    await expect(act('setCalendarTransfers', { ...input, ...wrong })).rejects.toMatchObject({ code, path });
  const key = randomUUID();
  const set = { hasTransfers: true, version: 1, transfers: { decree, ...lists, by: { name: 'Кирилл Захаров' } } };
  expect(await act('setCalendarTransfers', input, key)).toMatchObject(set);
  expect(await act('setCalendarTransfers', input, key)).toMatchObject(set);
  expect((await act('setCalendarTransfers', input)).code).toBe('VERSION_CONFLICT');
  expect(directory.district('aldan')!.calendar.days).toMatchObject({ '2028-12-29': 'OFF', '2028-12-30': 'WORKING' });
  expect(directory.district('tuora')!.calendar.withoutTransfers).toContain(2028);
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

it('lists sign-ins and refusals of the district, page by page, for the controller too', async () => {
  const records = new AccessRecords(database, directory);
  const { id } = as('aldan.executor.roads') as Extract<Actor, { kind: 'official' }>;
  for (const minute of ['01', '02', '03'])
    await records.addForLogin('aldan.executor.roads', { kind: 'SIGNED_IN', at: `2026-11-24T01:${minute}:00.000Z` });
  await records.add([1, 2], { kind: 'REFUSED', detail: 'search', at: '2026-11-24T02:00:00.000Z' }, { once: true });
  interface Records {
    readonly nodes: readonly { readonly at: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const first = await ask<Records>('accessRecords', { first: 2 }, 'aldan.controller');
  expect(first).toMatchObject({
    nodes: [
      { kind: 'REFUSED', official: null, detail: 'search' },
      { kind: 'SIGNED_IN', official: { id }, detail: null, at: '2026-11-24T01:03:00.000Z' },
    ],
    pageInfo: { hasNextPage: true },
  });
  const rest = await ask<Records>('accessRecords', { first: 2, after: first.pageInfo.endCursor });
  expect(rest.nodes.map(({ at }) => at)).toEqual(['2026-11-24T01:02:00.000Z', '2026-11-24T01:01:00.000Z']);
  const refused = await ask<Records>('accessRecords', { kinds: ['REFUSED'] });
  expect(refused.nodes).toHaveLength(1);
  expect((await ask<Records>('accessRecords', { official: id })).nodes).toHaveLength(3);
});

it("does not let the service's role write another district's directory", async () => {
  await expect(
    database
      .scope(1)
      .query(`insert into directory.entry (district, kind, code, version, data) values (2, 'topic', 'x', 1, '{}')`),
  ).rejects.toThrow(/row-level security/);
});
