import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../deploy/stack/ports.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The single process as `npm start` runs it, on the bench's server, without limits for callers without an account. */
export interface RunningProduct {
  readonly url: string;
  /** Goes with `stop`. */
  readonly dataDir: string;
  /** `npm run otklik -- …`; throws with what it printed when it fails. */
  operate(...args: string[]): Promise<string>;
  /** Its Node processes. */
  pids(): readonly number[];
  stop(): Promise<void>;
}

export async function runningProduct(databaseUrl: string): Promise<RunningProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-bench-data-'));
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    OTKLIK_DATA: dataDir,
    OTKLIK_DEMO: 'off',
    OTKLIK_LIMIT_ADDRESS: '0',
    OTKLIK_LIMIT_OVERALL: '0',
    PORT: String(port),
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, ['services/single/start/start.mjs'], { cwd: ROOT, env, detached: true });
  await said(child, /Otklik is ready/);
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    operate: (...args) => operate(args, env),
    pids: () => processGroup(child.pid!),
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid!, 'SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function processGroup(leader: number): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => groupOf(pid) === leader)
    .map(Number);
}

/** Undefined for a process that has ended meanwhile. */
function groupOf(pid: string): number | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

/** Resolves with the match; rejects when the child ends before. */
export function said(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let output = '';
  return new Promise((resolve, reject) => {
    const heard = (chunk: Buffer) => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match) resolve(match);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}:\n${output.slice(-4_000)}`)));
  });
}

export function operate(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['services/single/start/otklik.mjs', ...args], { cwd: ROOT, env });
  let output = '';
  const heard = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}
