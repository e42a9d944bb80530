import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { BASE, LABEL, WAL, type Manifest, type SetFile } from './set-manifest.js';
import { several } from './several.js';
import { readSegment, segmentsOf } from './wal-of-set.js';
import { SEGMENT_BYTES } from './wal-position.js';

const MAX_CONCURRENT_FILES = 4;

export interface UnpackOptions {
  readonly set: string;
  readonly manifest: Manifest;
  /** The server's folder to make. */
  readonly to: string;
  progress(done: number, total: number, what: string): void;
  readonly signal: AbortSignal;
}

/** Makes a server's folder that recovers from the set's log when it is started. Throws a PlainError where the set is damaged. */
export async function unpackSet(options: UnpackOptions): Promise<void> {
  const { set, manifest, to } = options;
  for (const folder of ['', ...manifest.folders, 'pg_wal'])
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  await unpackBase(options);
  await unpackLog(options);
  await copyFile(join(set, LABEL), join(to, LABEL));
  await writeFile(join(to, 'recovery.signal'), '', { mode: 0o600 });
}

async function unpackBase({ set, manifest, to, progress, signal }: UnpackOptions): Promise<void> {
  const files = manifest.files.filter(({ path }) => path.startsWith(`${BASE}/`));
  await several(files, MAX_CONCURRENT_FILES, async (file, done) => {
    signal.throwIfAborted();
    await unpackFile(set, file, join(to, file.path.slice(BASE.length + 1, -'.gz'.length)));
    progress(done, files.length, 'files restored');
  });
}

async function unpackFile(set: string, { path, sha256 }: SetFile, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(undefined, chunk);
    },
  });
  try {
    await pipeline(createReadStream(join(set, path)), seen, createGunzip(), createWriteStream(to, { mode: 0o600 }));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_') && code !== 'ENOENT') throw error;
    throw damaged(path);
  }
  if (hash.digest('hex') !== sha256) throw damaged(path);
}

/** The last segment was not finished: what is not written of it yet is nought. */
async function unpackLog({ set, manifest, to, progress, signal }: UnpackOptions): Promise<void> {
  const segments = await segmentsOf(set, manifest);
  for (const [index, segment] of segments.entries()) {
    signal.throwIfAborted();
    const bytes = await readSegment(set, segment).catch(() => {
      throw damaged(`${WAL}/${segment.file}`);
    });
    const whole = Buffer.alloc(SEGMENT_BYTES);
    bytes.copy(whole);
    await writeFile(join(to, 'pg_wal', segment.name), whole, { mode: 0o600 });
    progress(index + 1, segments.length, 'segments of the log restored');
  }
}

function damaged(path: string): PlainError {
  return new PlainError(
    `${path} of the set is damaged or missing: verify-backup shows all of it. Restore another set. Nothing was changed.`,
  );
}
