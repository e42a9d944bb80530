import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { startPostgres, type RunningPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';
import { strayServers } from '../../../../deploy/postgres/stray-servers.mjs';
import { DATA_FORMAT } from '../../start/data-folder.mjs';
import { makeFolder, newSetPath, retain, setsOf } from './backup-folder.js';
import { keepLedger, readLedger } from './erasure-ledger.js';
import { makeSet } from './make-set.js';
import { restoreSet } from './restore-set.js';
import { connectOwner, flushedTo } from './server.js';
import { verifySet } from './verify-set.js';

const passphrase = 'a passphrase of the spec';
const quiet = { progress: () => undefined, signal: new AbortController().signal };
const erased = {
  district: 1,
  person: '7d7e7b0e-9a5d-4a39-8a09-2f3d6d3a1f11',
  ground: 'asked',
  erasedAt: '2026-01-01T00:00:00Z',
};

let work: string;
let server: RunningPostgres;
let client: pg.Client;
/** With what was acknowledged while it was made, and a second after it. */
let set: string;
let during: number;
let before: Date;
let after: number;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'otklik-backup-'));
  server = await startPostgres({ dataDir: join(work, 'data', 'postgres'), settings: { fsync: 'off' } });
  client = await connectOwner(server.url);
  await client.query('create table appeal (id int primary key, text text not null)');
  await makeFolder(join(work, 'sets'));
  await keepLedger(join(work, 'sets'), [erased]);
  set = newSetPath(join(work, 'sets'), new Date().toISOString());
  const writing = writeAppeals();
  const { copier } = await makeSet({
    ownerUrl: server.url,
    set,
    passphrase,
    secrets: { secrets: '{"kek":"first:abc"}', password: password() },
    folder: DATA_FORMAT,
    erasures: 1,
    slot: 'otklik_backup_spec',
    ...quiet,
  });
  during = await writing.stop();
  await sleep(20);
  before = new Date();
  await sleep(20);
  await client.query('delete from appeal');
  await client.query(`insert into appeal values (0, 'after')`);
  after = 1;
  // A moment has milliseconds: one in which something was committed may be before it.
  await sleep(20);
  await copier.copyTo(await flushedTo(client), new Date().toISOString());
  await copier.close();
}, 120_000);
afterAll(async () => {
  await client.end();
  await server.stop();
  rmSync(work, { recursive: true, force: true });
});

function password(): string {
  return readFileSync(join(work, 'data', 'postgres.password'), 'utf8');
}

/** Answers how many were acknowledged. */
function writeAppeals(): { stop(): Promise<number> } {
  let stopped = false;
  let count = 0;
  const writing = (async () => {
    while (!stopped) {
      await client.query('insert into appeal values ($1, $2)', [count + 1, 'word '.repeat(200)]);
      count += 1;
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await writing;
      return count;
    },
  };
}

let restores = 0;

/** Restores into an empty folder; answers how many appeals are there. */
async function appealsAfter(
  from: string,
  until?: Date,
  dataDir = join(work, `restored-${(restores += 1)}`),
): Promise<number> {
  mkdirSync(dataDir, { recursive: true });
  let count = NaN;
  await restoreSet({
    set: from,
    dataDir,
    until,
    passphrase,
    format: DATA_FORMAT,
    ...quiet,
    finish: async ({ url, folder, erasures }) => {
      expect(erasures).toEqual([erased]);
      expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"kek":"first:abc"}');
      const restored = await connectOwner(url);
      try {
        const { rows } = await restored.query<{ n: number }>('select count(*)::int as n from appeal');
        count = rows[0]!.n;
        await restored.query('create extension if not exists amcheck');
        await restored.query(`select bt_index_check('appeal_pkey', true)`);
      } finally {
        await restored.end();
      }
    },
  });
  expect(readdirSync(dataDir).toSorted()).toEqual(
    ['initialised', 'postgres', 'postgres.log', 'postgres.password', 'secrets.json', 'version.json'].toSorted(),
  );
  return count;
}

it('restores all that was acknowledged to the moment before a mistake', async () => {
  expect(during).toBeGreaterThan(10);
  expect(await appealsAfter(set, before)).toBe(during);
}, 120_000);

it('restores to the end of the archive', async () => {
  expect(await appealsAfter(set)).toBe(after);
}, 120_000);

it('restores to a moment at which nothing was committed any more', async () => {
  const { reach } = await verifySet(set, quiet.progress, quiet.signal);
  expect(await appealsAfter(set, new Date(reach.at))).toBe(after);
}, 120_000);

it('stops a server that outlived its process, whose data were moved away, before it writes into what is restored', async () => {
  const dataDir = join(work, 'killed');
  const { pid } = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  renameSync(dataDir, `${dataDir}.broken`);
  expect(strayServers(join(dataDir, 'postgres'))).toEqual([{ pid, folder: join(`${dataDir}.broken`, 'postgres') }]);
  expect(await appealsAfter(set, undefined, dataDir)).toBe(after);
  expect(strayServers(join(dataDir, 'postgres'))).toEqual([]);
}, 120_000);

