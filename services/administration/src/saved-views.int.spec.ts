import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IdempotencyKeyReused } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import {
  installDirectory,
  installEvidence,
  installService,
  openDatabase,
  openDirectory,
  type Actor,
  type Database,
  type Directory,
} from '@otklik/tenancy';
import { loadDistricts, loadOfficials } from '@otklik/tenancy/loader';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { administrationService } from './administration.module.js';

const districts = fileURLToPath(new URL('../../../deploy/districts', import.meta.url));
const silent = (): void => undefined;
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };
const now = () => '2026-12-01T03:00:00.000Z';
let present = now();
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-views-'));
let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let directory: Directory;
let service: ServiceUnderTest;

interface View {
  readonly __typename: string;
  readonly code?: string;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly words: string | null;
  readonly isShared: boolean;
  readonly owner: { readonly name: string } | null;
  readonly isOwn: boolean;
  readonly mayChange: boolean;
  readonly followed?: { readonly seenOn: string; readonly seenCount: number; readonly ways: readonly string[] } | null;
  readonly mayBeSent: boolean;
}

const as = (login: string): Actor => directory.official(login)!;
const act = (operation: string, input: object, by: string, key: string = randomUUID()): Promise<View> =>
  service.mutate<View>(operation, { district: by.split('.')[0], key, ...input }, as(by));
const views = (by: string): Promise<readonly View[]> =>
  service.resolve<readonly View[]>('savedViews', { district: by.split('.')[0] }, as(by));
const names = async (by: string): Promise<readonly string[]> => (await views(by)).map(({ name }) => name);
const view = (name: string, more: object = {}) => ({ name, list: 'in-work', query: 'from=SITE&due=today', ...more });
const rejected = (operation: string, input: object, by: string) =>
  act(operation, input, by).then(
    () => 'done',
    (error: Error) => error.name,
  );
const seen = ({ id, version }: View) => ({ id, expectedVersion: version });

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
    now: () => present,
    vault: memoryVault(),
    dataDir,
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ')),
    environment: { OTKLIK_PUBLIC_URL: 'https://otklik.example' },
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

describe('an own view', () => {
  const by = 'aldan.executor';

  it('is seen by its owner alone, once for each key, and under no key with other contents', async () => {
    const key = randomUUID();
    const kept = view('Снег', { words: 'снег у школы', columns: ['number', 'gist'] });
    const first = await act('saveView', kept, by, key);
    expect(first).toMatchObject({ __typename: 'SavedView', version: 1, isOwn: true, mayChange: true, ...kept });
    expect((await act('saveView', kept, by, key)).id).toBe(first.id);
    await expect(act('saveView', view('Лёд'), by, key)).rejects.toThrow(IdempotencyKeyReused);
    await expect(act('saveView', view('Соколова: жалобы'), by, key)).rejects.toThrow(IdempotencyKeyReused);
    expect(await names(by)).toEqual(['Снег']);
    expect(await names('aldan.executor.roads')).toEqual([]);
    expect(await rejected('removeView', seen(first), 'aldan.head')).toBe('NotFound');
  });

  it('is changed by the version that was seen, and keeps what was typed of the newest alone, sealed', async () => {
    const [first] = await views(by);
    const change = { ...view('Снег у школ'), ...seen(first!) };
    expect(await act('saveView', change, by)).toMatchObject({ version: 2, name: 'Снег у школ', words: null });
    expect(await act('saveView', change, by)).toMatchObject({ __typename: 'Refusal', code: 'VERSION_CONFLICT' });
    const { rows } = await worker.query<{ row: string; sealed: string | null }>(
      'select v::text as row, sealed from administration.saved_view v order by version',
    );
    expect(rows.map(({ sealed }) => sealed === null)).toEqual([true, false]);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/[а-я]/i);
  });

  it('is removed with what was typed, and a second removal changes nothing', async () => {
    const [kept] = await views(by);
    const key = randomUUID();
    expect(await act('removeView', seen(kept!), by, key)).toMatchObject({ __typename: 'SavedView', version: 3 });
    expect(await act('removeView', seen(kept!), by, key)).toMatchObject({ __typename: 'SavedView', version: 3 });
    expect(await rejected('removeView', seen(kept!), by)).toBe('NotFound');
    expect(await names(by)).toEqual([]);
    const { rows } = await worker.query('select from administration.saved_view where sealed is not null');
    expect(rows).toEqual([]);
  });

  it.each([
    ['a name in words', { query: 'who=Лебедева' }],
    ['an encoded name', { query: 'q=%D0%9B%D0%B5%D0%B1%D0%B5%D0%B4%D0%B5%D0%B2%D0%B0' }],
    ['words of the address', { query: 'q=Lebedeva' }],
    ['another address', { list: '../board' }],
    ['a name that is too long', { name: 'я'.repeat(61) }],
    ['no name', { name: '  ' }],
  ])('holds no %s', async (_, wrong) => {
    await expect(act('saveView', { ...view('Вид'), ...wrong }, by)).rejects.toMatchObject({ name: 'BadInput' });
  });

  it.each([
    ['a name alone', { words: 'Лебедева' }],
    ['a name in words', { words: 'снег у Лебедевой' }],
    ['a telephone', { words: '8 924 111-22-33' }],
    ['an e-mail', { words: 'a@example.org' }],
    ['a name in its own', { name: 'Соколова: жалобы' }],
  ])('that would outlive an erasure is refused: %s', async (_, typed) => {
    const before = await names(by);
    expect(await act('saveView', { ...view('Вид'), ...typed }, by)).toMatchObject({ code: 'VIEW_WORDS_PERSONAL' });
    expect(await names(by)).toEqual(before);
  });

  it('may look for a place and for what is the matter', async () => {
    for (const words of ['ул. Лесная, 4', 'яма на Кирова', 'детский сад Солнышко']) {
      const kept = await act('saveView', view('Вид', { words }), by);
      expect(kept).toMatchObject({ __typename: 'SavedView', words });
      await act('removeView', seen(kept), by);
    }
  });

  it('is one of fifty at most', async () => {
    const other = 'tuora.moderator';
    for (let at = 0; at < 50; at += 1) await act('saveView', view(`Вид ${at}`), other);
    expect(await act('saveView', view('Лишний'), other)).toMatchObject({ code: 'TOO_MANY_VIEWS' });
    await act('removeView', seen((await views(other))[0]!), other);
    expect(await act('saveView', view('Последний'), other)).toMatchObject({ version: 1 });
  });
});

