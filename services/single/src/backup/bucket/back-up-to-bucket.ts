import { readErasures } from '@otklik/vault';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setsOf, type KnownSet } from '../backup-folder.js';
import { keepLedger } from '../erasure-ledger.js';
import { connectOwner, identify } from '../server.js';
import { takeSet, type BackedUp, type TakeOptions } from '../take-set.js';
import { BucketOfSets } from './bucket-of-sets.js';
import type { BucketTarget } from './bucket-target.js';
import { SetCopy } from './copy-set.js';
import { ObjectStore } from './object-store.js';

export interface BucketBackup {
  readonly set: KnownSet;
  /** It was made by an attempt that was interrupted while it was copied. */
  readonly isContinued: boolean;
  readonly removed: readonly string[];
}

const SPOOL = 'backup-spool';
const MAX_LEFT_MS = 86_400_000;

/**
 * A set in a bucket. It is made in the data folder, which needs the room for it, copied and removed there. Interrupted while it
 * is copied, the next call goes on with it.
 */
export async function backUpToBucket(
  source: BackedUp,
  target: BucketTarget,
  options: Pick<TakeOptions, 'keep' | 'passphrase' | 'progress' | 'signal'>,
): Promise<BucketBackup> {
  const { keep, progress, signal } = options;
  const folder = join(source.dataDir, SPOOL);
  const bucket = new BucketOfSets(new ObjectStore(target, signal));
  // Before the database is copied: a wrong key ends it here.
  await bucket.demandOwn(await systemOf(source.ownerUrl));
  const left = (await setsOf(folder)).findLast(isRecent);
  if (!left) await rm(folder, { recursive: true, force: true });
  const set = left ?? (await takeSet(source, { ...options, folder, keep: 1 }));
  await keepLedger(folder, await readErasures(source.ownerUrl));
  await new SetCopy(bucket.store, set).pass({ ledger: () => bucket.keepLedger(folder), progress });
  const removed = await bucket.retain(keep, [basename(set.path)]);
  await rm(folder, { recursive: true, force: true });
  return { set, isContinued: left !== undefined, removed };
}

function isRecent({ manifest }: KnownSet): boolean {
  return Date.now() - Date.parse(manifest.begunAt) < MAX_LEFT_MS;
}

async function systemOf(ownerUrl: string): Promise<string> {
  const client = await connectOwner(ownerUrl);
  try {
    return (await identify(client)).system;
  } finally {
    await client.end();
  }
}