describe('refuses with nothing changed', () => {
  const into = (name: string): string => join(work, name);

  it('a folder that is not empty', async () => {
    mkdirSync(into('full'));
    writeFileSync(join(into('full'), 'something'), 'of somebody');
    await expect(appealsAfter(set, undefined, into('full'))).rejects.toThrow('is not empty');
    expect(readdirSync(into('full'))).toEqual(['something']);
  });

  it.each([
    ['before', (at: Date) => new Date(at.getTime() - 3_600_000)],
    ['after', (at: Date) => new Date(at.getTime() + 3_600_000)],
  ])('a moment %s the set', async (word, moment) => {
    mkdirSync(into('empty'), { recursive: true });
    await expect(appealsAfter(set, moment(before), into('empty'))).rejects.toThrow(`is ${word} that`);
    expect(readdirSync(into('empty'))).toEqual([]);
  });

  it('what is no set', async () => {
    await expect(appealsAfter(work)).rejects.toThrow('is no set of a backup');
    await expect(appealsAfter(into('nowhere'))).rejects.toThrow('There is no set');
  });

  it('a set of a newer format of data', async () => {
    const restored = restoreSet({
      set,
      dataDir: into('empty'),
      passphrase,
      format: { ...DATA_FORMAT, format: DATA_FORMAT.format - 1 },
      ...quiet,
      finish: () => Promise.reject(new Error('It was restored.')),
    });
    await expect(restored).rejects.toThrow('restore it by the Otklik that made it');
  });

  it('a set beside which the ledger of erasures is missing or older', async () => {
    const alone = copied('alone');
    rmSync(join(dirname(alone), 'erasures.json'));
    await expect(appealsAfter(alone)).rejects.toThrow('persons who were erased later would come back');
    await keepLedger(dirname(alone), []);
    await expect(appealsAfter(alone)).rejects.toThrow('is older than the set');
  });
});

/** The set in a folder of its own, to be spoiled. */
function copied(name: string): string {
  const folder = join(work, 'copies', name);
  cpSync(join(work, 'sets'), folder, { recursive: true });
  return set.replace(join(work, 'sets'), folder);
}

function segmentsIn(of: string): readonly string[] {
  return readdirSync(join(of, 'wal')).toSorted();
}

function change(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

it('finds nothing in a whole set', async () => {
  expect((await verifySet(copied('whole'), quiet.progress, quiet.signal)).damages).toEqual([]);
}, 60_000);

describe('finds', () => {
  const largest = (of: string): string => join(of, 'base', 'base', '1', '1255.gz');
  const part = (of: string): string =>
    join(
      of,
      'wal',
      segmentsIn(of).find((name) => name.endsWith('.part'))!,
    );
  const finished = (of: string): string =>
    join(
      of,
      'wal',
      segmentsIn(of).find((name) => name.endsWith('.gz'))!,
    );

  it.each<[string, (of: string) => void, RegExp]>([
    ['a changed byte of the database', (of) => change(largest(of)), /1255\.gz was changed/],
    ['a file cut short', (of) => truncateSync(largest(of), 100), /1255\.gz has 100 bytes/],
    ['a missing file', (of) => rmSync(largest(of)), /1255\.gz is missing/],
    ['a changed byte of a finished segment', (of) => change(finished(of)), /wal\/.*\.gz was changed or cut short/],
    ['a finished segment cut short', (of) => truncateSync(finished(of), 1_000), /wal\/.*\.gz was changed or cut short/],
    ['a missing segment in the middle', (of) => rmSync(finished(of)), /wal ends at .* a part of it is missing/],
    ['a changed byte of the last segment', (of) => change(part(of)), /wal\/.*\.part was changed or cut short/],
    ['the last segment cut within a piece', (of) => truncateSync(part(of), 100), /\.part was changed or cut short/],
    ['a missing last segment', (of) => rmSync(part(of)), /wal ends at .* a part of it is missing/],
    ['changed secrets', (of) => change(join(of, 'secrets.sealed')), /secrets\.sealed was changed/],
  ])('%s', async (name, spoil, damage) => {
    const spoiled = copied(name);
    spoil(spoiled);
    const { damages } = await verifySet(spoiled, quiet.progress, quiet.signal);
    expect(damages).toEqual([expect.stringMatching(damage)]);
  });

  it('a changed manifest', async () => {
    const spoiled = copied('manifest');
    const file = join(spoiled, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"timeline":1', '"timeline":2'));
    await expect(verifySet(spoiled, quiet.progress, quiet.signal)).rejects.toThrow('cannot be trusted');
  });

  it('a changed ledger of erasures', async () => {
    const spoiled = copied('ledger');
    const file = join(dirname(spoiled), 'erasures.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('asked', 'never'));
    await expect(readLedger(dirname(spoiled))).rejects.toThrow('was changed');
    expect((await verifySet(spoiled, quiet.progress, quiet.signal)).damages).toHaveLength(1);
  });

  it('damage while it restores, and leaves nothing', async () => {
    const spoiled = copied('restored');
    writeFileSync(largest(spoiled), gzipSync('of somebody else'));
    const dataDir = join(work, 'spoiled');
    await expect(appealsAfter(spoiled, undefined, dataDir)).rejects.toThrow('1255.gz of the set is damaged');
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

it('keeps the newest sets, and none that was never completed', async () => {
  const folder = join(work, 'kept');
  for (const hour of ['10', '11', '12'])
    cpSync(set, newSetPath(folder, `2026-01-01T${hour}:00:00.000Z`), { recursive: true });
  const attempt = newSetPath(folder, '2026-01-01T13:00:00.000Z');
  mkdirSync(attempt);
  const removed = await retain(folder, 2, []);
  expect(removed.map((path) => path.slice(folder.length + 1, folder.length + 14))).toEqual([
    '2026-01-01T10',
    '2026-01-01T13',
  ]);
  expect(await setsOf(folder)).toHaveLength(2);
  expect(existsSync(attempt)).toBe(false);
});

it('never forgets an erasure that it knew', async () => {
  const folder = join(work, 'ledger');
  mkdirSync(folder);
  await keepLedger(folder, [erased]);
  await keepLedger(folder, [{ ...erased, district: 2 }]);
  expect(await readLedger(folder)).toEqual([erased, { ...erased, district: 2 }]);
});