describe('a search of an analyst', () => {
  const search = (name: string, more: object = {}) => ({
    name,
    list: 'analysis',
    query: 'topic=ROADS&settlement=tommot&from=2026-01-01',
    ...more,
  });
  const followedBy = async (by: string, id: string) => (await views(by)).find((one) => one.id === id)?.followed;

  it('is kept as views of lists are, by an analyst of the district or of the republic, and shared by the first', async () => {
    const own = await act('saveView', search('Дороги, Томмот'), 'aldan.analyst');
    expect(own).toMatchObject({ version: 1, isOwn: true, followed: null });
    expect(await names('aldan.executor')).not.toContain('Дороги, Томмот');
    const republic = await act('saveView', search('Свой поиск', { district: 'aldan' }), 'republic.analyst');
    expect(republic).toMatchObject({ version: 1, isOwn: true });
    const shared = await act('shareView', { ...seen(own), isShared: true }, 'aldan.analyst');
    expect(await names('aldan.head')).toContain('Дороги, Томмот');
    expect(await names('aldan.head')).not.toContain('Свой поиск');
    const wide = { ...seen(republic), district: 'aldan', isShared: true };
    expect(await rejected('shareView', wide, 'republic.analyst')).toMatch(/Forbidden|Fault/);
    await act('removeView', seen(shared), 'aldan.analyst');
  });

  it('is followed by each who asks, from what he had seen at his last opening, and by no one else', async () => {
    const { id, ...own } = await act('saveView', search('Снег'), 'aldan.analyst');
    await act('shareView', { ...seen({ id, ...own }), isShared: true }, 'aldan.analyst');
    const key = randomUUID();
    const first = { id, seenOn: '2026-11-30', seenCount: 3 };
    expect(await act('followView', first, 'aldan.head', key)).toMatchObject({
      followed: { seenOn: '2026-11-30', seenCount: 3 },
    });
    await act('followView', { id, seenOn: '2026-12-01', seenCount: 1 }, 'aldan.head');
    expect(await followedBy('aldan.head', id)).toEqual({ seenOn: '2026-12-01', seenCount: 1, ways: [] });
    expect(await followedBy('aldan.analyst', id)).toBeNull();
    expect(await act('followView', { id }, 'aldan.head')).toMatchObject({ version: 2, followed: null });
  });

  it('is not followed by one who does not see it, nor from less than nothing', async () => {
    const { id } = await act('saveView', search('Лёд'), 'aldan.analyst');
    const asked = { id, seenOn: '2026-12-01', seenCount: 0 };
    expect(await rejected('followView', asked, 'aldan.head')).toBe('NotFound');
    expect(await rejected('followView', { ...asked, seenCount: -1 }, 'aldan.analyst')).toBe('BadInput');
  });
});

