import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installDirectory } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { installVault } from '@otklik/vault';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { startPostgres, type RunningPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';
import { Archive, forgetSlots } from './archive.js';
import { newSetPath, setsOf } from './backup-folder.js';
import { readLedger } from './erasure-ledger.js';
import { connectOwner } from './server.js';
import { writeManifest } from './set-manifest.js';
import { takeSet } from './take-set.js';
import { verifySet } from './verify-set.js';
import { reachOf } from './wal-of-set.js';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const quiet = { progress: () => undefined, signal: new AbortController().signal };
const passphrase = 'a passphrase of the spec';

let work: string;
let folder: string;
let server: RunningPostgres;
let client: pg.Client;
let archive: Archive;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'otklik-archive-'));
  folder = join(work, 'sets');
  server = await startPostgres({ dataDir: join(work, 'postgres'), settings: { fsync: 'off' } });
  useKeys('first:key');
  client = await connectOwner(server.url);
  await installVault(server.url);
  await installDirectory(server.url);
  await client.query('create table word (text text)');
  archive = begin();
}, 120_000);
afterAll(async () => {
  await archive.stop();
  await client.end();
  await server.stop();
  rmSync(work, { recursive: true, force: true });
});

/** As `keys rotate` writes them. */
function useKeys(kek: string): void {
  writeFileSync(join(work, 'secrets.json'), JSON.stringify({ kek, hash: 'of the spec' }));
}

function begin(): Archive {
  const begun = new Archive({
    ownerUrl: server.url,
    dataDir: work,
    folder,
    everyHours: 24,
    keep: 2,
    passphrase,
    logger: silent,
    intervalMs: 50,
    retryMs: 50,
  });
  begun.start();
  return begun;
}

const slots = async (): Promise<number> => (await client.query('select from pg_replication_slots')).rowCount!;

/** Until what was committed now is in the newest set; answers its path. */
async function archived(): Promise<string> {
  await client.query(`insert into word values ('one more')`);
  const at = new Date().toISOString();
  return eventually(async () => {
    const newest = (await setsOf(folder)).at(-1);
    const reach = newest && (await reachOf(newest.path));
    return reach && reach.at > at ? newest.path : undefined;
  }, 60_000);
}

async function damages(set: string): Promise<readonly string[]> {
  return (await verifySet(set, quiet.progress, quiet.signal)).damages;
}

it('makes a set at once, and adds the log and the erasures to it', async () => {
  const set = await archived();
  expect(await damages(set)).toEqual([]);
  await client.query(
    `insert into vault.erasure (district, person, ground) values (1, '7d7e7b0e-9a5d-4a39-8a09-2f3d6d3a1f11', 'asked')`,
  );
  expect(await archived()).toBe(set);
  expect(await readLedger(folder)).toMatchObject([{ district: 1, ground: 'asked' }]);
}, 120_000);

it('goes on with the same set after a restart, over several segments', async () => {
  const set = await archived();
  await archive.stop();
  for (let n = 0; n < 3; n += 1) {
    await client.query(`insert into word select repeat(md5(n::text), 20) from generate_series(1, 2000) n`);
    await client.query('select pg_switch_wal()');
  }
  archive = begin();
  expect(await archived()).toBe(set);
  expect(await damages(set)).toEqual([]);
  expect(await slots()).toBe(1);
}, 120_000);

it('waits for a folder that is away, and misses nothing', async () => {
  // The log is added to a set once that was read again: then it is in use.
  await archived();
  const set = await archived();
  renameSync(folder, `${folder}.away`);
  await client.query(`insert into word select repeat(md5(n::text), 20) from generate_series(1, 2000) n`);
  await client.query('select pg_switch_wal()');
  await new Promise((resolve) => setTimeout(resolve, 500));
  renameSync(`${folder}.away`, folder);
  expect(await archived()).toBe(set);
  expect(await damages(set)).toEqual([]);
}, 120_000);

it('makes a new set by hand, up to which the one before it reaches', async () => {
  const before = await archived();
  const taken = await archive.take({ keep: 2, passphrase, ...quiet });
  expect(await archived()).toBe(taken.path);
  expect((await reachOf(before))!.at).toBe(taken.manifest.consistentAt);
  expect([await damages(before), await damages(taken.path)]).toEqual([[], []]);
  expect(await slots()).toBe(1);
}, 120_000);

it('begins a new set where the server had to forget what was not copied', async () => {
  const before = await archived();
  await archive.stop();
  await client.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots');
  archive = begin();
  const after = await archived();
  expect(after).not.toBe(before);
  expect(await damages(after)).toEqual([]);
  await eventually(async () => (await setsOf(folder)).length === 2 || undefined);
}, 120_000);

it('begins a new set where the newest was removed', async () => {
  const before = await archived();
  rmSync(before, { recursive: true });
  expect(await archived()).not.toBe(before);
  expect(await slots()).toBe(1);
}, 120_000);

it('begins a new set where the newest lacks a key in use, and goes on with that one until the new one is whole', async () => {
  // Once it was read again it is in use.
  await archived();
  const before = await archived();
  await archive.stop();
  useKeys('second:key,first:key');
  archive = begin();
  expect(archive.holdsSecrets).toBe(false);
  const after = await eventually(async () => (archive.holdsSecrets ? archived() : undefined), 60_000);
  expect(after).not.toBe(before);
  expect((await reachOf(before))!.at).toBe((await setsOf(folder)).at(-1)!.manifest.consistentAt);
  expect([await damages(before), await damages(after)]).toEqual([[], []]);
  await archive.stop();
  useKeys('second:key');
  archive = begin();
  expect(await archived()).toBe(after);
}, 120_000);

it('begins a new set once the data are upgraded, so that the version before has one that ends with it', async () => {
  await archived();
  const before = await archived();
  await archive.stop();
  const { manifest } = (await setsOf(folder)).at(-1)!;
  await writeManifest(before, { ...manifest, folder: { ...manifest.folder, format: manifest.folder.format - 1 } });
  archive = begin();
  const after = await eventually(async () => {
    const newest = await archived();
    return newest === before ? undefined : newest;
  }, 30_000);
  await eventually(async () => (await slots()) === 1 || undefined);
  const made = (await setsOf(folder)).at(-1)!.manifest;
  expect(made.folder).toEqual(manifest.folder);
  expect((await reachOf(before))!.at).toBe(made.consistentAt);
  expect([await damages(before), await damages(after)]).toEqual([[], []]);
}, 120_000);

it('refuses a folder of another installation, whose sets it would remove', async () => {
  const foreign = join(work, 'foreign');
  const set = newSetPath(foreign, '2026-01-01T10:00:00.000Z');
  mkdirSync(set, { recursive: true });
  await writeManifest(set, { ...(await setsOf(folder)).at(-1)!.manifest, system: '1' });
  const taken = takeSet({ ownerUrl: server.url, dataDir: work }, { folder: foreign, passphrase, keep: 1, ...quiet });
  await expect(taken).rejects.toThrow('holds sets of another installation');
  expect(readdirSync(foreign)).toEqual([basename(set)]);
}, 60_000);

it('lets the server forget its log where nothing is archived any more', async () => {
  await archive.stop();
  await forgetSlots(server.url);
  expect(await slots()).toBe(0);
  expect(readFileSync(join(folder, 'erasures.json'), 'utf8')).toContain('asked');
});
