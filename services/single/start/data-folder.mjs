import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LockHeld, isInAnotherContainer, acquireLockOrWait } from '../../../deploy/bootstrap/pid-lock.mjs';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

/** Raised with every change of what is stored: nothing is released, so a folder of another format is refused. */
const FORMAT = 7;
const POSTGRES = '18';
export const DATA_FORMAT = { format: FORMAT, postgres: POSTGRES };
/** In the data folder while a restore is under way, or was interrupted. */
export const RESTORING = 'restoring';
const MB = 1024 * 1024;
const MIN_FREE_BYTES = { first: 300 * MB, later: 100 * MB };

export function dataFolder(root, environment = process.env) {
  return resolve(root, environment.OTKLIK_DATA || '.otklik');
}

/** The cluster's secrets, letters and logs. */
export function clusterFolder(root, environment = process.env) {
  return join(dataFolder(root, environment), 'cluster');
}

/**
 * Locks the data folder for this process. Throws a PlainError when another process holds it, when its format is another
 * one, or when the disk is nearly full. Answers a function that releases it.
 */
export async function openDataFolder(folder, note) {
  const release = await lockDataFolder(folder, note);
  try {
    refuseInterruptedRestore(folder);
    checkVersion(folder);
    checkFreeSpace(folder);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/** The lock alone: for what makes the folder's content. */
export function lockDataFolder(folder, note) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return lock(folder, note);
}

function refuseInterruptedRestore(folder) {
  if (existsSync(join(folder, RESTORING)))
    throw new PlainError(
      `a restore into ${folder} was interrupted: run it again, it begins anew. Nothing was changed.`,
    );
}

async function lock(folder, note) {
  const wait = ({ what = 'another process' }) =>
    console.error(
      `Otklik: ${what} in another container held ${folder} and has not renewed its lock; waiting up to half a minute …`,
    );
  try {
    return await acquireLockOrWait(join(folder, 'lock'), note, wait);
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    const { pid, since, what = 'another process' } = error.holder;
    if (isInAnotherContainer(error.holder))
      throw new PlainError(
        `${what} (in another container, since ${since}) has the data folder ${folder} already: stop it first, or ` +
          'give another folder in OTKLIK_DATA. The operator’s tool runs in that container: ' +
          'docker compose -f docker-compose.single.yml exec otklik npm run otklik -- …',
      );
    throw new PlainError(
      `${what} (process ${pid}, since ${since}) has the data folder ${folder} already: ` +
        'stop it first, or give another folder in OTKLIK_DATA.',
    );
  }
}

function checkVersion(folder) {
  const file = join(folder, 'version.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(DATA_FORMAT) + '\n', { mode: 0o600 });
  const { format } = JSON.parse(readFileSync(file, 'utf8'));
  if (format !== FORMAT) {
    const [madeBy, remedy] = format > FORMAT ? ['a newer', 'update this checkout'] : ['an older', 'use that one'];
    throw new PlainError(
      `the data folder ${folder} was made by ${madeBy} Otklik (format ${format}; this one knows ${FORMAT}): ` +
        `${remedy}, or give another folder in OTKLIK_DATA. Nothing was changed.`,
    );
  }
  const server = join(folder, 'postgres', 'PG_VERSION');
  const major = existsSync(server) ? readFileSync(server, 'utf8').trim() : POSTGRES;
  if (major !== POSTGRES)
    throw new PlainError(
      `the data in ${folder} is PostgreSQL ${major}'s, the server here is ${POSTGRES}: ` +
        `use the Otklik that made it, or upgrade the data. Nothing was changed.`,
    );
}

function checkFreeSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const needed = existsSync(join(folder, 'postgres', 'PG_VERSION')) ? MIN_FREE_BYTES.later : MIN_FREE_BYTES.first;
  if (bavail * bsize < needed)
    throw new PlainError(
      `the disk of ${folder} is full: ${Math.floor((bavail * bsize) / MB)} MB are free and ${needed / MB} MB are needed. ` +
        'Make room, or give another folder in OTKLIK_DATA. Nothing was changed.',
    );
}
