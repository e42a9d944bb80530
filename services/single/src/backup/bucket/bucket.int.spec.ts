import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installDirectory } from '@otklik/tenancy';
import { eventually, needing } from '@otklik/testing';
import { installVault } from '@otklik/vault';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { startPostgres, type RunningPostgres } from '../../../../../deploy/postgres/embedded-postgres.mjs';
import { s3Store, type S3Store } from '../../../../../deploy/stack/s3.js';
import { missingRequirement } from '../../../../../deploy/stack/stack.js';
import { DATA_FORMAT } from '../../../start/data-folder.mjs';
import { Archive } from '../archive.js';
import { setsOf } from '../backup-folder.js';
import { keepLedger, parseLedger, readLedger } from '../erasure-ledger.js';
import { restoreSet } from '../restore-set.js';
import { connectOwner } from '../server.js';
import { writeManifest } from '../set-manifest.js';
import { verifySet } from '../verify-set.js';
import { reachOf } from '../wal-of-set.js';
import { backUpToBucket } from './back-up-to-bucket.js';
import { BucketMirror } from './bucket-mirror.js';
import { BucketOfSets } from './bucket-of-sets.js';
import { bucketTarget } from './bucket-target.js';
import { fetchSet } from './fetch-set.js';
import { ObjectStore } from './object-store.js';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const quiet = { progress: () => undefined, signal: new AbortController().signal };
const passphrase = 'a passphrase of the spec';

