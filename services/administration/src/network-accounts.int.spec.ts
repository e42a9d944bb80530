import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { networkChannel } from '@otklik/host/networks';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IdempotencyKeyReused } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { installDirectory, installEvidence, installService, openDatabase, openDirectory } from '@otklik/tenancy';
import type { Actor, Database, Directory, NetworkAccount as Entry } from '@otklik/tenancy';
import { loadDistricts, loadOfficials } from '@otklik/tenancy/loader';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault, openNetworkSecrets } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { administrationService } from './administration.module.js';

const districts = fileURLToPath(new URL('../../../deploy/districts', import.meta.url));
const said: string[] = [];
const say = (message: string, facts?: object): void => void said.push(`${message} ${JSON.stringify(facts)}`);
const logger: Logger = { debug: say, info: say, warn: say, error: say };
let time = '2026-11-27T03:00:00.000Z';
const now = () => time;
const secret = (purpose: string): Buffer => Buffer.from(purpose.padEnd(32, ' '));

let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let directory: Directory;
let service: ServiceUnderTest;

interface Account {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly isEnabled: boolean;
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly setAt: string; readonly formerUntil: string | null }[];
  readonly toCopy: readonly { readonly value: string | null; readonly secret: string | null }[];
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly account: Account;
  readonly made: readonly { readonly name: string; readonly value: string }[];
}

const as = (login: string): Actor => directory.official(login)!;
const act = (operation: string, input: object, { key = randomUUID(), district = 'aldan' } = {}): Promise<Answer> =>
  service.mutate<Answer>(operation, { district, key, ...input }, as(`${district}.admin`));
const ask = <Result>(operation: string, district = 'aldan'): Promise<Result> =>
  service.resolve<Result>(operation, { district }, as(`${district}.admin`));
const entry = (id: string, district = 'aldan'): Entry =>
  directory.district(district)!.accounts.find((account) => account.id === id)!;
const secretsOf = (id: string) => openNetworkSecrets(secret('network-account'), id, entry(id).sealed);

const values = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, value }));
const vk = (group: string, title = 'Алдан живой') => ({
  network: 'VK',
  title,
  settings: values({ group, confirmation: 'b81d20fe' }),
  secrets: values({ groupToken: 'vk1.a.group-token', serviceToken: 'service-token-77aa' }),
});

beforeAll(async () => {
  server = await testDatabase();
  await installDirectory(server.url);
  await installEvidence(server.url);
  await loadDistricts(server.url, districts);
  await loadOfficials(server.url, `${districts}/demo/officials.yaml`);
  const urls = await installService(server.url, 'administration', administrationService.migrations, 'roles-of-specs-1');
  database = openDatabase(urls.app, 'administration');
  worker = new pg.Pool({ connectionString: urls.worker });
  directory = await openDirectory(urls.app, { maxAgeMs: 400, now });
  service = await serviceUnderTest(administrationService, {
    database,
    worker,
    directory,
    logger,
    now,
    vault: memoryVault(),
    secret,
    environment: { OTKLIK_PUBLIC_URL: 'https://otklik.example' },
    dataDir: tmpdir(),
  });
});
afterAll(async () => {
  await service.close();
  await directory.close();
  await worker.end();
  await database.close();
  await server.drop();
});

