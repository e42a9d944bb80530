import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePortBase, stackPorts } from '../../deploy/stack/ports.js';
import { signalled } from '../../deploy/stack/processes.js';
import { stackOf, type Stack } from '../../deploy/stack/stack.js';
import { standBetween, type Between } from './between.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLOCK = new URL('shifted-clock.mjs', import.meta.url).href;
const READY_MS = 120_000;

export const processNames = ['intake', 'routing', 'responses', 'notifications', 'search', 'gateway'] as const;
export type ProcessName = (typeof processNames)[number];

export interface ClusterOptions {
  readonly brokers: 1 | 3;
  readonly say: (line: string) => void;
}

/** `npm run start:cluster` on servers of its own, in a folder of its own, as the operator would run it. */
export interface Cluster {
  readonly url: string;
  readonly stack: Stack;
  readonly between: Between;
  pid(name: ProcessName): number;
  /** What it was started with: its secrets stand nowhere else. */
  environmentOf(name: ProcessName): NodeJS.ProcessEnv;
  /** From now on its wall clock is so many ms ahead of the machine's; as long as it lives. */
  shiftClock(name: ProcessName, ms: number): void;
  /** Sends the signal; false when the process is just not there. */
  signal(name: ProcessName, signal: NodeJS.Signals): boolean;
  /** How often the supervisor has said so far that it is ready again. */
  readyAgain(name: ProcessName): number;
  /** Resolves when it was said once more than `before` times; rejects after two minutes. */
  readyAfter(name: ProcessName, before: number): Promise<void>;
  /** `npm run otklik -- …`; answers the exit code and all that was printed. */
  operate(...args: string[]): Promise<{ readonly code: number; readonly output: string }>;
  /** Answers the folder where they stay when the cluster is gone. */
  keepLogs(): string;
  stop(): Promise<void>;
}

export async function startCluster({ brokers, say }: ClusterOptions): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-chaos-'));
  const clocks = join(folder, 'clocks');
  mkdirSync(clocks);
  const portBase = await freePortBase();
  const between = await standBetween(stackPorts(portBase), brokers);
  const stack = stackOf({ brokers, folder: join(folder, 'stack'), portBase, advertised: between.broker, say });
  const clear = async (): Promise<void> => {
    await stack.reset();
    await between.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await stack.up();
    const environment = {
      ...process.env,
      ...between.through(stack.variables()),
      OTKLIK_DATA: folder,
      OTKLIK_DEMO: 'off',
      OTKLIK_LIMIT_ADDRESS: '0',
      OTKLIK_LIMIT_OVERALL: '0',
      OTKLIK_CHAOS_CLOCKS: clocks,
      PORT: String(portBase),
      NODE_OPTIONS: `--import=${CLOCK}`,
    };
    const child = spawn(process.execPath, ['services/single/start/start-cluster.mjs'], {
      ...{ cwd: ROOT, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    const lines = linesOf(child);
    const url = `http://127.0.0.1:${portBase}`;
    const cluster = running({ child, lines, environment, stack, between, folder, clocks, clear, url });
    await said(child, lines, (line) => line.startsWith('Otklik is ready'));
    return cluster;
  } catch (error) {
    await clear();
    throw error;
  }
}

interface RunningParts {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly stack: Stack;
  readonly between: Between;
  readonly folder: string;
  readonly clocks: string;
  /** Ends the servers and removes what is left of them. */
  readonly clear: () => Promise<void>;
  readonly url: string;
}

function running(parts: RunningParts): Cluster {
  const { child, lines, environment, stack, between, folder, clocks, clear, url } = parts;
  const pid = (name: ProcessName): number => {
    const file = join(folder, 'cluster', 'processes.json');
    const found = (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>)[name];
    if (found === undefined) throw new Error(`${name} was not started.`);
    return found;
  };
  const readyAgain = (name: ProcessName): number =>
    lines.filter((line) => line.endsWith(`${name} is ready again.`)).length;
  return {
    ...{ url, stack, between, pid, readyAgain },
    signal: (name, signal) => signalled(pid(name), signal),
    environmentOf: (name) => {
      const pairs = readFileSync(`/proc/${pid(name)}/environ`, 'utf8')
        .split('\0')
        .filter(Boolean);
      return Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
    },
    shiftClock: (name, ms) => {
      writeFileSync(join(clocks, String(pid(name))), String(ms));
      signalled(pid(name), 'SIGUSR2');
    },
    readyAfter: async (name, before) => {
      const end = Date.now() + READY_MS;
      while (readyAgain(name) <= before) {
        if (Date.now() > end) throw new Error(`${name} is not ready again:\n${lines.slice(-10).join('\n')}`);
        await sleep(10);
      }
    },
    operate: (...args) => operate(args, environment),
    keepLogs: () => {
      const kept = join(ROOT, '.otklik', 'chaos', String(Date.now()));
      const logs = globSync('**/*.log', { cwd: folder, exclude: (name) => name === 'data' });
      for (const log of logs) cpSync(join(folder, log), join(kept, log));
      return kept;
    },
    stop: async () => {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
      }
      await clear();
    },
  };
}

function linesOf(child: ChildProcess): readonly string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return lines;
}

async function said(child: ChildProcess, lines: readonly string[], wanted: (line: string) => boolean): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!lines.some(wanted)) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`The cluster did not start:\n${lines.slice(-30).join('\n')}`);
    await sleep(50);
  }
}

function operate(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['services/single/start/otklik.mjs', ...args], { cwd: ROOT, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
