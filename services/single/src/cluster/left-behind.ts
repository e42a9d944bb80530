import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/**
 * Ends what a killed start left behind, then answers what writes down a process that runs. Only a process that is still
 * what was written down is ended: numbers are given out again.
 */
export async function leaveNobodyBehind(
  dataDir: string,
  say: (line: string) => void,
): Promise<(name: string, pid: number) => void> {
  const file = join(dataDir, 'processes.json');
  const left = await writtenDown(file);
  // At once: each may need its time.
  await Promise.all(Object.entries(left).map(([name, pid]) => end(name, pid)));
  const running: Record<string, number> = {};
  let writing = Promise.resolve();
  return (name, pid) => {
    running[name] = pid;
    const now = JSON.stringify(running);
    // A full disk ends no service: the next start only finds less to end.
    writing = writing
      .then(() => writeFile(`${file}.new`, now))
      .then(() => rename(`${file}.new`, file))
      .catch((error: Error) => say(`the processes cannot be written down: ${error.message}`));
  };
}

/** Nothing where there is no file, or one whose writing was cut. */
async function writtenDown(file: string): Promise<Readonly<Record<string, number>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

/** SIGTERM, once, then SIGKILL. */
async function end(name: string, pid: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  if (await isStill(name, pid)) send(pid, 'SIGTERM');
  while (await isStill(name, pid)) {
    if (performance.now() > until) send(pid, 'SIGKILL');
    await sleep(100);
  }
}

/** Nothing to one that has ended since it was looked at. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isStill(name: string, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  // An earlier version's processes ran what was built before it was bundled.
  return new RegExp(`services/${name}/(bundle|dist)/main\\.js`).test(command);
}
