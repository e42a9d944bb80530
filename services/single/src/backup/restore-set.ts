import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { stopPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';
import { stopStrayServers } from '../../../../deploy/postgres/stray-servers.mjs';
import { OLDEST_FORMAT, RESTORING, type DataFormat } from '../../start/data-folder.mjs';
import { flushFolder, writeWhole } from '../durable-file.js';
import { demandLedger, type Erased } from './erasure-ledger.js';
import { recover } from './recover.js';
import { openSecretsSealed, type BackedUpSecrets } from './sealed-secrets.js';
import { SECRETS, type Manifest } from './set-manifest.js';
import { unpackSet } from './unpack-set.js';
import { demandSet } from './verify-set.js';
import { reachOf } from './wal-of-set.js';

export interface RestoreOptions {
  readonly set: string;
  /** Empty, and locked by the caller. */
  readonly dataDir: string;
  readonly until?: Date | undefined;
  readonly passphrase: string;
  /** What this build reads. */
  readonly format: DataFormat;
  progress(done: number, total: number, what: string): void;
  readonly signal: AbortSignal;
  /** Works on the recovered data before it takes its place: no service runs yet. */
  finish(data: { readonly folder: string; readonly url: string; readonly erasures: readonly Erased[] }): Promise<void>;
}

export interface Restored {
  readonly manifest: Manifest;
  /** All that was acknowledged before it is there. */
  readonly to: string;
  readonly seconds: RestoreSeconds;
}

/** How long each part took. */
export interface RestoreSeconds {
  readonly unpacked: number;
  readonly replayed: number;
  readonly finished: number;
}

/**
 * Makes a data folder of a set. It is made inside the folder and moved to its places at the end; interrupted, nothing
 * starts on it, and the next restore starts again. Throws a PlainError, with nothing changed, where it cannot be done.
 */
export async function restoreSet(options: RestoreOptions): Promise<Restored> {
  const { set, dataDir, until } = options;
  const manifest = await demandSet(set);
  demandFormat(manifest, options.format);
  const to = await demandMoment(set, manifest, until);
  const erasures = await demandLedger(dirname(set), manifest.erasures);
  const secrets = await openSecretsSealed(await readFile(join(set, SECRETS), 'utf8'), options.passphrase);
  await demandEmpty(dataDir);
  await stopStrayServers(join(dataDir, 'postgres'));
  const folder = join(dataDir, RESTORING);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = join(folder, 'postgres');
  // Else it would go on replaying after this process.
  const interrupted = (): void => void stopPostgres(server).catch(() => undefined);
  options.signal.addEventListener('abort', interrupted);
  let seconds: RestoreSeconds;
  try {
    seconds = await make({ ...options, manifest, folder, secrets, erasures });
  } catch (error) {
    await stopPostgres(server);
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    options.signal.removeEventListener('abort', interrupted);
  }
  await moveIn(dataDir, folder);
  return { manifest, to, seconds };
}

interface Making extends RestoreOptions {
  readonly manifest: Manifest;
  readonly folder: string;
  readonly secrets: BackedUpSecrets;
  readonly erasures: readonly Erased[];
}

async function make(options: Making): Promise<RestoreSeconds> {
  const { folder, secrets, until, erasures } = options;
  const lap = stopwatch();
  await unpackSet({ ...options, to: join(folder, 'postgres') });
  await writeWhole(join(folder, 'secrets.json'), secrets.secrets);
  await writeWhole(join(folder, 'postgres.password'), secrets.password);
  await writeFile(join(folder, 'initialised'), 'secrets.json was restored; without it the data cannot be read.\n');
  // What finishes the restore upgrades the data.
  await writeFile(join(folder, 'version.json'), `${JSON.stringify(options.format)}\n`, { mode: 0o600 });
  options.progress(0, 1, 'log replayed');
  const unpacked = lap();
  const server = await recover(join(folder, 'postgres'), until);
  try {
    options.progress(1, 1, 'log replayed');
    const replayed = lap();
    await options.finish({ folder, url: server.url, erasures });
    return { unpacked, replayed, finished: lap() };
  } finally {
    await server.stop();
  }
}

/** Answers the seconds since it was asked before. */
function stopwatch(): () => number {
  let since = performance.now();
  return () => {
    const before = since;
    since = performance.now();
    return (since - before) / 1000;
  };
}

function demandFormat({ folder }: Manifest, { format, postgres }: DataFormat): void {
  const isRead = folder.format >= OLDEST_FORMAT && folder.format <= format;
  if (isRead && folder.postgres === postgres) return;
  throw new PlainError(
    `the set holds data of format ${folder.format} and PostgreSQL ${folder.postgres}, and this Otklik reads format ` +
      `${OLDEST_FORMAT} to ${format} and PostgreSQL ${postgres}: restore it by the Otklik that made it. Nothing was changed.`,
  );
}

/** Answers up to which moment is restored. */
async function demandMoment(set: string, manifest: Manifest, until: Date | undefined): Promise<string> {
  const { at } = (await reachOf(set)) ?? { at: manifest.consistentAt };
  if (until === undefined) return at;
  const moment = until.toISOString();
  if (moment >= manifest.consistentAt && moment <= at) return moment;
  throw new PlainError(
    `the set reaches from ${manifest.consistentAt} to ${at}, and ${moment} is ` +
      `${moment < at ? 'before' : 'after'} that: choose another moment, or another set. Nothing was changed.`,
  );
}

/** But for its lock, and for what an interrupted restore has left. */
async function demandEmpty(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => !/^lock(\.|$)/.test(name));
  if (names.length === 0) return;
  if (!existsSync(join(dataDir, RESTORING)))
    throw new PlainError(
      `the data folder ${dataDir} is not empty: move it away first (mv ${dataDir} ${dataDir}.broken), or give another ` +
        'one in OTKLIK_DATA. Nothing was changed.',
    );
  await stopPostgres(join(dataDir, RESTORING, 'postgres'));
  for (const name of names) await rm(join(dataDir, name), { recursive: true, force: true });
}

/** As long as the folder that it is moved out of exists, nothing starts. */
async function moveIn(dataDir: string, folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rename(join(folder, name), join(dataDir, name));
  await flushFolder(dataDir);
  await rm(folder, { recursive: true });
  await flushFolder(dataDir);
}
