import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSingleConfig } from './config.js';
import { openSecrets } from './secrets.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'otklik-secrets-'))));
afterEach(() => rm(folder, { recursive: true }));

const nothing = readSingleConfig({});

it('makes secrets once, for their owner alone, with a key of its own for each purpose', async () => {
  const first = await openSecrets(folder, nothing);
  const second = await openSecrets(folder, nothing);
  expect(second.kek).toEqual(first.kek);
  expect(second.tokenKey).toEqual(first.tokenKey);
  expect(second.forPurpose('cursor')).toEqual(first.forPurpose('cursor'));
  expect(first.forPurpose('cursor')).not.toEqual(first.forPurpose('code'));
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

it('takes what the configuration names, and refuses a key of another length', async () => {
  const kek = `mine:${randomBytes(32).toString('base64')}`;
  expect((await openSecrets(folder, { ...nothing, kek })).kek.current).toBe('mine');
  await expect(openSecrets(folder, { ...nothing, kek: 'short' })).rejects.toThrow('OTKLIK_KEK');
});

it('refuses keys and secrets that are not random', async () => {
  const zeros = Buffer.alloc(32).toString('base64');
  await expect(openSecrets(folder, { ...nothing, kek: `mine:${zeros}` })).rejects.toThrow('mine is not random');
  await expect(openSecrets(folder, { ...nothing, hashSecret: zeros })).rejects.toThrow('OTKLIK_HASH_SECRET is not');
  for (const [variable, value] of [
    ['OTKLIK_ROLE_SECRET', 'short'],
    ['OTKLIK_ROLE_SECRET', 'change-me-before-you-start'],
    ['OTKLIK_METRICS_TOKEN', 'aaaaaaaaaaaaaaaaaaaaaa'],
  ] as const)
    expect(() => readSingleConfig({ [variable]: value })).toThrow(variable);
});

it('refuses to make new keys for existing data', async () => {
  await openSecrets(folder, nothing);
  await rm(join(folder, 'secrets.json'));
  await expect(openSecrets(folder, nothing)).rejects.toThrow('bring it back from the backup');
});
