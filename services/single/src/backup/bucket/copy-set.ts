import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KnownSet } from '../backup-folder.js';
import { MANIFEST, WAL } from '../set-manifest.js';
import { several } from '../several.js';
import { REACH, UNFINISHED, type Reach } from '../wal-copier.js';
import type { ObjectStore } from './object-store.js';

const MAX_CONCURRENT_FILES = 8;
/** A segment may be finished while it is read; the next look finds it under its new name. */
const MAX_LOOKS = 5;

/** The log of a set at one moment: all of it up to `reach` is in these files. */
interface LogNow {
  readonly reach: Buffer | undefined;
  readonly finished: readonly string[];
  readonly unfinished: ReadonlyMap<string, Buffer>;
}

export interface CopyOptions {
  /** Called once the log to be copied is known and before any of it is: the ledger must not be older than the log. */
  ledger(): Promise<void>;
  progress(done: number, total: number, what: string): void;
}

/**
 * Copies one set into a bucket, under the same names, and what was added to it since, as often as it is asked. What is there
 * already stays: an interrupted copy is gone on with. The manifest comes last, as in the folder.
 */
export class SetCopy {
  private readonly name: string;
  /** Key → size, or the hash of what changes. */
  private there: Map<string, number | string> | undefined;

  constructor(
    private readonly store: ObjectStore,
    readonly set: KnownSet,
  ) {
    this.name = basename(set.path);
  }

  /** Answers how far the copy reaches. */
  async pass({ ledger, progress }: CopyOptions): Promise<Reach | undefined> {
    this.there ??= new Map((await this.store.list(`${this.name}/`)).map(({ key, bytes }) => [key, bytes]));
    const log = await this.logNow();
    await ledger();
    const { manifest } = this.set;
    const finished = log.finished.map((name) => `${WAL}/${name}`);
    const files = [...manifest.files.map(({ path }) => path), ...finished];
    await several(files, MAX_CONCURRENT_FILES, async (path, done) => {
      await this.putFile(path);
      progress(done, files.length, 'files copied to the bucket');
    });
    for (const [name, bytes] of log.unfinished) await this.putChanged(`${WAL}/${name}`, bytes);
    if (log.reach) await this.putChanged(REACH, log.reach);
    await this.putFile(MANIFEST);
    await this.removeOldParts(log);
    return log.reach && (JSON.parse(log.reach.toString('utf8')) as Reach);
  }

  private async logNow(): Promise<LogNow> {
    for (let look = 1; ; look += 1) {
      try {
        const reach = await readFile(join(this.set.path, REACH)).catch(absent);
        const names = await readdir(join(this.set.path, WAL));
        const parts = names.filter((name) => name.endsWith(UNFINISHED));
        const read = parts.map(async (name) => [name, await readFile(join(this.set.path, WAL, name))] as const);
        return {
          reach,
          finished: names.filter((name) => name.endsWith('.gz')),
          unfinished: new Map(await Promise.all(read)),
        };
      } catch (error) {
        if (look === MAX_LOOKS || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }

  /** One that never changes under its name. */
  private async putFile(path: string): Promise<void> {
    const key = `${this.name}/${path}`;
    const { size } = await stat(join(this.set.path, path));
    if (this.there!.get(key) === size) return;
    await this.store.putFile(key, join(this.set.path, path));
    this.there!.set(key, size);
  }

  private async putChanged(path: string, bytes: Buffer): Promise<void> {
    const key = `${this.name}/${path}`;
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (this.there!.get(key) === hash) return;
    await this.store.put(key, bytes);
    this.there!.set(key, hash);
  }

  /** Of segments that are finished: the bucket has them whole. */
  private async removeOldParts({ unfinished }: LogNow): Promise<void> {
    for (const key of this.there!.keys()) {
      if (!key.endsWith(UNFINISHED) || unfinished.has(basename(key))) continue;
      await this.store.remove(key);
      this.there!.delete(key);
    }
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
