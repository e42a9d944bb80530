import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDirectory } from './directory-migrations.js';
import { addOfficial, loadDistricts } from './directory-loader.js';
import { writeDirectory } from './directory-writer.js';
import { installOnce, type InstallationInputs } from './installation.js';
import { installService } from './migration.js';
import { asOwner } from './open-pool.js';

let database: TestDatabase;
let folder: string;
let inputs: InstallationInputs;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'otklik-installation-'));
  for (const part of ['districts', 'calendars', 'law', 'synonyms.yaml'])
    await cp(fileURLToPath(new URL(`../../../deploy/${part}`, import.meta.url)), join(folder, part), {
      recursive: true,
    });
  inputs = {
    build: 'one',
    roleSecret: testRoleSecret,
    migrations: { search: [{ name: '0001_rows', sql: 'create table search.row ()' }] },
    services: ['search'],
    districts: join(folder, 'districts'),
    bodyOrigins: [],
  };
  await install(database.url);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function install(url: string): Promise<void> {
  await installDirectory(url);
  await installService(url, 'search', [], testRoleSecret);
  await loadDistricts(url, inputs.districts);
}

const record = (url: string, installed: InstallationInputs): Promise<void> =>
  installOnce(url, installed, () => Promise.resolve());

async function isInstalled(url: string, installed: InstallationInputs): Promise<boolean> {
  const stop = new Error('It would install.');
  try {
    await installOnce(url, installed, () => Promise.reject(stop));
    return true;
  } catch (error) {
    if (error === stop) return false;
    throw error;
  }
}

/** Each test begins with an installation that is recognised. */
beforeEach(async () => {
  await record(database.url, inputs);
  expect(await isRecognised()).toBe(true);
});

/** Whether the role of the URL has its password; the server of the specs lets each role in without. RFC 5802, 3. */
async function isPasswordOf(url: string): Promise<boolean> {
  const { username, password } = new URL(url);
  const { rows } = await asOwner(database.url, (owner) =>
    owner.query<{ verifier: string }>('select rolpassword as verifier from pg_authid where rolname = $1', [username]),
  );
  const [, iterations, salt, stored] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(rows[0]!.verifier)!;
  const salted = pbkdf2Sync(password, Buffer.from(salt!, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  return createHash('sha256').update(clientKey).digest('base64') === stored;
}

const isRecognised = (changed: Partial<InstallationInputs> = {}): Promise<boolean> =>
  isInstalled(database.url, { ...inputs, ...changed });

it('recognises no installation before the first one has ended', async () => {
  const empty = await testDatabase();
  try {
    expect(await isInstalled(empty.url, inputs)).toBe(false);
    await install(empty.url);
    expect(await isInstalled(empty.url, inputs)).toBe(false);
    await record(empty.url, inputs);
    expect(await isInstalled(empty.url, inputs)).toBe(true);
  } finally {
    await empty.drop();
  }
});

it.each<[string, Partial<InstallationInputs>]>([
  ['of another build', { build: 'two' }],
  [
    'with one more migration',
    {
      migrations: {
        search: [
          { name: '0001_rows', sql: 'create table search.row ()' },
          { name: '0002', sql: '' },
        ],
      },
    },
  ],
  [
    'with other statements of a migration',
    { migrations: { search: [{ name: '0001_rows', sql: 'create table search.line ()' }] } },
  ],
  ['with other passwords of the roles', { roleSecret: 'another-secret-16' }],
  ['with one more service', { services: ['search', 'absent'] }],
  ['with one more server of a body', { bodyOrigins: ['http://127.0.0.1:1'] }],
])('does not take an installation %s for this one', async (_, changed) => {
  expect(await isRecognised(changed)).toBe(false);
});

it('does not recognise an installation whose roles are gone', async () => {
  const service = { ...inputs, services: ['search', 'absent'] };
  await record(database.url, service);
  expect(await isInstalled(database.url, service)).toBe(false);
});

it('recognises it after an official was added, and not after an entry of a district changed', async () => {
  const roles = [{ district: 'aldan', role: 'REGISTRAR' as const }];
  await addOfficial(database.url, { login: 'added', name: 'Айта Петрова', roles });
  expect(await isRecognised()).toBe(true);
  await writeDirectory(database.url, (writer) => writer.close(1, 'topic', 'dorogi'));
  expect(await isRecognised()).toBe(false);
  await loadDistricts(database.url, inputs.districts);
  await record(database.url, inputs);
  expect(await isRecognised()).toBe(true);
});

it.each(['districts/aldan.yaml', 'calendars/2026.yaml', 'synonyms.yaml'])(
  'does not recognise it after %s changed',
  async (file) => {
    await appendFile(join(folder, file), '\n# changed\n');
    expect(await isRecognised()).toBe(false);
  },
);

it('does not take a copy of the database for the one that was installed', async () => {
  const copy = await testDatabase(new URL(database.url).pathname.slice(1));
  try {
    expect(await isInstalled(copy.url, inputs)).toBe(false);
  } finally {
    await copy.drop();
  }
});

it('takes a file that changes while it installs for one that is not installed', async () => {
  await installOnce(database.url, { ...inputs, build: 'slow' }, () =>
    appendFile(join(folder, 'districts/aldan.yaml'), '\n# meanwhile\n'),
  );
  expect(await isRecognised({ build: 'slow' })).toBe(false);
});

it('gives the roles of an installation that it recognises their passwords again', async () => {
  const changed = { ...inputs, services: ['relocked'] };
  const { app } = await installService(database.url, 'relocked', [], testRoleSecret);
  await record(database.url, changed);
  await asOwner(database.url, (owner) => owner.query(`alter role otklik_relocked password 'changed outside'`));
  expect(await isPasswordOf(app)).toBe(false);
  expect(await isInstalled(database.url, changed)).toBe(true);
  expect(await isPasswordOf(app)).toBe(true);
});
