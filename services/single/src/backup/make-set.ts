import { compact } from '@otklik/kernel';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { copyBase } from './copy-base.js';
import { writeWhole } from '../durable-file.js';
import { sealSecrets, type BackedUpSecrets } from './sealed-secrets.js';
import { connectOwner, flushedTo, identify, textFrom, type ServerIdentity } from './server.js';
import { LABEL, SECRETS, WAL, writeManifest, type Manifest, type SetFile } from './set-manifest.js';
import { WalCopier } from './wal-copier.js';
import { positionOf, textOf, type WalPosition } from './wal-position.js';

export interface SetOptions {
  /** Of the owner of the embedded server. */
  readonly ownerUrl: string;
  /** The folder to make. */
  readonly set: string;
  readonly passphrase: string;
  readonly secrets: BackedUpSecrets;
  readonly folder: Manifest['folder'];
  readonly erasures: number;
  readonly filesElsewhere?: string | undefined;
  /** Keeps the log for the archive that continues the set; otherwise the set ends where its copy is consistent. */
  readonly slot?: string;
  progress(done: number, total: number, what: string): void;
  readonly signal: AbortSignal;
}

const COPY_INTERVAL_MS = 500;

/** Copies the database beside its traffic. Answers the copier, which a continued set goes on with. */
export async function makeSet(
  options: SetOptions,
): Promise<{ readonly manifest: Manifest; readonly copier: WalCopier }> {
  const { ownerUrl, set, slot } = options;
  await mkdir(join(set, WAL), { recursive: true, mode: 0o700 });
  const client = await connectOwner(ownerUrl);
  try {
    const begunAt = new Date().toISOString();
    const server = await identify(client);
    await reserve(client, slot);
    const from = positionOf(await textFrom(client, `select pg_backup_start('otklik', true)::text as text`));
    const copier = new WalCopier(server, set, from);
    const files = await copyAll(options, server, copier);
    const stopped = await stop(client, set);
    const consistentAt = await reach(client, copier, positionOf(stopped.to), options.signal);
    if (slot === undefined) await copier.close();
    const manifest: Manifest = compact({
      format: 1,
      folder: options.folder,
      system: server.system,
      timeline: server.timeline,
      from: textOf(from),
      to: stopped.to,
      begunAt,
      consistentAt,
      slot,
      erasures: options.erasures,
      filesElsewhere: options.filesElsewhere,
      folders: files.folders,
      files: [...files.files, stopped.label, await secretsFile(options)],
    });
    await writeManifest(set, manifest);
    return { manifest, copier };
  } finally {
    // Ends the copy, and forgets a slot of the session.
    await client.end();
  }
}

/** From here on the server keeps its log for us. */
async function reserve(client: pg.Client, slot: string | undefined): Promise<void> {
  const name = slot ?? `otklik_backup_once_${process.pid}_${Date.now()}`;
  await client.query('select pg_create_physical_replication_slot($1, true, $2)', [name, slot === undefined]);
}

/** The log is copied beside, so that the server need not keep it for as long as the copy takes. */
async function copyAll(options: SetOptions, { folder }: ServerIdentity, copier: WalCopier) {
  const done = new AbortController();
  const client = await connectOwner(options.ownerUrl);
  const log = (async () => {
    while (!done.signal.aborted) {
      await copyLog(client, copier);
      await sleep(COPY_INTERVAL_MS, undefined, { signal: done.signal }).catch(() => undefined);
    }
  })();
  const failed = new AbortController();
  log.catch(() => failed.abort(new Error('The log could not be copied.')));
  const signal = AbortSignal.any([options.signal, failed.signal]);
  try {
    return await copyBase({
      from: folder,
      set: options.set,
      progress: (count, total) => options.progress(count, total, 'files copied'),
      signal,
    });
  } finally {
    done.abort();
    await log.finally(() => client.end());
  }
}

async function copyLog(client: pg.Client, copier: WalCopier): Promise<string> {
  const at = new Date().toISOString();
  await copier.copyTo(await flushedTo(client), at);
  return at;
}

/** The server is notified that the copy is complete; its answer belongs to the set. */
async function stop(client: pg.Client, set: string): Promise<{ readonly to: string; readonly label: SetFile }> {
  const { rows } = await client.query<{ lsn: string; labelfile: string }>(
    'select lsn::text as lsn, labelfile from pg_backup_stop(false)',
  );
  const { lsn, labelfile } = rows[0]!;
  return { to: lsn, label: await written(set, LABEL, labelfile) };
}

/** Answers from which moment on the set can be restored. */
async function reach(client: pg.Client, copier: WalCopier, to: WalPosition, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const at = await copyLog(client, copier);
    if (copier.copied >= to) return at;
    await sleep(COPY_INTERVAL_MS);
  }
}

async function secretsFile({ set, secrets, passphrase }: SetOptions): Promise<SetFile> {
  return written(set, SECRETS, await sealSecrets(secrets, passphrase));
}

async function written(set: string, path: string, text: string): Promise<SetFile> {
  await writeWhole(join(set, path), text);
  const bytes = await readFile(join(set, path));
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