describe('what is new in a search', () => {
  const counted = { list: 'analysis', query: 'topic=ROADS&settlement=tommot&from=2026-01-01&order=NEWEST' };
  const made = (by: string, more: object = {}) => act('saveView', { name: 'Поиск', ...counted, ...more }, by);
  const opened = { seenOn: '2026-12-01', seenCount: 0 };
  const byLetter = { ...opened, ways: ['LETTER'] };
  const published = async (id: string) => {
    await directory.refresh();
    return directory.district('aldan')!.followedSearches!.find((one) => one.id === id);
  };
  const revision = async () => (await worker.query('select revision from directory.revision')).rows[0] as unknown;
  const at = (instant: string) => void (present = instant);
  afterEach(() => at(now()));

  it('is published for letters by its filters alone, while somebody has chosen them', async () => {
    const by = 'aldan.analyst';
    const { id } = await made(by, { name: 'Дороги Томмота' });
    expect(await act('followView', { id, ...opened }, by)).toMatchObject({ followed: { ways: [] }, mayBeSent: true });
    expect(await published(id)).toBeUndefined();
    const key = randomUUID();
    for (let times = 0; times < 2; times += 1)
      expect(await act('followView', { id, ...byLetter }, by, key)).toMatchObject({ followed: { ways: ['LETTER'] } });
    // An opening changes no choice.
    expect(await act('followView', { id, ...opened }, by)).toMatchObject({ followed: { ways: ['LETTER'] } });
    const { id: owner } = as(by) as { id: string };
    expect(await published(id)).toEqual({
      id,
      query: counted.query,
      owner,
      isShared: false,
      readers: [{ official: owner, ways: ['LETTER'], since: present }],
    });
    const { rows } = await worker.query<{ text: string }>(
      `select data::text as text from directory.entry where code = $1`,
      [id],
    );
    expect(rows.map(({ text }) => text).join()).not.toMatch(/[а-я]/iu);
    expect(await act('followView', { id }, by)).toMatchObject({ followed: null });
    expect(await published(id)).toBeUndefined();
  });

  it.each([
    ['words', { words: 'яма' }],
    ['a filter that no event has', { query: 'topic=ROADS&overdue=yes' }],
    ['a day of no calendar', { query: 'from=2026-02-31' }],
    ['a list', { list: 'in-work' }],
  ])('is shown in its list alone where it has %s', async (_, more) => {
    const { id, mayBeSent } = await made('aldan.analyst', more);
    expect(mayBeSent).toBe(false);
    expect(await act('followView', { id, ...byLetter }, 'aldan.analyst')).toMatchObject({
      code: 'SEARCH_NEWS_UNCOUNTED',
    });
    expect(await published(id)).toBeUndefined();
  });

  it('begins anew with other filters, stays with another name, and ends with words or the search', async () => {
    const by = 'aldan.analyst';
    const search = await made(by);
    await act('followView', { id: search.id, ...byLetter }, by);
    const since = async () => (await published(search.id))?.readers[0]?.since;
    const first = await since();
    at('2026-12-02T03:00:00.000Z');
    const renamed = await act('saveView', { ...counted, name: 'Иначе', ...seen(search) }, by);
    expect(await since()).toBe(first);
    const other = await act('saveView', { ...counted, query: 'topic=SNOW', name: 'Снег', ...seen(renamed) }, by);
    expect(await since()).toBe('2026-12-02T03:00:00.000Z');
    const worded = await act('saveView', { ...counted, name: 'Снег', words: 'снег', ...seen(other) }, by);
    expect(await published(search.id)).toBeUndefined();
    expect((await views(by)).find(({ id }) => id === search.id)?.followed?.ways).toEqual([]);
    const again = await act('saveView', { ...counted, name: 'Снег', ...seen(worded) }, by);
    await act('followView', { id: search.id, ...byLetter }, by);
    expect(await published(search.id)).toBeDefined();
    await act('removeView', seen(again), by);
    expect(await published(search.id)).toBeUndefined();
  });

  it('is of each who follows a shared one, until it is shared no longer', async () => {
    const own = await made('aldan.analyst');
    const shared = await act('shareView', { ...seen(own), isShared: true }, 'aldan.analyst');
    for (const by of ['aldan.analyst', 'aldan.head']) await act('followView', { id: own.id, ...byLetter }, by);
    expect((await published(own.id))?.readers).toHaveLength(2);
    await act('shareView', { ...seen(shared), isShared: false }, 'aldan.analyst');
    expect((await published(own.id))?.readers.map(({ official }) => official)).toEqual([
      (as('aldan.analyst') as { id: string }).id,
    ]);
  });

  it('leaves the directory alone where nothing of it changes', async () => {
    const by = 'aldan.analyst';
    const before = await revision();
    // An administrator writes it meanwhile, for as long as this takes.
    const writing = new pg.Client({ connectionString: server.url });
    await writing.connect();
    await writing.query('begin');
    await writing.query('select from directory.revision for update');
    const { id, ...list } = await act('saveView', view('Список'), by);
    const search = await made(by);
    await act('followView', { id: search.id, ...opened }, by);
    await act('followView', { id: search.id }, by);
    for (const one of [{ id, ...list }, search]) await act('removeView', seen(one), by);
    await writing.end();
    expect(await revision()).toEqual(before);
  });
});

