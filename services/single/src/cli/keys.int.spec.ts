import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openVault, type KeyEncryptionKeys } from '@otklik/vault';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Archive } from '../backup/archive.js';
import type { Composition } from '../composition.js';
import { readSingleConfig } from '../config.js';
import { openSecrets, storedKek } from '../secrets.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { keysCommand } from './keys.js';

let composed: Composed;
beforeAll(async () => void (composed = await composedOnce()), 120_000);
afterAll(() => composed.end());

interface Rotated {
  readonly exit: number | string;
  readonly said: readonly string[];
}

/** `interrupted` ends it, as a kill would, as soon as it has reported the first district. */
async function rotate(composition: Composition, interrupted = false): Promise<Rotated> {
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  const progress = (): void => {
    if (interrupted) throw new Error('killed');
  };
  const ended = keysCommand.execute(composition, {}, { print, warn: print, progress }, new AbortController().signal);
  return { exit: await ended.catch((error: Error) => error.message), said };
}

/** What a restart reads. */
async function restarted(environment: Record<string, string> = {}): Promise<Composition> {
  const { composition } = composed;
  const secrets = await openSecrets(composition.dataDir, readSingleConfig({ ...process.env, ...environment }));
  return { ...composition, secrets };
}

async function keysInUse(): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: composed.composition.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ kek: string }>('select distinct kek from vault.district_key order by kek');
  await client.end();
  return rows.map(({ kek }) => kek);
}

const idOf = (entry: string): string => entry.split(':')[0]!;

it('replaces the key of secrets.json in two steps, goes on after a kill, and refuses the old key afterwards', async () => {
  const { composition } = composed;
  const { dataDir, secrets, directory } = composition;
  const { vault, database } = composition.services.get('intake')!.resources;
  const persons = directory.districts().map(({ id }) => ({ district: id, person: randomUUID(), event: randomUUID() }));
  expect(persons.length).toBeGreaterThan(1);
  const seal = async ({ district, person, event }: (typeof persons)[number]) => {
    await vault.createPerson(district, person);
    return { district, text: await vault.seal(district, person, event, 'text', 'Не горит фонарь') };
  };
  const sealed = await Promise.all(persons.map(seal));

  expect((await rotate(composition)).exit).toBe(0);
  const [current, old] = (await storedKek(dataDir)).split(',');
  expect([old, await keysInUse()]).toEqual([secrets.environment['OTKLIK_KEK'], ['first']]);
  expect((await rotate(composition)).exit).toMatch(/does not use the new key yet: restart/);

  const after = await restarted();
  const lacking = { isRunning: true, holdsSecrets: false } as Archive;
  expect((await rotate({ ...after, archive: lacking })).exit).toMatch(/the backup that holds the new key is not whole/);
  expect(await keysInUse()).toEqual(['first']);
  expect((await rotate(after, true)).exit).toBe('killed');
  expect(await keysInUse()).toEqual(['first', idOf(current!)].sort());
  expect(await storedKek(dataDir)).toBe(`${current},${old}`);
  const { exit, said } = await rotate(after);
  expect([exit, said[0]]).toEqual([0, expect.stringMatching(`^${persons.length - 1} district key`)]);
  expect([await keysInUse(), await storedKek(dataDir)]).toEqual([[idOf(current!)], current]);

  const opened = (kek: KeyEncryptionKeys) =>
    Promise.all(sealed.map(({ district, text }) => openVault({ database, kek, cacheMs: 0 }).open(district, text)));
  expect(new Set(await opened((await restarted()).secrets.kek))).toEqual(new Set(['Не горит фонарь']));
  await expect(opened(secrets.kek)).rejects.toThrow(/lacks the key encryption key/);
}, 60_000);

it('asks for a second key where OTKLIK_KEK holds one, and wraps by the first of two', async () => {
  const { composition } = composed;
  const [stored] = (await storedKek(composition.dataDir)).split(',');
  const configured = `configured:${randomBytes(32).toString('base64')}`;
  expect((await rotate(await restarted({ OTKLIK_KEK: configured }))).exit).toMatch(/OTKLIK_KEK holds one key/);
  expect((await rotate(await restarted({ OTKLIK_KEK: `${configured},${stored}` }))).exit).toBe(0);
  expect([await keysInUse(), await storedKek(composition.dataDir)]).toEqual([['configured'], stored]);
}, 60_000);
