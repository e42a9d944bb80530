import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { demandLedger } from './erasure-ledger.js';
import { readManifest, WAL, type Manifest, type SetFile } from './set-manifest.js';
import { endOf, readSegment, reachOf, segmentsOf, type StoredSegment } from './wal-of-set.js';
import type { Reach } from './wal-copier.js';
import { positionOf, textOf } from './wal-position.js';

export interface VerifiedSet {
  readonly manifest: Manifest;
  readonly reach: Reach;
  /** One line each; empty when the set is whole. */
  readonly damages: readonly string[];
}

type Progress = (done: number, total: number, what: string) => void;

/** Of a folder that is no set: one line. Throws a PlainError. */
export async function demandSet(set: string): Promise<Manifest> {
  const manifest = await readManifest(set);
  if (manifest) return manifest;
  const isThere = await stat(set).catch(() => undefined);
  throw new PlainError(
    isThere ? `${set} is no set of a backup, or one that was never completed.` : `There is no set ${set}.`,
  );
}

/** Reads all of the set: every file by its hash, the log without a gap, the ledger beside it. Changes nothing. */
export async function verifySet(set: string, progress: Progress, signal: AbortSignal): Promise<VerifiedSet> {
  const manifest = await demandSet(set);
  const damages: string[] = [];
  for (const [index, file] of manifest.files.entries()) {
    signal.throwIfAborted();
    const damage = await damageOf(set, file);
    if (damage) damages.push(`${file.path} ${damage}`);
    progress(index + 1, manifest.files.length, 'files checked');
  }
  const reach = (await reachOf(set)) ?? { to: manifest.to, at: manifest.consistentAt };
  damages.push(...(await damagesOfLog(set, manifest, reach, progress, signal)));
  await demandLedger(dirname(set), manifest.erasures).catch((error: unknown) => {
    if (!(error instanceof PlainError)) throw error;
    damages.push(error.message);
  });
  return { manifest, reach, damages };
}

async function damageOf(set: string, { path, bytes, sha256 }: SetFile): Promise<string | undefined> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    await pipeline(createReadStream(join(set, path)), async function (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        read += chunk.length;
      }
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`;
  }
  if (read !== bytes) return `has ${read} bytes instead of ${bytes}`;
  return hash.digest('hex') === sha256 ? undefined : 'was changed';
}

async function damagesOfLog(
  set: string,
  manifest: Manifest,
  reach: Reach,
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const segments = await segmentsOf(set, manifest);
  const damages: string[] = [];
  let last = 0;
  for (const [index, segment] of segments.entries()) {
    signal.throwIfAborted();
    try {
      last = (await readStored(set, manifest, segment)).length;
    } catch (error) {
      damages.push(`${WAL}/${segment.file} ${(error as Error).message}`);
    }
    progress(index + 1, segments.length, 'segments of the log checked');
  }
  const end = endOf(manifest, segments.length, last);
  const promised = [manifest.to, reach.to].map(positionOf).reduce((a, b) => (a > b ? a : b));
  if (damages.length === 0 && end < promised)
    damages.push(`${WAL} ends at ${textOf(end)}, and the archive reached ${textOf(promised)}: a part of it is missing`);
  return damages;
}

/** One that was written is finished meanwhile under another name. */
async function readStored(set: string, manifest: Manifest, segment: StoredSegment): Promise<Buffer> {
  try {
    return await readSegment(set, segment);
  } catch (error) {
    if (segment.sha256 !== undefined || !(await isGone(join(set, WAL, segment.file)))) throw error;
    const now = (await segmentsOf(set, manifest)).find(({ name }) => name === segment.name);
    if (now?.sha256 === undefined) throw error;
    return readSegment(set, now);
  }
}

function isGone(file: string): Promise<boolean> {
  return access(file).then(
    () => false,
    () => true,
  );
}
