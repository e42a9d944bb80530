import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A lock file that names its holder. It is made whole in one step (link), and one whose holder is dead is taken over:
 * a pid alone may belong to another program by now, so the process's start time and the machine's boot are compared too.
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

/** Without /proc a signal of number 0 is all that can be asked; a process of another user counts as alive. */
function alive(holder) {
  if (holder.started !== undefined) return holder.boot === boot() && startedAt(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
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
  return holder && alive(holder) ? holder : undefined;
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
  const mine = JSON.stringify({ pid, started: startedAt(pid), boot: boot(), since: new Date().toISOString(), ...note });
  const draft = `${path}.${pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return () => {
          if (read(path) === mine) rmSync(path, { force: true });
        };
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
      await sleep(200);
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
  if (moved && alive(moved)) {
    try {
      linkSync(aside, path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}
