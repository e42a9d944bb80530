import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PlainError } from '../../../../../deploy/bootstrap/plain-error.mjs';
import { isSetName, makeFolder } from '../backup-folder.js';
import { LEDGER } from '../erasure-ledger.js';
import { WAL, writeManifest } from '../set-manifest.js';
import { several } from '../several.js';
import { REACH, UNFINISHED } from '../wal-copier.js';
import { BucketOfSets } from './bucket-of-sets.js';
import type { BucketTarget } from './bucket-target.js';
import { ObjectStore } from './object-store.js';

export interface FetchOptions {
  /** Of a set, or of the folder of sets: then the newest. */
  readonly target: BucketTarget;
  /** Made, or gone on with. */
  readonly to: string;
  progress(done: number, total: number, what: string): void;
  readonly signal: AbortSignal;
}

const MAX_CONCURRENT_FILES = 8;
/** A segment may be finished while the set is fetched: its part is gone then. */
const MAX_LOOKS = 3;
/** Object names that do not match are never used as file paths. */
const PATH = /^(?!.*\.\.)[\w./-]+$/;

/** Fetches a set and the ledger beside it into a folder; answers the path of the set. What is there whole is not fetched again. */
export async function fetchSet({ target, to, progress, signal }: FetchOptions): Promise<string> {
  const { target: folder, name } = placeOf(target);
  const sets = new BucketOfSets(new ObjectStore(folder, signal));
  const { store } = sets;
  const chosen = name ?? (await sets.names()).completed.at(-1);
  const manifest = chosen === undefined ? undefined : await sets.manifest(chosen);
  if (chosen === undefined || !manifest) throw new PlainError(`there is no completed set in ${target.name}.`);
  const set = join(to, chosen);
  for (const made of [to, set, join(set, WAL)]) await makeFolder(made);
  await fetchLog(store, chosen, set);
  const files = manifest.files.filter(({ path }) => PATH.test(path));
  await several(files, MAX_CONCURRENT_FILES, async ({ path, bytes }, done) => {
    await fetchFile(store, `${chosen}/${path}`, join(set, path), bytes);
    progress(done, files.length, 'files fetched');
  });
  await store.fetchFile(LEDGER, join(to, LEDGER));
  await writeManifest(set, manifest);
  return set;
}

function placeOf(target: BucketTarget): { readonly target: BucketTarget; readonly name?: string } {
  const name = basename(target.prefix);
  if (!isSetName(name)) return { target };
  return { target: { ...target, prefix: target.prefix.split('/').slice(0, -1).join('/') }, name };
}

/** First, and its reach before it: what it promises is there. */
async function fetchLog(store: ObjectStore, name: string, set: string): Promise<void> {
  for (let look = 1; ; look += 1) {
    const reach = await store.get(`${name}/${REACH}`);
    const objects = (await store.list(`${name}/${WAL}/`)).filter(({ key }) => PATH.test(key));
    let isWhole = true;
    await several(objects, MAX_CONCURRENT_FILES, async ({ key, bytes }) => {
      const file = join(set, WAL, basename(key));
      if (!(await fetchFile(store, key, file, key.endsWith(UNFINISHED) ? undefined : bytes))) isWhole = false;
    });
    if (reach) await writeFile(join(set, REACH), reach, { mode: 0o600 });
    if (isWhole) return;
    if (look === MAX_LOOKS)
      throw new PlainError(`the log of ${store.target.name}/${name} changes all the time: try again.`);
  }
}

/** `bytes`: of one that never changes under its name; one of that size is there already. */
async function fetchFile(store: ObjectStore, key: string, file: string, bytes: number | undefined): Promise<boolean> {
  const size = bytes === undefined ? undefined : (await stat(file).catch(() => undefined))?.size;
  if (bytes !== undefined && size === bytes) return true;
  return store.fetchFile(key, file);
}

/** The folder beside the data folder in which a set is fetched. */
export function fetchFolder(dataDir: string): string {
  return `${dataDir.replace(/\/+$/, '')}.fetched`;
}
