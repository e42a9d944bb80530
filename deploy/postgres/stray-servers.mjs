import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { holderOf } from '../bootstrap/pid-lock.mjs';
import { PlainError } from '../bootstrap/plain-error.mjs';

const TIMEOUT_MS = 10_000;
const DELETED = / \(deleted\)$/;

/**
 * Stops servers that were started on `dataDir` and whose folder was moved away or deleted since: one that outlived its killed
 * process. It follows the folder, but writes its control file by the path that it was started with, over that of the data that are
 * there now, which then do not survive a crash. So it gets no time for a checkpoint, which a fast shutdown would write, too.
 * Throws a PlainError where the process that started it still runs.
 */
export async function stopStrayServers(dataDir, print = console.error) {
  for (const { pid, folder } of strayServers(dataDir)) {
    refuseLiving(dataDir, folder);
    print(
      `Otklik: a PostgreSQL (process ${pid}) still ran on data that were moved away from ${dataDir}` +
        `${folder === undefined ? '' : ` to ${folder}`}; it is stopped.`,
    );
    await stop(pid, dataDir);
  }
}

/** `{ pid, folder }` of each: where its data are now, if that is known. */
export function strayServers(dataDir) {
  const wanted = canonical(dataDir);
  const own = pidOf(dataDir);
  const started = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), on: startedOn(name) }))
    .filter(({ on }) => on !== undefined && canonical(on) === wanted)
    .map(({ pid }) => pid);
  return started
    .filter((pid) => !started.includes(parentOf(pid)))
    .map((pid) => ({ pid, folder: folderOf(pid) }))
    .filter(({ pid, folder }) => (folder === undefined ? pid !== own : !isSame(folder, dataDir)));
}

/** The folder with which a postmaster was started; its backends have other command lines, but for a moment after their start. */
function startedOn(pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(command[0]) === 'postgres' ? command[command.indexOf('-D') + 1] : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined of a process that has ended meanwhile. */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Its working directory; of a process of `daemon` a container's root may not read it. */
function folderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function isSame(folder, dataDir) {
  try {
    return folder === realpathSync(dataDir);
  } catch {
    return false;
  }
}

function pidOf(dataDir) {
  try {
    return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** Without the links in it; the end of it may not exist. */
function canonical(path) {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    return whole === dirname(whole) ? whole : join(canonical(dirname(whole)), basename(whole));
  }
}

/** Its lock went with the folder. */
function refuseLiving(dataDir, folder) {
  if (folder === undefined || DELETED.test(folder)) return;
  const holder = holderOf(join(dirname(folder), 'lock'));
  if (holder === undefined || holder.pid === process.pid) return;
  const { what = 'another process', pid } = holder;
  throw new PlainError(
    `${what} (process ${pid}) still runs on data that were moved away from ${dirname(dataDir)} to ${dirname(folder)}: ` +
      'stop it first. Nothing was changed.',
  );
}

async function stop(pid, dataDir) {
  for (const signal of ['SIGQUIT', 'SIGKILL']) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw error;
    }
    const end = Date.now() + TIMEOUT_MS;
    while (Date.now() < end) {
      if (startedOn(pid) === undefined) return;
      await sleep(20);
    }
  }
  throw new PlainError(
    `PostgreSQL (process ${pid}), whose data were moved away from ${dataDir}, does not stop: end it by hand.`,
  );
}
