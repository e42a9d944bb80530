import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, isDayOff, termOf } from '@otklik/kernel';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { officialRoles } from './actor.js';
import { classifierEditions, loadClassifier } from './classifier-loader.js';
import { addYearTransfers, putDistrictTransfers } from './calendar-transfers.js';
import {
  addDistrict,
  addOfficial,
  dismissOfficial,
  loadDistricts,
  loadOfficials,
  restoreLaw,
} from './directory-loader.js';
import { writeDirectory } from './directory-writer.js';
import { installDirectory } from './directory-migrations.js';
import type { Directory } from './directory.js';
import { installService } from './migration.js';
import { openDirectory } from './open-directory.js';
import { PLATFORM } from './platform.js';

const deploy = fileURLToPath(new URL('../../../deploy/', import.meta.url));
let database: TestDatabase;
let owner: pg.Client;
let readerUrl: string;
let folder: string;
let directory: Directory;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await installDirectory(database.url);
  readerUrl = (await installService(database.url, 'search', [], 'roles-of-specs-1')).worker;
  folder = await mkdtemp(join(tmpdir(), 'otklik-districts-'));
  await cp(deploy, folder, { recursive: true });
  await loadDistricts(database.url, join(folder, 'districts'));
  await loadOfficials(database.url, join(folder, 'districts/demo/officials.yaml'));
  directory = await openDirectory(readerUrl, { maxAgeMs: 400 });
});
afterAll(async () => {
  await directory.close();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const change = async (code: string, from: string, to: string): Promise<void> => {
  const path = join(folder, 'districts', `${code}.yaml`);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${code} has no ${from}`);
  await writeFile(path, text.replace(from, to));
};
const load = (): ReturnType<typeof loadDistricts> => loadDistricts(database.url, join(folder, 'districts'));
const versions = async (kind: string, code: string): Promise<unknown[]> =>
  (
    await owner.query(
      `select version, valid_to is null as now from directory.entry where district = 1 and kind = $1 and code = $2
        order by version`,
      [kind, code],
    )
  ).rows;

describe('the districts of deploy/', () => {
  it('are three, each whole, in three zones', () => {
    expect(directory.districts().map(({ code, zone }) => [code, zone])).toEqual([
      ['aldan', 'Asia/Yakutsk'],
      ['kuol', 'Asia/Vladivostok'],
      ['tuora', 'Asia/Srednekolymsk'],
    ]);
    for (const district of directory.districts()) {
      expect(directory.districtById(district.id)).toBe(district);
      expect(directory.district(district.code)).toBe(district);
      expect(district.topics.length).toBeGreaterThan(15);
      expect(district.routingRules[0]).toMatchObject({ id: 'zimnik', version: 1 });
      expect(Object.keys(district.policy.answerTerms)).toHaveLength(5);
      expect(district.policy.answerTerms['APPEAL_59FZ']).toMatchObject({ id: 'ANS', term: 30, start: 'REGISTERED' });
      expect(district.departments.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
    }
    expect(directory.district('nowhere')).toBeUndefined();
  });

  it('have an official of every role, and one analyst of the republic', () => {
    for (const district of directory.districts()) {
      const roles = new Set(district.officials.flatMap((official) => official.assignments.map((held) => held.role)));
      expect([...roles].sort()).toEqual([...officialRoles].sort());
    }
    const analyst = directory.official('republic.analyst');
    expect(analyst?.assignments.map(({ district }) => district)).toEqual([1, 2, 3]);
    const housing = directory.official('aldan.executor.housing')!;
    const department = directory.district('aldan')!.departments.find(({ code }) => code === 'zhilye')!.id;
    expect(housing.assignments).toEqual([{ district: 1, role: 'EXECUTOR', department }]);
    expect(directory.official(housing.id)).toEqual(housing);
    expect(directory.officialById(housing.id)?.login).toBe('aldan.executor.housing');
    expect(directory.officialById('aldan.executor.housing')).toBeUndefined();
  });

  it('count 247 working days in 2025 and in 2026, and fewer by their own days off', () => {
    const working = (code: string, year: number): number => {
      const { calendar } = directory.district(code)!;
      let count = 0;
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
        if (!isDayOff(day, calendar)) count += 1;
      }
      return count;
    };
    expect([working('tuora', 2025), working('tuora', 2026)]).toEqual([247, 247]);
    expect([working('aldan', 2025), working('aldan', 2026)]).toEqual([245, 245]);
    expect(directory.district('tuora')!.calendar.version).toBe('2025.1 2026.1 2027.1 2028.1 own.1');
  });

  it('set the terms that the law and their own order set', () => {
    const due = (code: string, from: string, regime = 'APPEAL_59FZ'): unknown => {
      const { policy, calendar } = directory.district(code)!;
      return termOf({ on: from, zone: directory.district(code)!.zone }, policy.answerTerms[regime]!, calendar).dueOn;
    };
    expect(due('aldan', '2026-11-24')).toBe('2026-12-24');
    expect(due('aldan', '2026-04-09')).toBe('2026-05-12');
    expect(due('kuol', '2026-04-09')).toBe('2026-05-08');
    expect(due('kuol', '2026-12-02')).toBe('2026-12-30');
    // Eight working hours from the morning of a day are over with that day.
    expect(due('aldan', '2026-04-24', 'SOCIAL_MESSAGE')).toBe('2026-04-24');
    expect(due('kuol', '2026-04-24', 'SOCIAL_MESSAGE')).toBe('2026-04-28');
    expect(due('tuora', '2026-04-24', 'SOCIAL_MESSAGE')).toBe('2026-04-29');
  });
});

describe('loading', () => {
  it('changes nothing when run twice', async () => {
    expect(await load()).toEqual({
      districts: { aldan: 0, kuol: 0, tuora: 0 },
      calendars: 0,
      law: 0,
      synonyms: 0,
      classifier: 0,
    });
  });

  it('brings a part of the classifier, to which files add, and which a whole edition supersedes', async () => {
    const roads = '0003.0009.0099.0742';
    expect(directory.district('kuol')!.topics.find(({ code }) => code === 'dorogi')!.classifiers![0]).toBe(
      `${roads}.0110`,
    );
    expect(directory.district('kuol')!.classifier!.item(roads)).toMatchObject({ edition: 'v4', level: 4 });
    expect(directory.district('kuol')!.classifier).toBe(directory.district('aldan')!.classifier);

    const part = ['code\tname', '0003\tЭкономика', '0003.0008\tФинансы', '0003.0008.0086\tИгры'].join('\n');
    const options = { edition: 'v4', isWhole: false };
    expect(await loadClassifier(database.url, part, options)).toMatchObject({
      changed: true,
      isWhole: false,
      unknown: [],
    });
    expect(await loadClassifier(database.url, part, options)).toMatchObject({ changed: false });
    expect(await loadClassifier(database.url, 'code\n0003', options)).toMatchObject({ faults: [{ line: 1 }] });
    expect(await load()).toMatchObject({ classifier: 0 });

    const newer = { edition: '01.02.2026', isWhole: true };
    const whole = await loadClassifier(database.url, part, newer);
    expect(whole).toMatchObject({ counts: [1, 1, 1, 0, 0] });
    expect('unknown' in whole && whole.unknown).toContainEqual({
      district: 'kuol',
      topic: 'Дороги и тротуары',
      code: `${roads}.0110`,
    });
    expect(await loadClassifier(database.url, part, { ...newer, isWhole: false })).toMatchObject({
      faults: [{ line: 1 }],
    });
    expect((await classifierEditions(database.url)).map(({ edition, inForce }) => [edition, inForce])).toEqual(
      expect.arrayContaining([
        ['01.02.2026', true],
        ['v4', false],
      ]),
    );
    // Districts that are in force stay so; one that is changed must name codes of the edition.
    expect(await load()).toMatchObject({ districts: { kuol: 0 }, classifier: 0 });
    await change('tuora', 'name: Общественный транспорт', 'name: Транспорт');
    await expect(load()).rejects.toThrow(/tuora.yaml: .*the classifier has no code/);
    await change('tuora', 'name: Транспорт', 'name: Общественный транспорт');
    await directory.refresh();
    expect(directory.district('kuol')!.classifier!.finding(roads).is).toBe('UNKNOWN');
    expect(directory.district('kuol')!.classifier!.item(roads)).toMatchObject({ name: expect.any(String) });
    await writeDirectory(database.url, (writer) => writer.close(PLATFORM, 'classifier', '01.02.2026'));
    await directory.refresh();
  });

  it('appends a new version only of what changed and keeps the old one', async () => {
    await change('aldan', 'name: Отдел дорог и транспорта', 'name: Отдел дорог');
    await change('aldan', 'reopenWithinDays: 14', 'reopenWithinDays: 20');
    const before = directory.district('aldan')!;
    expect((await load()).districts).toEqual({ aldan: 2, kuol: 0, tuora: 0 });
    await eventually(async () => (directory.district('aldan') === before ? undefined : true), 5_000);
    const after = directory.district('aldan')!;
    expect(after.departments.find(({ code }) => code === 'dorogi')).toEqual({
      ...before.departments.find(({ code }) => code === 'dorogi'),
      name: 'Отдел дорог',
    });
    expect(after.policy).toEqual({ ...before.policy, version: 2, reopenWithinDays: 20 });
    expect(after.officials).toEqual(before.officials);
    expect(await versions('department', 'dorogi')).toEqual([
      { version: 1, now: false },
      { version: 2, now: true },
    ]);
  });

  it('keeps a rule of the law that a newer build has loaded, and refuses one that changed under its version', async () => {
    const path = join(folder, 'law/59-fz.yaml');
    const text = await readFile(path, 'utf8');
    const newer = text.replace('version: 2', 'version: 3');
    await writeFile(path, newer);
    expect((await load()).law).toBeGreaterThan(0);
    await writeFile(path, text);
    expect((await load()).law).toBe(0);
    await writeFile(path, newer.replace('text: SECONDARY', 'text: COMPARED'));
    await expect(load()).rejects.toThrow('its version must be greater than 3');
    await writeFile(path, text);
    // For a build that refuses the newer rule, what was in force before it is so again, and then the newer build's own.
    const inForce = (): Promise<unknown> =>
      writeDirectory(database.url, (writer) => writer.current(PLATFORM, ['law'])).then((rows) =>
        rows.map(({ code, data }) => ({ code, data })).toSorted((one, other) => one.code.localeCompare(other.code)),
      );
    const changed = await inForce();
    expect(await restoreLaw(database.url)).toBe(1);
    expect(await inForce()).not.toEqual(changed);
    expect((await load()).law).toBe(0);
    await writeFile(path, newer);
    expect((await load()).law).toBe(1);
    expect(await inForce()).toEqual(changed);
    await writeFile(path, text);
    await restoreLaw(database.url);
  });

  it('continues the versions of a rule that was removed and restored, and changes the calendar version', async () => {
    const rule = /  - id: svyaz\n(?:    .*\n?)+/;
    const path = join(folder, 'districts/aldan.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(rule, ''));
    await load();
    await change('aldan', '{ date: 2026-06-22', '{ date: 2026-06-23');
    await load();
    await directory.refresh();
    expect(directory.district('aldan')!.routingRules.some(({ id }) => id === 'svyaz')).toBe(false);
    expect(directory.district('aldan')!.calendar.version).toBe('2025.1 2026.1 2027.1 2028.1 own.2');
    await writeFile(path, text);
    await load();
    await directory.refresh();
    expect(directory.district('aldan')!.routingRules.find(({ id }) => id === 'svyaz')).toMatchObject({ version: 2 });
    expect(directory.district('aldan')!.calendar.version).toBe('2025.1 2026.1 2027.1 2028.1 own.3');
  });

  it('adds the transfers of a year in every district, which no later start takes away', async () => {
    const year = { year: 2027, decree: 'Постановление от 01.10.2026 № 1' };
    const off = (code: string): boolean => isDayOff('2027-12-31', directory.district(code)!.calendar);
    expect(directory.district('aldan')!.calendar.withoutTransfers).toEqual([2027, 2028]);
    expect(off('aldan')).toBe(false);
    expect(await addYearTransfers(database.url, { ...year, year: 2031 }, { '2031-01-09': 'OFF' })).toBeUndefined();
    expect(await addYearTransfers(database.url, year, { '2027-12-31': 'OFF' })).toBe(true);
    expect(await addYearTransfers(database.url, year, { '2027-12-31': 'OFF' })).toBe(false);
    expect(await load()).toMatchObject({ calendars: 0 });
    await directory.refresh();
    expect([off('aldan'), off('kuol')]).toEqual([true, true]);
    expect(directory.district('kuol')!.calendar.withoutTransfers).toEqual([2028]);
  });

  it('adds the transfers of a year in one district, and no load of its file takes them away', async () => {
    const added = { decree: 'Постановление от 01.10.2027 № 1', days: { '2028-01-10': 'OFF' } } as const;
    await writeDirectory(database.url, (writer) => putDistrictTransfers(writer, 1, 2028, added));
    await load();
    await directory.refresh();
    const [aldan, kuol] = [directory.district('aldan')!.calendar, directory.district('kuol')!.calendar];
    expect([isDayOff('2028-01-10', aldan), isDayOff('2028-01-10', kuol)]).toEqual([true, false]);
    expect([aldan.withoutTransfers, kuol.withoutTransfers]).toEqual([undefined, [2028]]);
    expect(aldan.version).toContain('moved-2028.1');
  });

  it('loads all files or none and names file and path of an error', async () => {
    const wrong: [string, string, string, RegExp][] = [
      ['kuol', 'zone: Asia/Vladivostok', 'zone: Asia/Nowhere', /kuol\.yaml: \/zone: Asia\/Nowhere is not an IANA/],
      ['kuol', 'id: 2', 'id: 1', /kuol\.yaml: \/id: .*aldan|kuol\.yaml: \/id: kuol has the number 2/],
      [
        'kuol',
        "light: '#1f5f8b'",
        "light: '#e0e8f0'",
        /\/public\/colour\/light: its contrast with the page is 1\.\d+, at/,
      ],
      ['kuol', 'emblem: M2', 'emblem: <script>M2', /\/public\/emblem: must match pattern/],
      ['kuol', 'code: temperatura', 'code: davno', /\/topics\/\d+\/questions\/1: davno is listed twice/],
      ['kuol', 'rule: ANS', 'term: soon, rule: ANS', /kuol\.yaml: \/answerTerms\/APPEAL_59FZ\/term: must be integer/],
      [
        'kuol',
        'rule: ANS',
        'term: 31, rule: ANS',
        /kuol\.yaml: \/answerTerms\/APPEAL_59FZ\/term: 59-ФЗ, ст\. 12 ч\. 1 gives 30/,
      ],
      ['kuol', 'rule: ANS', 'unit: MOONS, rule: ANS', /unit: must be equal to one of.*WORKING_DAYS/],
      ['kuol', 'code: opeka,', 'code: opeka, boss: x,', /\/departments\/6\/boss: is not a field/],
      ['kuol', 'topic: dorogi', 'topic: moon', /kuol\.yaml: \/routingRules\/0\/topic: moon is not one of topics/],
      ['kuol', 'department: opeka\n', 'department: moon\n', /\/topics\/1\/department: moon is not one of departments/],
      ['kuol', 'code: zhkh,', 'code: zhilye,', /\/departments\/2: zhilye is listed twice/],
      ['kuol', 'date: 2026-04-27', 'date: 2026-04-31', /\/ownDays\/days\/2\/date: 2026-04-31 is not a date/],
      [
        'kuol',
        '[люк,',
        '[лю*,',
        /kuol\.yaml: \/routingRules\/lyuki\/words: «лю\*»: at least 3 letters stand before \*/,
      ],
      [
        'kuol',
        '[чердак, крыша]',
        '[чердак + ]',
        /\/routingRules\/lyuki\/without: «чердак \+» has a side without a word/,
      ],
      ['kuol', 'автозимник,', '«»,', /kuol\.yaml: \/synonyms\/0: ««»» has no word/],
      ['kuol', 'policy:', 'policy: [', /kuol\.yaml: /],
      ['kuol', 'code: kuol', 'code: kuola', /\/code: is not the name of its file/],
    ];
    const kept = await readFile(join(folder, 'districts/kuol.yaml'), 'utf8');
    for (const [code, from, to, why] of wrong) {
      await change(code, from, to);
      await change('aldan', 'name: Отдел', 'name: Сектор');
      await expect(load()).rejects.toThrow(why);
      await change('aldan', 'name: Сектор', 'name: Отдел');
      await writeFile(join(folder, 'districts', `${code}.yaml`), kept);
    }
    expect((await load()).districts).toEqual({ aldan: 0, kuol: 0, tuora: 0 });
    const calendar = join(folder, 'calendars/2026.yaml');
    const text = await readFile(calendar, 'utf8');
    await writeFile(calendar, text.replace('2026-01-09', '2025-01-09'));
    await expect(load()).rejects.toThrow(/2026\.yaml: \/off\/8: 2025-01-09 is not of 2026/);
    await writeFile(calendar, text);
  });

  it('gives a district the synonyms of the platform and its own, as a new version when they change', async () => {
    expect(directory.district('aldan')!.synonyms).toContainEqual(['переселение', 'расселение']);
    expect(directory.district('aldan')!.synonyms).toContainEqual(['Нижний Куранах', 'Куранах']);
    expect(directory.district('kuol')!.synonyms).not.toContainEqual(['Нижний Куранах', 'Куранах']);
    const path = join(folder, 'synonyms.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('[переселение, расселение]', '[переселение, расселение, переезд]'));
    expect((await load()).synonyms).toBe(1);
    await directory.refresh();
    for (const district of directory.districts())
      expect(district.synonyms).toContainEqual(['переселение', 'расселение', 'переезд']);
    await writeFile(path, text.replace('[переселение, расселение]', '[переселение]'));
    await expect(load()).rejects.toThrow(/synonyms\.yaml: \/synonyms\/\d+: must not have fewer than 2 items/);
    await writeFile(path, text);
    expect((await load()).synonyms).toBe(1);
  });

  it('gives the same result when two loaders run concurrently', async () => {
    await change('tuora', 'reopenWithinDays: 10', 'reopenWithinDays: 11');
    const reports = await Promise.all([load(), load(), load()]);
    expect(reports.map((report) => report.districts['tuora']).sort()).toEqual([0, 0, 1]);
  });
});

describe('the operator', () => {
  it('adds a district and its first administrator; the loader leaves both alone', async () => {
    const text = (await readFile(join(folder, 'districts/tuora.yaml'), 'utf8'))
      .replace('id: 3', 'id: 44')
      .replace('code: tuora', 'code: lena');
    expect(await addDistrict(database.url, text, 'lena.yaml')).toMatchObject({ code: 'lena' });
    expect(await addDistrict(database.url, text, 'lena.yaml')).toEqual({ code: 'lena', changes: 0, warnings: [] });
    await expect(addDistrict(database.url, text.replace('id: 44', 'id: 45'))).rejects.toThrow(/has the number 44/);
    await expect(addDistrict(database.url, text.replace('code: lena', 'code: lenb'))).rejects.toThrow(/that of lena/);
    const admin = { login: 'lena.admin', name: 'Анна', roles: [{ district: 'lena', role: 'DISTRICT_ADMIN' as const }] };
    const id = await addOfficial(database.url, admin);
    await load();
    await directory.refresh();
    expect(directory.official('lena.admin')).toEqual({
      kind: 'official',
      id,
      login: 'lena.admin',
      name: 'Анна',
      assignments: [{ district: 44, role: 'DISTRICT_ADMIN' }],
    });
  });

  it('keeps the accounts of networks when the district’s file is applied again', async () => {
    const named = { network: 'VK', title: 'Лена живая', settings: { group: '1' } } as const;
    const account = { ...named, sealed: 'x', secretsSetAt: {}, enabled: true };
    const id = '6f4c2f0e-5d65-4f9c-9d5f-7d2c7b1f3c11';
    await writeDirectory(database.url, (writer) => writer.put(44, { kind: 'account', code: id, data: account }));
    const text = await readFile(join(folder, 'districts/aldan.yaml'), 'utf8');
    const renamed = text.replace('id: 1\n', 'id: 44\n').replace('code: aldan', 'code: lena');
    await addDistrict(database.url, renamed.replace(/^name: .*$/m, 'name: Ленский улус'), 'lena.yaml');
    await directory.refresh();
    expect(directory.district('lena')).toMatchObject({ name: 'Ленский улус', accounts: [{ id, ...account }] });
    expect(directory.district('aldan')!.accounts).toEqual([]);
  });

  it('rejects an unknown district, department or role', async () => {
    const give = (roles: object[]): Promise<string> =>
      addOfficial(database.url, { login: 'x.y', name: 'X', roles: roles as never });
    await expect(give([{ district: 'mars', role: 'HEAD' }])).rejects.toThrow('there is no district mars');
    await expect(give([{ district: 'aldan', role: 'HEAD', department: 'moon' }])).rejects.toThrow('no department moon');
    await expect(give([{ district: 'aldan', role: 'KING' }])).rejects.toThrow(/roles\/0\/role/);
    await expect(give([])).rejects.toThrow(/roles/);
  });

  it('removes the rights of a dismissed official within the maximum age of the copy', async () => {
    const login = 'aldan.moderator';
    expect(directory.official(login)).toBeDefined();
    expect(await dismissOfficial(database.url, login)).toBe(1);
    expect(await dismissOfficial(database.url, login)).toBe(0);
    await eventually(async () => (directory.official(login) === undefined ? true : undefined), 2_000);
    expect(await versions('official', login)).toEqual([{ version: 1, now: false }]);
  });

  it('keeps a role bound to its department when the department is closed', async () => {
    await addOfficial(database.url, {
      login: 'lena.roads',
      name: 'Р',
      roles: [{ district: 'lena', role: 'EXECUTOR', department: 'dorogi' }],
    });
    await owner.query(`update directory.entry set valid_to = now() where district = 44 and code = 'dorogi'
      and kind = 'department' and valid_to is null`);
    await owner.query('update directory.revision set revision = revision + 1');
    await directory.refresh();
    expect(directory.official('lena.roads')?.assignments[0]?.department).toBeDefined();
  });
});

describe('the tables', () => {
  it('are append-only, also for their owner', async () => {
    for (const statement of [
      'delete from directory.entry',
      `update directory.entry set data = '{}'`,
      'update directory.entry set valid_to = null',
      'update directory.calendar_year set year = 1 where valid_to is null',
    ]) {
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('are readable and not writable by services', async () => {
    const client = new pg.Client({ connectionString: readerUrl });
    await client.connect();
    expect((await client.query('select distinct district from directory.entry where district > 0')).rowCount).toBe(4);
    for (const statement of [
      `insert into directory.entry (district, kind, code, version, data) values (1, 'topic', 'x', 1, '{}')`,
      'update directory.revision set revision = 0',
      'truncate directory.entry',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    }
    await client.end();
  });

  it('force row security', async () => {
    const { rows } = await owner.query(
      `select relrowsecurity, relforcerowsecurity from pg_class where oid = 'directory.entry'::regclass`,
    );
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }]);
  });
});

it('keeps its last copy while the database is unavailable, and rejects a refresh', async () => {
  const pool = new pg.Pool({ connectionString: readerUrl, max: 1 });
  const copy = await openDirectory(pool, { maxAgeMs: 60_000 });
  await pool.end();
  await expect(copy.refresh()).rejects.toThrow();
  expect(copy.district('aldan')).toBeDefined();
  await copy.close();
});
