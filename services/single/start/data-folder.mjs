import { existsSync, mkdirSync, readFileSync, renameSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LockHeld, isInAnotherContainer, acquireLockOrWait } from '../../../deploy/bootstrap/pid-lock.mjs';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

/**
 * Of what is stored. The first migration after a release raises it (`src/released`), so that the released build refuses the
 * folder instead of working on data that it does not know. Folders of an older format are upgraded, from OLDEST_FORMAT on.
 */
const FORMAT = 8;
export const OLDEST_FORMAT = 7;
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
    raiseVersion(folder);
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
      `a restore into ${folder} was interrupted: run it again; it starts from the beginning. Nothing was changed.`,
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
  if (!existsSync(file)) writeVersion(folder);
  const format = formatOf(folder);
  if (format < OLDEST_FORMAT || format > FORMAT) {
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

/** Before the migrations: one that was interrupted has changed the data, too. */
function raiseVersion(folder) {
  if (formatOf(folder) === FORMAT) return;
  console.error(
    `Otklik: the data in ${folder} are an earlier version's and are upgraded; that version refuses them from now on.`,
  );
  writeVersion(folder);
}

function formatOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).format;
}

function writeVersion(folder) {
  writeWhole(join(folder, 'version.json'), JSON.stringify(DATA_FORMAT) + '\n');
}

/** A power cut leaves the old content or the new one. */
function writeWhole(file, content) {
  const beside = `${file}.new`;
  writeFileSync(beside, content, { mode: 0o600, flush: true });
  renameSync(beside, file);
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
