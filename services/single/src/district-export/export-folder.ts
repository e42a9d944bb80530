import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { flushFolder, writeWhole } from '../durable-file.js';

export const MANIFEST = 'manifest.json';
export const KEYS = 'keys.sealed';

export interface ExportedFile {
  /** In the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of lines of JSON. */
  readonly lines?: number;
}

/**
 * What an export consists of. Its hash is in the sealed keys, so that another one cannot be written without the
 * passphrase.
 */
export interface ExportManifest {
  readonly format: 1;
  readonly district: { readonly id: number; readonly code: string; readonly name: string };
  readonly takenAt: string;
  /** Names of the migrations by schema: rows fit an installation that has the same. */
  readonly schemas: Readonly<Record<string, readonly string[]>>;
  /** Of the register's rows; null where the register lagged behind the events. */
  readonly register: string | null;
  readonly erasures: number;
  /** All but the manifest, the keys and the files of residents, which `files.jsonl` lists. */
  readonly files: readonly ExportedFile[];
}

/** A new folder, or one that is empty. Throws a PlainError for another. */
export async function makeExportFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new PlainError(`${folder} is not empty: an export needs a folder of its own.`);
}

export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

/** A file that is written piece by piece and hashed on the way. Its handle is closed at the end of the scope (`await using`). */
export class HashedFile implements AsyncDisposable {
  private bytes = 0;
  private lines = 0;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly hash: Hash,
  ) {}

  static async create(folder: string, path: string): Promise<HashedFile> {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    return new HashedFile(path, await open(join(folder, path), 'wx', 0o600), createHash('sha256'));
  }

  async addLines(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    this.lines += lines.length;
    await this.add(Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
  }

  /** Once nothing more is added. */
  async finish(): Promise<ExportedFile> {
    await this.handle.sync();
    return { path: this.path, bytes: this.bytes, sha256: this.hash.digest('hex'), lines: this.lines };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.handle.close();
  }

  private async add(bytes: Buffer): Promise<void> {
    this.hash.update(bytes);
    this.bytes += bytes.length;
    await this.handle.writeFile(bytes);
  }
}

export async function writeFileOf(folder: string, path: string, content: Buffer): Promise<ExportedFile> {
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
  await writeWhole(join(folder, path), content);
  return { path, bytes: content.length, sha256: sha256(content) };
}

/** Answers the hash by which the keys know it. */
export function hashOf(manifest: ExportManifest): string {
  return sha256(JSON.stringify(manifest));
}

/** Last: a folder without it is no export. */
export async function writeManifest(folder: string, manifest: ExportManifest): Promise<void> {
  await writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest)}\n`);
  await flushFolder(folder);
}

/** Throws a PlainError where the folder is no export. */
export async function readManifest(folder: string): Promise<ExportManifest> {
  const noExport = new PlainError(`${folder} is no export of a district. Nothing was changed.`);
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw noExport;
  });
  try {
    const manifest = JSON.parse(text) as ExportManifest;
    if (manifest.format === 1 && Number.isInteger(manifest.district.id) && Array.isArray(manifest.files))
      return manifest;
  } catch {
    // Reported below, like any other text.
  }
  throw noExport;
}

/** Throws a PlainError where a file is missing, or is not the one that was written. */
export async function demandUnchanged(folder: string, { path, bytes, sha256: written }: ExportedFile): Promise<void> {
  const file = join(folder, path);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) throw new PlainError(`${path} of the export is missing. Nothing was changed.`);
  if (size !== bytes || (await sha256Of(file)) !== written)
    throw new PlainError(`${basename(folder)}/${path} was changed since the export. Nothing was changed here.`);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
