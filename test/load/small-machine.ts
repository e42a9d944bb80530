import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memoryOf, type ProcessMemory } from './process-memory.js';
import { processes } from './processes.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CGROUPS = '/sys/fs/cgroup';
const PERIOD_US = 100_000;
const KILL_INTERVAL_MS = 100;

/** One CPU and so much memory, without swap, for what is started in it. */
export interface SmallMachine extends AsyncDisposable {
  /** What bounds it: `cgroup`, or `none` where this user may make no cgroup. */
  readonly bound: 'cgroup' | 'none';
  /** Node.js with these arguments, in the repository, in a process group of its own. */
  start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess;
  /** Memory of all processes in it. */
  memory(): readonly ProcessMemory[];
}

export function smallMachine(bytes: number): SmallMachine {
  const folders = cgroups(`otklik-bench-${process.pid}`, bytes);
  const started = new Set<number>();
  const enter = folders.map((folder) => `echo $$ > ${join(folder, 'cgroup.procs')};`).join(' ');
  return {
    bound: folders.length > 0 ? 'cgroup' : 'none',
    start(args, env) {
      const command = ['-c', `${enter} exec "$@"`, 'sh', process.execPath, ...args];
      const child = spawn('/bin/sh', command, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
      started.add(child.pid!);
      return child;
    },
    memory: () => memoryOf(folders[0] ? membersOf(folders[0]) : descendants(started)),
    // An error of the bench may leave processes behind, and a cgroup with processes cannot be removed.
    [Symbol.asyncDispose]: async () => {
      for (const folder of folders) {
        while (membersOf(folder).length > 0) {
          membersOf(folder).forEach(kill);
          await sleep(KILL_INTERVAL_MS);
        }
        rmdirSync(folder);
      }
    },
  };
}

/** Of version 2 one folder, of version 1 one for each controller; none where they cannot be made. */
function cgroups(name: string, bytes: number): readonly string[] {
  const isUnified = existsSync(join(CGROUPS, 'cgroup.controllers'));
  const wanted: Readonly<Record<string, Readonly<Record<string, number | string>>>> = isUnified
    ? { '': { 'memory.max': bytes, 'memory.swap.max': 0, 'cpu.max': `${PERIOD_US} ${PERIOD_US}` } }
    : {
        memory: { 'memory.limit_in_bytes': bytes, 'memory.swappiness': 0 },
        cpu: { 'cpu.cfs_period_us': PERIOD_US, 'cpu.cfs_quota_us': PERIOD_US },
      };
  const made: string[] = [];
  try {
    for (const [controller, limits] of Object.entries(wanted)) {
      const folder = join(CGROUPS, controller, name);
      mkdirSync(folder);
      made.push(folder);
      for (const [file, value] of Object.entries(limits)) writeFileSync(join(folder, file), String(value));
    }
    return made;
  } catch {
    for (const folder of made) rmdirSync(folder);
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended after it was listed.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function membersOf(folder: string): readonly number[] {
  return readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
}

function descendants(roots: ReadonlySet<number>): readonly number[] {
  const found = new Set(roots);
  const all = processes();
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}
