import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_TIMEOUT_MS = 10_000;

/**
 * Ends the service processes of a supervisor that was killed, then returns a function that records a running process in
 * `processes.json`. A pid may have been reused, so a process is ended only if its command line is still the service's.
 */
export async function killOrphans(
  dataDir: string,
  print: (line: string) => void,
): Promise<(name: string, pid: number) => void> {
  const file = join(dataDir, 'processes.json');
  const orphans = await readPids(file);
  // In parallel: each may take seconds.
  await Promise.all(Object.entries(orphans).map(([name, pid]) => end(name, pid)));
  const running: Record<string, number> = {};
  let writing = Promise.resolve();
  return (name, pid) => {
    running[name] = pid;
    const now = JSON.stringify(running);
    // A full disk must end no service: the next start then misses some orphans.
    writing = writing
      .then(() => writeFile(`${file}.new`, now))
      .then(() => rename(`${file}.new`, file))
      .catch((error: Error) => print(`the process list cannot be written: ${error.message}`));
  };
}

/** Empty when the file is missing or truncated. */
async function readPids(file: string): Promise<Readonly<Record<string, number>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

/** SIGTERM, once, then SIGKILL. */
async function end(name: string, pid: number): Promise<void> {
  const until = performance.now() + STOP_TIMEOUT_MS;
  if (await isRunning(name, pid)) send(pid, 'SIGTERM');
  while (await isRunning(name, pid)) {
    if (performance.now() > until) send(pid, 'SIGKILL');
    await sleep(100);
  }
}

/** Ignores a process that has just ended. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isRunning(name: string, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return new RegExp(`services/${name}/bundle/main\\.js`).test(command);
}