describe('a shared view', () => {
  it('of the district is seen by all of it and by no one of another, and is changed by who may share it', async () => {
    const own = await act('saveView', view('К планёрке'), 'aldan.coordinator');
    const shared = await act('shareView', { ...seen(own), isShared: true }, 'aldan.coordinator');
    expect(shared).toMatchObject({ isShared: true, department: null, version: 2 });
    for (const one of ['aldan.executor', 'aldan.executor.housing', 'aldan.head'])
      expect(await names(one)).toContain('К планёрке');
    expect(await names('kuol.coordinator')).toEqual([]);
    expect(await rejected('removeView', seen(shared), 'aldan.executor')).toBe('Forbidden');
    const renamed = { ...view('К планёрке в 9'), ...seen(shared) };
    expect(await act('saveView', renamed, 'aldan.head')).toMatchObject({
      version: 3,
      isShared: true,
      isOwn: false,
      mayChange: true,
      owner: { name: 'Туйаара Никифорова' },
    });
  });

  it('of a department is seen and changed there alone, and its head shares with no other', async () => {
    const by = 'aldan.head.housing';
    const own = await act('saveView', view('Ветхое'), by);
    const wide = await rejected('shareView', { ...seen(own), isShared: true }, by);
    expect(wide).toBe('Forbidden');
    const roads = await rejected('shareView', { ...seen(own), isShared: true, department: 'dorogi' }, by);
    expect(roads).toBe('Forbidden');
    const shared = await act('shareView', { ...seen(own), isShared: true, department: 'zhilye' }, by);
    expect(shared).toMatchObject({ isShared: true, department: 'zhilye' });
    expect(await names('aldan.executor.housing')).toContain('Ветхое');
    expect(await names('aldan.executor.roads')).not.toContain('Ветхое');
    expect(await act('shareView', { ...seen(shared), isShared: false }, by)).toMatchObject({ isShared: false });
    expect(await names('aldan.executor.housing')).not.toContain('Ветхое');
  });

  it('has no words that are looked for, neither at first nor later', async () => {
    const by = 'aldan.coordinator';
    const own = await act('saveView', view('Снег', { words: 'снег' }), by);
    expect(await act('shareView', { ...seen(own), isShared: true }, by)).toMatchObject({ code: 'VIEW_WORDS_SHARED' });
    const plain = await act('saveView', view('К совещанию'), by);
    const shared = await act('shareView', { ...seen(plain), isShared: true }, by);
    const changed = { ...view('К совещанию', { words: 'снег' }), ...seen(shared) };
    expect(await act('saveView', changed, by)).toMatchObject({ code: 'VIEW_WORDS_SHARED' });
    expect(await act('removeView', seen(shared), by)).toMatchObject({ __typename: 'SavedView' });
  });

  it('stays when its owner has left', async () => {
    const owner = directory.official('aldan.coordinator')!;
    const dismissed = await service.mutate<{ code?: string }>(
      'dismissOfficial',
      { district: 'aldan', key: randomUUID(), id: owner.kind === 'official' && owner.id, expectedVersion: 1 },
      as('aldan.admin'),
    );
    expect(dismissed.code).toBeUndefined();
    const left = (await views('aldan.head')).find(({ isShared }) => isShared);
    expect(left).toMatchObject({ name: 'К планёрке в 9', owner: null, mayChange: true });
    expect(await act('removeView', seen(left!), 'aldan.head')).toMatchObject({ __typename: 'SavedView' });
  });
});
