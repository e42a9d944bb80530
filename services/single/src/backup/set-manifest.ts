import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { writeWhole } from '../durable-file.js';

export const MANIFEST = 'manifest.json';
export const SECRETS = 'secrets.sealed';
export const BASE = 'base';
export const WAL = 'wal';
export const LABEL = 'backup_label';

/** A file of the set. */
export interface SetFile {
  /** In the set, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a set consists of. It is written last: a folder without it is an attempt. */
export interface Manifest {
  readonly format: 1;
  /** Of the data folder (`version.json`). */
  readonly folder: { readonly format: number; readonly postgres: string };
  /** The server's own number, the same in all its copies. */
  readonly system: string;
  readonly timeline: number;
  /** Where recovery begins, and from where on the copy is consistent. */
  readonly from: string;
  readonly to: string;
  readonly begunAt: string;
  /** The earliest moment that can be restored. */
  readonly consistentAt: string;
  /** The replication slot that keeps the log for the archive of this set; absent where the set is not continued. */
  readonly slot?: string;
  /** How many erasures the ledger held. */
  readonly erasures: number;
  /** Where residents' files are kept beside the database, without its secrets. */
  readonly filesElsewhere?: string;
  /** Folders of the base copy that are empty. */
  readonly folders: readonly string[];
  /** All files but those of `wal`, whose names tell their hashes. */
  readonly files: readonly SetFile[];
}

export async function writeManifest(set: string, manifest: Manifest): Promise<void> {
  const body = JSON.stringify(manifest);
  await writeWhole(join(set, MANIFEST), `${JSON.stringify({ sha256: sha256(body), manifest })}\n`);
}

/** Undefined where the folder is no set, or one that was never completed. Throws a PlainError where it was changed. */
export async function readManifest(set: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(set, MANIFEST), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  const manifest = parseManifest(text);
  if (!manifest) throw new PlainError(`${join(set, MANIFEST)} was changed: the set cannot be trusted.`);
  return manifest;
}

/** Undefined where it was changed. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { sha256: hash, manifest } = JSON.parse(text) as { sha256: string; manifest: Manifest };
    return sha256(JSON.stringify(manifest)) === hash && manifest.format === 1 ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
