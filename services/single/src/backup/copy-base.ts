import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { BASE, type SetFile } from './set-manifest.js';
import { several } from './several.js';

/** Of one copy at a time: requests keep the other core. */
const MAX_CONCURRENT_FILES = 2;
/** The server itself writes it in one piece; so equal readings are no half of one. */
const CONTROL = 'global/pg_control';
const CONTROL_READINGS = 50;

/** Their files mean something to the running server alone. The folders must exist. */
const LEFT_EMPTY = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT_OUT = /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|backup_label(\.old)?|pgsql_tmp.*|.*\.draft)$/;

export interface BaseCopy {
  readonly files: readonly SetFile[];
  /** Empty ones. */
  readonly folders: readonly string[];
}

export interface BaseCopyOptions {
  /** The server's folder, between `pg_backup_start` and `pg_backup_stop`. */
  readonly from: string;
  readonly set: string;
  progress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

/**
 * Copies what the server has on disk while it writes: pages that are torn by that are replaced when the log is replayed. A file
 * that is gone meanwhile is left out, as its table is.
 */
export async function copyBase({ from, set, progress, signal }: BaseCopyOptions): Promise<BaseCopy> {
  const found = await listed(from);
  const names = found.files.filter((name) => name !== CONTROL);
  const folders = new Set([BASE, ...found.files.map((name) => dirname(`${BASE}/${name}`))]);
  for (const folder of folders) await mkdir(join(set, folder), { recursive: true, mode: 0o700 });
  const files: SetFile[] = [];
  await several(names, MAX_CONCURRENT_FILES, async (name, done) => {
    signal.throwIfAborted();
    const copied = await copyFile(join(from, name), set, `${BASE}/${name}.gz`);
    if (copied) files.push(copied);
    progress(done, names.length + 1);
  });
  files.push(await copyControl(from, set));
  progress(names.length + 1, names.length + 1);
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), folders: found.folders };
}

async function listed(
  from: string,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = LEFT_EMPTY.includes(folder) ? [] : await readdir(join(from, folder), { withFileTypes: true });
    if (entries.length === 0) folders.push(folder);
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === 'pg_tblspc')
        throw new PlainError('the database has tablespaces outside its folder, which this backup does not copy.');
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile() && !LEFT_OUT.test(name)) files.push(name);
    }
  };
  await walk('');
  return { files, folders };
}

/** Compressed; the hash is of what was written, so that it is checked without decompressing. */
async function copyFile(from: string, set: string, path: string): Promise<SetFile | undefined> {
  const seen = measured();
  const to = createWriteStream(join(set, path), { flags: 'wx', mode: 0o600, flush: true });
  try {
    await pipeline(createReadStream(from), createGzip({ level: 1 }), seen.through, to);
  } catch (error) {
    const { code, path: gone } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' || gone !== from) throw error;
    await rm(join(set, path), { force: true });
    return undefined;
  }
  return { path, ...seen.result() };
}

function measured(): { readonly through: Transform; result(): Omit<SetFile, 'path'> } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(undefined, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** Last, as the server's own tools copy it. */
async function copyControl(from: string, set: string): Promise<SetFile> {
  const file = join(from, CONTROL);
  for (let left = CONTROL_READINGS; left > 0; left -= 1) {
    const before = await readFile(file);
    await sleep(20);
    const copied = await copyFile(file, set, `${BASE}/${CONTROL}.gz`);
    if (copied && before.equals(await readFile(file))) return copied;
    await rm(join(set, `${BASE}/${CONTROL}.gz`), { force: true });
  }
  throw new Error(`${CONTROL} changes all the time.`);
}

/** Of all files in the server's folder, in bytes. */
export async function sizeOf(from: string): Promise<number> {
  const { files } = await listed(from);
  let bytes = 0;
  for (const name of files) bytes += (await stat(join(from, name)).catch(() => undefined))?.size ?? 0;
  return bytes;
}
