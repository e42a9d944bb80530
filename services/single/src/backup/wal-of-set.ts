import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { WAL, type Manifest } from './set-manifest.js';
import { REACH, UNFINISHED, type Reach } from './wal-copier.js';
import { joinPieces } from './wal-frames.js';
import { positionOf, SEGMENT_BYTES, segmentName, segmentOf, startOf, type WalPosition } from './wal-position.js';

const decompressed = promisify(gunzip);

/** A segment as it lies in the set. */
export interface StoredSegment {
  /** The server's name for it. */
  readonly name: string;
  readonly file: string;
  /** Of a finished one: the hash of the file. */
  readonly sha256?: string;
}

const STORED = /^([0-9A-F]{24})-([0-9a-f]{64})\.gz$/;

/** The segments from the beginning of the copy on, without a gap; damaged ones are among them. */
export async function segmentsOf(set: string, manifest: Manifest): Promise<readonly StoredSegment[]> {
  const names = await readdir(join(set, WAL));
  const found = new Map<string, StoredSegment>();
  for (const file of names.filter((name) => name.endsWith(UNFINISHED)))
    found.set(file.slice(0, -UNFINISHED.length), { name: file.slice(0, -UNFINISHED.length), file });
  for (const file of names) {
    const [, name, sha256] = STORED.exec(file) ?? [];
    if (name !== undefined && sha256 !== undefined) found.set(name, { name, file, sha256 });
  }
  const segments: StoredSegment[] = [];
  for (let number = segmentOf(positionOf(manifest.from)); ; number += 1n) {
    const segment = found.get(segmentName(manifest.timeline, number));
    if (!segment) return segments;
    segments.push(segment);
  }
}

/** How far the archive says that it reaches. */
export async function reachOf(set: string): Promise<Reach | undefined> {
  try {
    return JSON.parse(await readFile(join(set, REACH), 'utf8')) as Reach;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What the server wrote of the segment. Throws an Error that says what is wrong. */
export async function readSegment(set: string, { file, sha256 }: StoredSegment): Promise<Buffer> {
  const content = await readFile(join(set, WAL, file));
  if (sha256 === undefined) return partOf(content);
  if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Error('was changed or cut short');
  const bytes = await decompressed(content, { maxOutputLength: SEGMENT_BYTES });
  if (bytes.length !== SEGMENT_BYTES) throw new Error('is shorter than a segment');
  return bytes;
}

function partOf(content: Buffer): Buffer {
  const { bytes, whole } = joinPieces(content);
  if (!whole) throw new Error('was changed or cut short');
  return bytes;
}

/** The end of the log that these segments hold, of the last of which `bytes` are there. */
export function endOf(manifest: Manifest, segments: number, bytes: number): WalPosition {
  const first = segmentOf(positionOf(manifest.from));
  return startOf(first + BigInt(segments) - 1n) + BigInt(bytes);
}
