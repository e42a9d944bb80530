import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The lease of a holder whose process cannot be checked, in another container: renewal by mtime, and expiry. */
const LEASE_RENEWAL_INTERVAL_MS = 5_000;
const LEASE_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 200;

/**
 * A lock file that names its holder, created atomically (link). The lock of a dead process is taken over at once: pid,
 * process start time and boot id are compared, as pids are reused. A process of another container cannot be checked: it
 * holds the lock while it renews the file's mtime; a container that is paused for longer loses it.
 *
 * No package: `npm ci` runs under this lock. proper-lockfile knows the lease alone, so that a start after a killed one would
 * always wait for its expiry, and does not name the holder.
 */
export class LockHeld extends Error {
  name = 'LockHeld';

  constructor(holder) {
    super(`held by process ${holder.pid}`);
    this.holder = holder;
  }
}

function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function boot() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

function namespace() {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

/** Whether the holder runs in another container of this machine. */
export function isInAnotherContainer(holder) {
  return holder.namespace !== undefined && holder.boot === boot() && holder.namespace !== namespace();
}

/** Without /proc by signal 0, which another user's process answers with EPERM. */
function alive(holder, path) {
  if (isInAnotherContainer(holder)) return msSinceRenewal(path) < LEASE_TIMEOUT_MS;
  if (holder.started !== undefined) return holder.boot === boot() && startedAt(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Time of the last renewal, ms; 0 when the file is gone. */
function renewedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The absolute value: the clock may have been set back. */
function msSinceRenewal(path) {
  return Math.abs(Date.now() - renewedAt(path));
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The living holder of the lock, if any. */
export function holderOf(path) {
  const text = read(path);
  if (text === undefined) return undefined;
  const holder = parse(text);
  return holder && alive(holder, path) ? holder : undefined;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the lock or throws `LockHeld`. `note`: shown to other processes. Answers a function that releases it. */
export function acquireLock(path, note = {}) {
  const { pid } = process;
  const who = { pid, started: startedAt(pid), boot: boot(), namespace: namespace(), since: new Date().toISOString() };
  const mine = JSON.stringify({ ...who, ...note });
  // A random name: containers have the same pids.
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return renew(path, mine);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder) throw new LockHeld(holder);
      removeStale(path, `${draft}.dead`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Renews the lease until the lock is released. */
function renew(path, mine) {
  const timer = setInterval(() => {
    try {
      if (read(path) === mine) utimesSync(path, new Date(), new Date());
    } catch {
      // Retried at the next interval.
    }
  }, LEASE_RENEWAL_INTERVAL_MS).unref();
  return () => {
    clearInterval(timer);
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/**
 * `acquireLock`, but waits for the lease of another container's holder: it throws `LockHeld` when the lease is renewed, and
 * takes the lock when it expires. `wait` is called once, with the holder.
 */
export async function acquireLockOrWait(path, note, wait) {
  const seen = renewedAt(path);
  let reported = false;
  for (;;) {
    try {
      return acquireLock(path, note);
    } catch (error) {
      const touched = renewedAt(path);
      const isRenewed = touched > 0 && touched !== seen;
      if (!(error instanceof LockHeld) || !isInAnotherContainer(error.holder) || isRenewed) throw error;
      if (!reported && msSinceRenewal(path) > 2 * LEASE_RENEWAL_INTERVAL_MS) {
        wait(error.holder);
        reported = true;
      }
    }
    await sleep(POLL_INTERVAL_MS);
  }
}

/** Runs the work under the lock. `wait` is called once, with the current holder. Answers the work's result. */
export async function withLock(path, work, wait) {
  let reported = false;
  for (;;) {
    let release;
    try {
      release = acquireLock(path);
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      if (!reported) wait(error.holder);
      reported = true;
      await sleep(POLL_INTERVAL_MS);
      continue;
    }
    try {
      return await work();
    } finally {
      release();
    }
  }
}

/** Two processes may find the same dead lock: the one that moved the other's new lock away puts it back. */
function removeStale(path, aside) {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const moved = parse(read(aside) ?? '');
  if (moved && alive(moved, aside)) {
    try {
      linkSync(aside, path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}