const missing = missingRequirement();
needing(missing && `needs an S3 server: ${missing}`, () => {
  let work: string;
  let s3: S3Store;
  let server: RunningPostgres;
  let client: pg.Client;
  let archive: Archive | undefined;
  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'otklik-bucket-'));
    s3 = await s3Store(console.warn);
    server = await startPostgres({ dataDir: join(work, 'postgres'), settings: { fsync: 'off' } });
    writeFileSync(join(work, 'secrets.json'), '{"kek":"first:key"}');
    client = await connectOwner(server.url);
    await installVault(server.url);
    await installDirectory(server.url);
    await client.query('create table word (text text)');
  }, 240_000);
  afterAll(async () => {
    await archive?.stop();
    await client.end();
    await server.stop();
    await s3.stop();
    rmSync(work, { recursive: true, force: true });
  });

  const environment = (change: Readonly<Record<string, string>> = {}) => {
    const { origin, username, password } = new URL(s3.url);
    const key = { AWS_ACCESS_KEY_ID: username, AWS_SECRET_ACCESS_KEY: decodeURIComponent(password) };
    return { AWS_ENDPOINT_URL: origin, ...key, ...change };
  };
  const target = (path: string, change?: Readonly<Record<string, string>>) =>
    bucketTarget(`s3://${path}`, environment(change));
  const storeAt = (path: string) => new ObjectStore(target(path), quiet.signal);
  const erase = (person: number) =>
    client.query(
      `insert into vault.erasure (district, person, ground, erased_at) values
        (1, ('00000000-0000-4000-8000-' || lpad($1::text, 12, '0'))::uuid, 'asked', now())`,
      [person],
    );
  let fetches = 0;
  const fetched = (path: string) =>
    fetchSet({ target: target(path), to: join(work, `fetched-${++fetches}`), ...quiet });

  async function damages(set: string): Promise<readonly string[]> {
    return (await verifySet(set, quiet.progress, quiet.signal)).damages;
  }

  /** How many words are in the database that is restored of the set. */
  async function wordsIn(set: string): Promise<number> {
    const dataDir = join(work, `restored-${basename(join(set, '..'))}`);
    mkdirSync(dataDir);
    let count = -1;
    const finish = async ({ url }: { readonly url: string }): Promise<void> => {
      const restored = await connectOwner(url);
      count = (await restored.query('select from word')).rowCount!;
      await restored.end();
    };
    await restoreSet({ set, dataDir, passphrase, format: DATA_FORMAT, finish, ...quiet });
    return count;
  }

  it('takes the sets of the folder with the log and the erasures after them, while the store is away, too', async () => {
    const folder = join(work, 'sets');
    const options = {
      ownerUrl: server.url,
      dataDir: work,
      folder,
      everyHours: 24,
      keep: 1,
      passphrase,
      logger: silent,
    };
    const mirror = () =>
      new BucketMirror({ folder, target: target('files/all'), keep: 1, logger: silent, intervalMs: 50 });
    archive = new Archive({ ...options, intervalMs: 50, mirror: mirror() });
    archive.start();
    const reached = async (): Promise<string> => {
      await client.query(`insert into word values ('one more')`);
      const at = new Date().toISOString();
      return eventually(async () => {
        const { completed } = await new BucketOfSets(storeAt('files/all')).names();
        const reach = await storeAt('files/all').get(`${completed.at(-1)}/reach.json`);
        return reach && (JSON.parse(String(reach)) as { at: string }).at > at ? completed.at(-1) : undefined;
      }, 240_000);
    };
    const first = await reached();
    await s3.server.stop();
    await client.query(`insert into word values ('while it is away')`);
    await erase(1);
    // Finishes a segment, and begins another.
    await client.query('select pg_switch_wal()');
    await s3.server.start();
    expect(await reached()).toBe(first);
    const set = await fetched('files/all');
    expect(await damages(set)).toEqual([]);
    expect(await readLedger(join(set, '..'))).toHaveLength(1);
    expect(await wordsIn(set)).toBe(3);

    await archive.stop();
    archive = new Archive({ ...options, intervalMs: 50, mirror: mirror() });
    archive.start();
    expect(await reached()).toBe(first);
    await archive.stop();
    archive = undefined;
    // On a slow machine the last look may have been cut.
    await mirror().stop(60_000);
    const copy = await fetched(`files/all/${first}`);
    expect(await damages(copy)).toEqual([]);
    const [own] = await setsOf(folder);
    expect(await reachOf(copy)).toEqual(await reachOf(own!.path));
    expect(readdirSync(join(copy, 'wal')).sort()).toEqual(readdirSync(join(own!.path, 'wal')).sort());
  }, 480_000);

  describe('a folder of sets', () => {
    const folder = () => join(work, 'small');
    const mirrored = async (path: string, keep: number): Promise<void> => {
      const mirror = new BucketMirror({ folder: folder(), target: target(path), keep, logger: silent, intervalMs: 20 });
      await mirror.stop(60_000);
    };

    /** A set of one file, whose log ends with this text. */
    async function addSet(name: string, log: string, system = '7'): Promise<string> {
      const set = join(folder(), name);
      mkdirSync(join(set, 'wal'), { recursive: true });
      writeFileSync(join(set, 'backup_label'), name);
      writeFileSync(join(set, 'wal', '000000010000000000000001.part'), log);
      writeFileSync(join(set, 'reach.json'), JSON.stringify({ to: '0/1', at: new Date().toISOString() }));
      const files = [{ path: 'backup_label', bytes: name.length, sha256: '' }];
      const times = { begunAt: '2026-01-01T00:00:00.000Z', consistentAt: '2026-01-01T00:00:00.000Z' };
      const rest = { folder: DATA_FORMAT, timeline: 1, from: '0/1', to: '0/1', erasures: 0, folders: [] };
      await writeManifest(set, { format: 1, system, ...times, ...rest, files });
      return set;
    }

    const [one, two, three] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => `${day}T00-00-00-000Z`);

    it('goes on with the newest, up to which the one before it is added to, and so many stay', async () => {
      const first = await addSet(one!, 'begun');
      await storeAt('files/small').put('2025-01-01T00-00-00-000Z/backup_label', Buffer.from('an attempt'));
      await mirrored('files/small', 2);
      await addSet(one!, 'begun, and ended');
      rmSync(join(first, 'wal', '000000010000000000000001.part'));
      writeFileSync(join(first, 'wal', `000000010000000000000001-${'0'.repeat(64)}.gz`), 'all of it');
      await addSet(two!, 'next');
      await mirrored('files/small', 2);
      const keys = async (): Promise<readonly string[]> =>
        (await storeAt('files/small').list('')).map(({ key }) => key).sort();
      const files = ['backup_label', 'manifest.json', 'reach.json'];
      expect(await keys()).toEqual([
        ...files.map((file) => `${one}/${file}`),
        `${one}/wal/000000010000000000000001-${'0'.repeat(64)}.gz`,
        ...files.map((file) => `${two}/${file}`),
        `${two}/wal/000000010000000000000001.part`,
      ]);
      await addSet(three!, 'last');
      await mirrored('files/small', 2);
      expect(await new BucketOfSets(storeAt('files/small')).names()).toEqual({ completed: [two, three], attempts: [] });
      expect(String(await storeAt('files/small').get(`${three}/wal/000000010000000000000001.part`))).toBe('last');
    }, 60_000);

    it('does not go where sets of another installation are', async () => {
      await addSet(three!, 'last');
      await mirrored('files/own', 1);
      await addSet('2026-01-04T00-00-00-000Z', 'of another', '8');
      await mirrored('files/own', 1);
      expect((await new BucketOfSets(storeAt('files/own')).names()).completed).toEqual([three]);
      await expect(new BucketOfSets(storeAt('files/own')).demandOwn('8')).rejects.toThrow(
        's3://files/own holds sets of another installation',
      );
    }, 60_000);

    it('has a ledger that never loses a line, here and in the bucket', async () => {
      const line = (n: number) => ({ district: 1, person: `person ${n}`, ground: 'asked', erasedAt: '2026-01-01' });
      const [here, there] = [join(work, 'ledger 1'), join(work, 'ledger 2')];
      for (const [path, n] of [
        [here, 1],
        [there, 2],
      ] as const) {
        mkdirSync(path);
        await keepLedger(path, [line(n)]);
        await new BucketOfSets(storeAt('files/ledger')).keepLedger(path);
      }
      expect((await readLedger(there))!.map(({ person }) => person).sort()).toEqual(['person 1', 'person 2']);
      expect(parseLedger(String(await storeAt('files/ledger').get('erasures.json')))).toHaveLength(2);
      await storeAt('files/ledger').put('erasures.json', Buffer.from('{"sha256":"","erasures":[]}'));
      await expect(new BucketOfSets(storeAt('files/ledger')).keepLedger(there)).rejects.toThrow('was changed');
    }, 60_000);
  });

  describe('a set by hand', () => {
    const options = { keep: 2, passphrase, ...quiet };
    const source = () => ({ ownerUrl: server.url, dataDir: work });

    it('is copied in parts, gone on with after an interruption, and leaves nothing in the data folder', async () => {
      // Compresses badly, so that its file is larger than a part.
      await client.query(`create table noise (bytes bytea); alter table noise alter column bytes set storage external`);
      for (let n = 0; n < 12; n += 1) await client.query('insert into noise values ($1)', [randomBytes(1024 * 1024)]);
      const interrupted = new AbortController();
      const progress = (done: number, _total: number, what: string): void => {
        if (what === 'files copied to the bucket' && done === 400) interrupted.abort();
      };
      await expect(
        backUpToBucket(source(), target('files/hand'), { ...options, progress, signal: interrupted.signal }),
      ).rejects.toThrow();
      expect((await new BucketOfSets(storeAt('files/hand')).names()).completed).toEqual([]);
      await expect(fetched('files/hand')).rejects.toThrow('there is no completed set in s3://files/hand.');
      await erase(2);
      const { set, isContinued } = await backUpToBucket(source(), target('files/hand'), options);
      expect(isContinued).toBe(true);
      expect(Math.max(...set.manifest.files.map(({ bytes }) => bytes))).toBeGreaterThan(8 * 1024 * 1024);
      expect(existsSync(join(work, 'backup-spool'))).toBe(false);
      const copy = await fetched(`files/hand/${basename(set.path)}`);
      expect(await damages(copy)).toEqual([]);
      expect((await readLedger(join(copy, '..')))!.map(({ person }) => person.at(-1))).toContain('2');
      const [file] = set.manifest.files;
      const { mtimeMs } = statSync(join(copy, file!.path));
      rmSync(join(copy, set.manifest.files[1]!.path));
      await fetchSet({ target: target('files/hand'), to: join(copy, '..'), ...quiet });
      expect(statSync(join(copy, file!.path)).mtimeMs).toBe(mtimeMs);
      expect(await damages(copy)).toEqual([]);
    }, 480_000);

    it.each([
      [
        'a wrong secret',
        'files/x',
        { AWS_SECRET_ACCESS_KEY: 'another' },
        /refuses the key for s3:\/\/files\/x \(HTTP 403/,
      ],
      ['an unknown key', 'files/x', { AWS_ACCESS_KEY_ID: 'another' }, /refuses the key for s3:\/\/files\/x \(HTTP 403/],
      ['an absent bucket', 'flies/x', {}, /there is no bucket for s3:\/\/flies\/x at .* \(HTTP 404 NoSuchBucket\)/],
      ['a store that is away', 'files/x', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, /does not answer \(\w+\)/],
    ] as const)('is refused in one line for %s, before the database is copied', async (_, path, change, line) => {
      const before = readdirSync(work);
      const refused = backUpToBucket(source(), target(path, change), options);
      await expect(refused).rejects.toMatchObject({ name: 'PlainError', message: expect.stringMatching(line) });
      await expect(refused).rejects.not.toThrow(/another|\n/);
      expect(readdirSync(work)).toEqual(before);
    });
  });
});

describe('the name of a bucket', () => {
  const key = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };

  it('is a bucket and a prefix, in the store of AWS or another', () => {
    expect(bucketTarget('s3://backups/otklik/aldan/', { ...key, AWS_REGION: 'eu-north-1' })).toEqual({
      endpoint: 'https://s3.eu-north-1.amazonaws.com/backups',
      region: 'eu-north-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      prefix: 'otklik/aldan',
      name: 's3://backups/otklik/aldan',
    });
    expect(bucketTarget('s3://backups', { ...key, AWS_ENDPOINT_URL: 'https://storage.example/' })).toMatchObject({
      endpoint: 'https://storage.example/backups',
      prefix: '',
      name: 's3://backups',
    });
  });

  it.each(['s3://', 's3://b', 's3://key:secret@backups/x', 's3://backups/a b', 's3://backups/../x', 's3://backups//x'])(
    'is not %s',
    (url) => expect(() => bucketTarget(url, key)).toThrow(/^a (bucket|prefix)/),
  );

  it('needs a key', () =>
    expect(() => bucketTarget('s3://backups/x', {})).toThrow(/^AWS_ACCESS_KEY_ID: must be given/));
});
