import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a holder touches its lock, and how long a silent one counts as living where nobody can look at its process. */
const TOUCH_MS = 5_000;
const SILENT_MS = 30_000;
const POLL_INTERVAL_MS = 200;

/**
 * A lock file that names its holder. It is made whole in one step (link), and one whose holder is dead is taken over:
 * a pid alone may belong to another program by now, so the process's start time and the machine's boot are compared too.
 * A pid of another container says nothing here: such a holder lives while it touches its lock. One that stands still for
 * longer than that (a paused container) has lost it.
 */
export class Held extends Error {
  name = 'Held';

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

/** Whether it runs in another container of this machine. */
export function isElsewhere(holder) {
  return holder.namespace !== undefined && holder.boot === boot() && holder.namespace !== namespace();
}

/** Without /proc a signal of number 0 is all that can be asked; a process of another user counts as alive. */
function alive(holder, path) {
  if (isElsewhere(holder)) return silentFor(path) < SILENT_MS;
  if (holder.started !== undefined) return holder.boot === boot() && startedAt(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When it was last touched, ms; 0 when it is gone. */
function touchedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The clock may have been set back since. */
function silentFor(path) {
  return Math.abs(Date.now() - touchedAt(path));
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Who holds the lock now; undefined when nobody alive does. */
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

/** Takes the lock or throws `Held`. `note` is told to those who come later. Answers a function that releases it. */
export function takeLock(path, note = {}) {
  const { pid } = process;
  const who = { pid, started: startedAt(pid), boot: boot(), namespace: namespace(), since: new Date().toISOString() };
  const mine = JSON.stringify({ ...who, ...note });
  // Containers have the same pids.
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return keep(path, mine);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder) throw new Held(holder);
      setAside(path, `${draft}.dead`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Touches the lock until it is released. */
function keep(path, mine) {
  const timer = setInterval(() => {
    try {
      if (read(path) === mine) utimesSync(path, new Date(), new Date());
    } catch {
      // What hinders it now may be over at the next time.
    }
  }, TOUCH_MS).unref();
  return () => {
    clearInterval(timer);
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/**
 * `takeLock`, patient with a holder of another container: a living one touches the lock within seconds and is `Held`; one
 * that was killed falls silent, and `wait` is told, once, who it was: a restart right after it takes half a minute longer.
 */
export async function takeLockPatiently(path, note, wait) {
  const seen = touchedAt(path);
  let told = false;
  for (;;) {
    try {
      return takeLock(path, note);
    } catch (error) {
      const touched = touchedAt(path);
      const lives = touched > 0 && touched !== seen;
      if (!(error instanceof Held) || !isElsewhere(error.holder) || lives) throw error;
      if (!told && silentFor(path) > 2 * TOUCH_MS) {
        wait(error.holder);
        told = true;
      }
    }
    await sleep(POLL_INTERVAL_MS);
  }
}

/** Does the work while it alone has the lock. `wait` is told, once, who has it before. Answers the work's result. */
export async function withLock(path, work, wait) {
  let told = false;
  for (;;) {
    let release;
    try {
      release = takeLock(path);
    } catch (error) {
      if (!(error instanceof Held)) throw error;
      if (!told) wait(error.holder);
      told = true;
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

/** Two may find the same dead lock: whoever moved a living one away by mistake puts it back. */
function setAside(path, aside) {
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
