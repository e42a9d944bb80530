import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, freePortBase } from '../../deploy/stack/ports.js';
import { stackUp } from '../../deploy/stack/stack.js';
import { operate, said, type RunningProduct } from './running-product.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm run start:cluster` runs, on servers of its own, without limits for callers without an account. */
export interface WholeCluster extends RunningProduct {
  /** Of the supervisor, the services and the gateway. */
  pids(): readonly number[];
}

export async function wholeCluster(say: (line: string) => void): Promise<WholeCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-cluster-'));
  const stack = await stackUp({ folder: join(folder, 'stack'), portBase: await freePortBase(), say });
  const port = await freePort();
  const env = {
    ...process.env,
    ...stack.variables(),
    OTKLIK_DATA: folder,
    OTKLIK_DEMO: 'off',
    OTKLIK_LIMIT_ADDRESS: '0',
    OTKLIK_LIMIT_OVERALL: '0',
    PORT: String(port),
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, ['services/single/start/start-cluster.mjs'], {
    cwd: ROOT,
    env,
    detached: true,
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    await stack.down();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await said(child, /Otklik is ready/);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir: join(folder, 'cluster'),
    operate: (...args) => operate(args, env),
    pids: () => [child.pid!, ...childrenOf(child.pid!)],
    stop,
  };
}

function childrenOf(parent: number): readonly number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.filter((pid) => statOf(pid)[1] === String(parent)).map(Number);
}

/** State, parent, … of /proc/<pid>/stat, behind the name; empty for a process that is gone. */
function statOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended while we looked.
    return [];
  }
}

const TICKS_A_SECOND = 100;

/** CPU that the processes have used so far, s. */
export function cpuOf(pids: readonly number[]): number {
  return (
    pids.reduce((sum, pid) => sum + Number(statOf(String(pid))[11]) + Number(statOf(String(pid))[12]), 0) /
    TICKS_A_SECOND
  );
}

/** What they hold of the machine's memory, MB; pages that they share are counted for each. */
export function residentOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
