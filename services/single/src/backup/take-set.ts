import { compact } from '@otklik/kernel';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readErasures } from '@otklik/vault';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { DATA_FORMAT } from '../../start/data-folder.mjs';
import { makeFolder, newSetPath, retain, setsOf } from './backup-folder.js';
import { keepLedger } from './erasure-ledger.js';
import { makeSet } from './make-set.js';
import { demandPassphrase } from './sealed-secrets.js';
import { connectOwner, identify } from './server.js';
import type { Manifest } from './set-manifest.js';
import { verifySet } from './verify-set.js';
import type { WalCopier } from './wal-copier.js';

/** What is backed up. */
export interface BackedUp {
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** Residents' files are in a bucket, named without its key. */
  readonly filesElsewhere?: string | undefined;
}

export interface TakeOptions {
  /** The folder of all sets. */
  readonly folder: string;
  readonly passphrase: string;
  /** How many completed sets stay. */
  readonly keep: number;
  /** The log is kept for the archive that continues the set. */
  readonly slot?: string;
  /** Sets that are being written to. */
  readonly busy?: readonly string[];
  progress(done: number, total: number, what: string): void;
  readonly signal: AbortSignal;
}

export interface TakenSet {
  readonly path: string;
  readonly manifest: Manifest;
  readonly copier: WalCopier;
  /** Sets that were removed for it. */
  readonly removed: readonly string[];
}

/** Makes a set, reads it again and removes the oldest ones. A failed attempt leaves nothing behind. */
export async function takeSet(source: BackedUp, options: TakeOptions): Promise<TakenSet> {
  const { folder, passphrase, keep, slot, progress, signal } = options;
  demandPassphrase(passphrase);
  await makeFolder(folder);
  await demandOwn(folder, source.ownerUrl);
  const path = newSetPath(folder, new Date().toISOString());
  const erasures = await keepLedger(folder, await readErasures(source.ownerUrl));
  try {
    const { dataDir } = source;
    const secrets = {
      secrets: await readFile(join(dataDir, 'secrets.json'), 'utf8'),
      password: await readFile(join(dataDir, 'postgres.password'), 'utf8'),
    };
    const parts = { ...source, set: path, passphrase, secrets, folder: DATA_FORMAT, erasures, progress, signal };
    const made = await makeSet({ ...parts, ...compact({ slot }) });
    const { damages } = await verifySet(path, progress, signal);
    if (damages[0] !== undefined) throw new PlainError(`what was written cannot be read again: ${damages[0]}.`);
    const removed = await retain(folder, keep, [path, ...(options.busy ?? [])]);
    return { path, ...made, removed };
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    if (slot !== undefined) await dropSlot(source.ownerUrl, slot);
    throw error;
  }
}

/** The oldest sets are removed: they must belong to this installation. */
async function demandOwn(folder: string, ownerUrl: string): Promise<void> {
  const client = await connectOwner(ownerUrl);
  try {
    const { system } = await identify(client);
    if ((await setsOf(folder)).some(({ manifest }) => manifest.system !== system))
      throw new PlainError(`${folder} holds sets of another installation: give this one a folder of its own.`);
  } finally {
    await client.end();
  }
}

/** From then on the server forgets the log that it kept for it. */
export async function dropSlot(ownerUrl: string, slot: string): Promise<void> {
  const client = await connectOwner(ownerUrl);
  try {
    await client.query(
      `select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active`,
      [slot],
    );
  } finally {
    await client.end();
  }
}
