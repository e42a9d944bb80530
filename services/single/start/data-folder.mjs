import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Held, isElsewhere, takeLockPatiently } from '../../../deploy/bootstrap/pid-lock.mjs';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

/** Raised with every change of what is stored: nothing is released, so a folder of another format is refused. */
const FORMAT = 3;
const POSTGRES = '18';
const MB = 1024 * 1024;
const NEEDED = { first: 300 * MB, later: 100 * MB };

export function dataFolder(root, environment = process.env) {
  return resolve(root, environment.OTKLIK_DATA || '.otklik');
}

/** What the cluster has beside its database: its own secrets, letters, logs. */
export function clusterFolder(root, environment = process.env) {
  return join(dataFolder(root, environment), 'cluster');
}

/**
 * Opens the data folder for this process alone. Throws a PlainError when somebody else has it, when it is newer than
 * this version, or when the disk is nearly full. Answers a function that gives it back.
 */
export async function openDataFolder(folder, note) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await lock(folder, note);
  try {
    checkVersion(folder);
    checkRoom(folder);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

async function lock(folder, note) {
  const wait = ({ what = 'another process' }) =>
    console.error(
      `Otklik: ${what} in another container had ${folder} and is silent; it is waited for, half a minute …`,
    );
  try {
    return await takeLockPatiently(join(folder, 'lock'), note, wait);
  } catch (error) {
    if (!(error instanceof Held)) throw error;
    const { pid, since, what = 'another process' } = error.holder;
    if (isElsewhere(error.holder))
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
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify({ format: FORMAT, postgres: POSTGRES }) + '\n', { mode: 0o600 });
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

function checkRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const needed = existsSync(join(folder, 'postgres', 'PG_VERSION')) ? NEEDED.later : NEEDED.first;
  if (bavail * bsize < needed)
    throw new PlainError(
      `the disk of ${folder} is full: ${Math.floor((bavail * bsize) / MB)} MB are free and ${needed / MB} MB are needed. ` +
        'Make room, or give another folder in OTKLIK_DATA. Nothing was changed.',
    );
}
