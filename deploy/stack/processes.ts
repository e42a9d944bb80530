import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The process that the file names, if its command line still names `folder`: a pid may have been reused, and a zombie has no
 * command line.
 */
export function livingPid(pidFile: string, folder: string): number | undefined {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').trim()) : NaN;
  return Number.isInteger(pid) && pid > 1 && runsFor(pid, folder) ? pid : undefined;
}

function runsFor(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Starts the command in a session of its own, so that it outlives its parent; output is appended to `logFile`. */
export function launch(command: readonly string[], pidFile: string, logFile: string): void {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const [program, ...args] = command;
    const child = spawn(program!, args, { detached: true, stdio: ['ignore', log, log], cwd: '/' });
    // A missing program appears as a server that has ended; its pid is undefined.
    child.once('error', (error) => writeFileSync(logFile, `${error.message}\n`, { flag: 'a' }));
    child.unref();
    writeFileSync(pidFile, `${child.pid ?? ''}\n`, { mode: 0o600 });
  } finally {
    closeSync(log);
  }
}

/** SIGTERM (and SIGCONT, for a frozen process), then SIGKILL after `timeoutMs`; at once when that is 0. */
export async function end(pid: number, folder: string, timeoutMs: number): Promise<void> {
  const steps = [
    { signals: ['SIGTERM', 'SIGCONT'], ms: timeoutMs },
    { signals: ['SIGKILL'], ms: 5_000 },
  ] as const;
  for (const { signals, ms } of steps.filter((step) => step.ms > 0)) {
    for (const signal of signals) signalled(pid, signal);
    if (await until(() => !runsFor(pid, folder), ms)) return;
  }
  throw new Error(`Process ${pid} of ${folder} does not end.`);
}

/** False when there is no such process any more. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Polls every 25 ms; false when the condition does not hold within `ms`. */
export async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await sleep(25);
  }
}

/** The last lines of the log after byte `from`, joined. */
export function logTail(logFile: string, from: number): string {
  if (!existsSync(logFile)) return 'it wrote nothing';
  const text = readFileSync(logFile).subarray(from).toString('utf8').trim();
  return text.split('\n').slice(-3).join(' | ').slice(-600) || 'it wrote nothing';
}

export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