describe('an account in a network', () => {
  it('is added with the secrets that it needs and one that we make, shown once, and again to a retry alone', async () => {
    const key = randomUUID();
    const added = await act('addNetworkAccount', vk('229000111'), { key });
    expect(added).toMatchObject({ __typename: 'NetworkAccountChange', made: [{ name: 'secret' }] });
    const { id, toCopy, secrets, version } = added.account;
    expect(version).toBe(1);
    expect(toCopy.map(({ value }) => value)).toEqual([`https://otklik.example/in/${id}`, null, '5.199']);
    expect(secrets.map(({ name }) => name).toSorted()).toEqual(['groupToken', 'secret', 'serviceToken']);
    expect((await act('addNetworkAccount', vk('229000111'), { key })).made).toEqual(added.made);
    await expect(act('addNetworkAccount', vk('229000112'), { key })).rejects.toThrow(IdempotencyKeyReused);
    expect(secretsOf(id).values['secret']).toBe(added.made[0]!.value);
    const shown = JSON.stringify(await ask('networkAccounts'));
    expect(shown).toContain('229000111');
    for (const value of Object.values(secretsOf(id).values)) expect(shown).not.toContain(value);
  });

  it('is opened from the directory as the network’s channel', async () => {
    const { id } = (await ask<readonly Account[]>('networkAccounts'))[0]!;
    const surroundings = { publicUrl: 'https://otklik.example', apis: {}, now: () => Date.parse(time) };
    const opened = networkChannel(entry(id), { of: secret }, surroundings)!;
    const { values: held } = secretsOf(id);
    expect(opened.secrets).toEqual([held['secret']]);
    const body = Buffer.from(JSON.stringify({ type: 'confirmation', group_id: 229000111, secret: held['secret'] }));
    const delivery = { body, headers: {}, query: {}, ip: '192.0.2.1', at: time };
    expect(opened.channel.receive(delivery, opened.secrets)).toEqual({ kind: 'handshake', reply: 'b81d20fe' });
  });

  it('of another site is a key of its own district: the same site may have one in each', async () => {
    const site = {
      network: 'OPEN311',
      title: 'Карта жалоб',
      settings: values({ site: 'https://fix.example' }),
      secrets: [],
    };
    const [here, there] = [
      await act('addNetworkAccount', site),
      await act('addNetworkAccount', site, { district: 'kuol' }),
    ];
    expect(here.made).toEqual([{ name: 'apiKey', value: expect.stringMatching(/^[\w-]{40}$/) }]);
    expect(there.made[0]!.value).not.toBe(here.made[0]!.value);
    expect(there.account.toCopy.map(({ value }) => value)).toEqual([
      'https://otklik.example/open311/v2/',
      'kuol',
      null,
    ]);
    const renewed = await act('renewNetworkSecret', { id: here.account.id, expectedVersion: 1, secret: 'apiKey' });
    expect(secretsOf(here.account.id)).toMatchObject({
      values: { apiKey: renewed.made[0]!.value },
      former: { apiKey: { value: here.made[0]!.value } },
    });
  });

  it('is refused where the platform has it already, until it is switched off there', async () => {
    expect((await act('addNetworkAccount', vk('229000555', 'Стройка'))).account).toMatchObject({ isEnabled: true });
    for (const district of ['aldan', 'kuol'])
      expect((await act('addNetworkAccount', vk('229000555'), { district })).code).toBe('NETWORK_ACCOUNT_TAKEN');
    const second = (await act('addNetworkAccount', vk('229000222', 'Администрация'))).account;
    const taking = { id: second.id, expectedVersion: 1, settings: values({ group: '229000555' }) };
    expect((await act('changeNetworkAccount', taking)).code).toBe('NETWORK_ACCOUNT_TAKEN');
    const off = await act('disableNetworkAccount', { id: second.id, expectedVersion: 1 });
    expect(off.account).toMatchObject({ isEnabled: false, version: 2 });
    const there = await act('addNetworkAccount', vk('229000222'), { district: 'kuol' });
    expect(there.__typename).toBe('NetworkAccountChange');
    const on = { id: second.id, expectedVersion: 2 };
    expect((await act('enableNetworkAccount', on)).code).toBe('NETWORK_ACCOUNT_TAKEN');
    await act('disableNetworkAccount', { id: there.account.id, expectedVersion: 1 }, { district: 'kuol' });
    expect((await act('enableNetworkAccount', on)).account).toMatchObject({ isEnabled: true, version: 3 });
  });

  it('is seen by the district that it is of, and by no other', async () => {
    const titles = async (district: string) =>
      (await ask<readonly Account[]>('networkAccounts', district)).map(({ title }) => title);
    expect(await titles('aldan')).toEqual(['Администрация', 'Алдан живой', 'Стройка', 'Карта жалоб']);
    expect(await titles('tuora')).toEqual([]);
    const { id } = (await ask<readonly Account[]>('networkAccounts'))[0]!;
    const foreign = act('disableNetworkAccount', { id, expectedVersion: 3 }, { district: 'kuol' });
    await expect(foreign).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('keeps what a change leaves out, and knows another version', async () => {
    const { id, version } = (await ask<readonly Account[]>('networkAccounts')).find(({ title }) =>
      title.startsWith('Алдан'),
    )!;
    const before = secretsOf(id).values;
    time = '2026-11-27T04:00:00.000Z';
    const secrets = values({ groupToken: 'vk1.a.another-token' });
    const changed = (await act('changeNetworkAccount', { id, expectedVersion: version, secrets })).account;
    expect(secretsOf(id)).toEqual({ values: { ...before, groupToken: 'vk1.a.another-token' }, former: {} });
    const setAt = Object.fromEntries(changed.secrets.map(({ name, ...one }) => [name, one.setAt]));
    expect(setAt).toMatchObject({ groupToken: time, secret: '2026-11-27T03:00:00.000Z' });
    expect(changed.settings).toEqual(values({ group: '229000111', confirmation: 'b81d20fe' }));
    const late = await act('changeNetworkAccount', { id, expectedVersion: version, title: 'Другое' });
    expect(late).toMatchObject({ code: 'VERSION_CONFLICT', current: version + 1 });
  });

  it('takes deliveries under the former secret for a day after a renewal', async () => {
    time = '2026-11-27T04:00:00.000Z';
    const { id, version } = (await act('addNetworkAccount', vk('229000777', 'Школы'))).account;
    const before = secretsOf(id).values['secret'];
    const renewed = await act('renewNetworkSecret', { id, expectedVersion: version, secret: 'secret' });
    const until = '2026-11-28T04:00:00.000Z';
    const now = renewed.made[0]!.value;
    expect(now).not.toBe(before);
    expect(renewed.account.secrets.find(({ name }) => name === 'secret')).toMatchObject({ formerUntil: until });
    const known = (at: string) =>
      networkChannel(entry(id), { of: secret }, { publicUrl: '', apis: {}, now: () => Date.parse(at) })!.secrets;
    expect(known('2026-11-28T03:59:59.999Z')).toEqual([now, before]);
    expect(known(until)).toEqual([now]);
    const token = act('renewNetworkSecret', { id, expectedVersion: version + 1, secret: 'groupToken' });
    await expect(token).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'input.secret' });
  });

  it.each([
    [{ group: '' }, {}, 'TEXT_EMPTY', 'input.settings.group'],
    [{ group: 'club229' }, {}, 'VALUE_MALFORMED', 'input.settings.group'],
    [{ wall: '1' }, {}, 'BAD_INPUT', 'input.settings.wall'],
    [{}, { groupToken: 'ключ с пробелом' }, 'VALUE_MALFORMED', 'input.secrets.groupToken'],
    [{}, { secret: 'made-by-somebody-else' }, 'BAD_INPUT', 'input.secrets.secret'],
    [{}, { groupToken: 'x'.repeat(1_001) }, 'TEXT_TOO_LONG', 'input.secrets.groupToken'],
  ])('says which value is wrong: %j %j', async (settings, secrets, code, path) => {
    const good = vk('229000333');
    const merged = (list: readonly { name: string; value: string }[], over: object) =>
      values({ ...Object.fromEntries(list.map(({ name, value }) => [name, value])), ...over });
    const input = { ...good, settings: merged(good.settings, settings), secrets: merged(good.secrets, secrets) };
    await expect(act('addNetworkAccount', input)).rejects.toMatchObject({ code, path });
  });

  it('of a network that is off by default needs the operator', async () => {
    const kinds = await ask<readonly { readonly network: string }[]>('networkKinds');
    expect(kinds.map(({ network }) => network)).toEqual([
      'VK',
      'OK',
      'MAX',
      'TELEGRAM',
      'EMAIL',
      'OPEN311',
      'OPEN311_BODY',
    ]);
    const settings = values({ user: '17841400000000000' });
    const secrets = values({ token: 'IGAA-token-of-instagram', applicationSecret: 'application_secret' });
    const instagram = { network: 'INSTAGRAM', title: 'Алдан', settings, secrets };
    expect((await act('addNetworkAccount', instagram)).code).toBe('NETWORK_SWITCHED_OFF');
  });

  it('may be a mailbox, known by its address however it is written', async () => {
    const mail = { network: 'EMAIL', title: 'Приёмная', secrets: [] };
    const added = await act('addNetworkAccount', { ...mail, settings: values({ address: 'priem@aldan.example' }) });
    expect(added.account).toMatchObject({ settings: values({ address: 'priem@aldan.example' }), toCopy: [] });
    const again = { ...mail, settings: values({ address: 'Priem@Aldan.example' }) };
    expect((await act('addNetworkAccount', again)).code).toBe('NETWORK_ACCOUNT_TAKEN');
  });

  it('of a body needs an organisation of the file that speaks Open311, and is one in each district', async () => {
    const key = { network: 'OPEN311_BODY', title: 'Дороги', secrets: values({ apiKey: 'the-key-of-the-body' }) };
    const add = (district = 'aldan') =>
      act('addNetworkAccount', { ...key, settings: values({ organisation: 'omvd' }) }, { district });
    await expect(add()).rejects.toMatchObject({ code: 'NO_OPEN311_BODY', path: 'input.settings.organisation' });
    const open311 = { endpoint: 'https://fix.example/v2/', service: '1', closed: true };
    const owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
    const given = `update directory.entry set data = (data::jsonb || $1::jsonb)::json where kind = 'organisation' and code = 'omvd'`;
    // As if the file had been so from the beginning.
    await owner.query('set session_replication_role = replica');
    await owner.query(given, [JSON.stringify({ open311 })]);
    await owner.query('update directory.revision set revision = revision + 1');
    await owner.end();
    await directory.refresh();
    const { id } = (await add()).account;
    expect(secretsOf(id).values).toEqual({ apiKey: 'the-key-of-the-body' });
    expect((await add()).code).toBe('NETWORK_ACCOUNT_TAKEN');
    expect((await add('kuol')).account).toMatchObject({ toCopy: [] });
    const away = { id, expectedVersion: 1, settings: values({ organisation: 'sud' }) };
    await expect(act('changeNetworkAccount', away)).rejects.toMatchObject({ code: 'NO_OPEN311_BODY' });
  });

  it('changes on record, without a secret in the record, a log or the district’s other entries', async () => {
    const { nodes } = await ask<{ nodes: readonly { kind: string; text: string }[] }>('administrationRecords');
    const texts = nodes.map(({ text }) => text);
    expect(texts).toContain('Подключено: ВКонтакте, «Алдан живой»');
    expect(texts).toContain('Новый секрет: ВКонтакте, «Школы»: Секретный ключ');
    expect(texts.find((text) => text.startsWith('Изменено'))).toMatch(/«Алдан живой»: Ключ доступа сообщества/);
    const { rows } = await worker.query('select data::text as data from directory.entry');
    const everything = [...rows.map(({ data }) => String(data)), ...said, ...texts].join('\n');
    for (const { id } of directory.district('aldan')!.accounts)
      for (const value of Object.values(secretsOf(id).values)) expect(everything).not.toContain(value);
  });
});
