import type { ChildProcess } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePortBase, stackPorts } from '../../deploy/stack/ports.js';
import { signalled } from '../../deploy/stack/processes.js';
import { stackOf, type Stack } from '../../deploy/stack/stack.js';
import { argumentsOf, operate, spawnProgram, type Operated } from '../world/product-process.js';
import { proxyServers, type ServerProxies } from './server-proxies.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLOCK = new URL('shifted-clock.mjs', import.meta.url).href;
const READY_TIMEOUT_MS = 120_000;

export const processNames = [
  'intake',
  'routing',
  'responses',
  'notifications',
  'search',
  'administration',
  'web',
  'gateway',
] as const;
export type ProcessName = (typeof processNames)[number];

export interface ClusterOptions {
  readonly brokers: 1 | 3;
  readonly print: (line: string) => void;
}

/** `npm run start:cluster` on servers of its own, in a folder of its own, as an operator runs it. */
export interface Cluster {
  readonly url: string;
  readonly stack: Stack;
  readonly proxies: ServerProxies;
  pid(name: ProcessName): number;
  /** The environment of the process, which holds its secrets. */
  environmentOf(name: ProcessName): NodeJS.ProcessEnv;
  /** Sets the wall clock of the process so many ms ahead of the machine's. */
  shiftClock(name: ProcessName, ms: number): void;
  /** Sends the signal; false when the process does not run. */
  signal(name: ProcessName, signal: NodeJS.Signals): boolean;
  /** Number of restarts after which the supervisor reported the process ready. */
  restarts(name: ProcessName): number;
  /** Resolves after more than `before` restarts; rejects after two minutes. */
  untilRestarted(name: ProcessName, before: number): Promise<void>;
  operate(...args: string[]): Promise<Operated>;
  /** Copies the logs to a folder that stays, and returns it. */
  keepLogs(): string;
  stop(): Promise<void>;
}

export async function startCluster({ brokers, print }: ClusterOptions): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-chaos-'));
  const clocks = join(folder, 'clocks');
  mkdirSync(clocks);
  const portBase = await freePortBase();
  const proxies = await proxyServers(stackPorts(portBase), brokers);
  const stack = stackOf({ brokers, folder: join(folder, 'stack'), portBase, advertised: proxies.brokerPort, print });
  const clear = async (): Promise<void> => {
    await stack.reset();
    await proxies.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await stack.up();
    const environment = {
      ...process.env,
      ...proxies.addresses(stack.variables()),
      OTKLIK_DATA: folder,
      OTKLIK_DEMO: 'off',
      OTKLIK_LIMIT_ADDRESS: '0',
      OTKLIK_LIMIT_DISTRICT: '0',
      OTKLIK_CHAOS_CLOCKS: clocks,
      PORT: String(portBase),
      NODE_OPTIONS: `--import=${CLOCK}`,
    };
    const child = spawnProgram(argumentsOf('start:cluster'), environment);
    const lines = linesOf(child);
    const url = `http://127.0.0.1:${portBase}`;
    const cluster = running({ child, lines, environment, stack, proxies, folder, clocks, clear, url });
    await untilPrinted(child, lines, (line) => line.startsWith('Otklik is ready'));
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
  readonly proxies: ServerProxies;
  readonly folder: string;
  readonly clocks: string;
  /** Stops the servers and removes their data. */
  readonly clear: () => Promise<void>;
  readonly url: string;
}

function running(parts: RunningParts): Cluster {
  const { child, lines, environment, stack, proxies, folder, clocks, clear, url } = parts;
  const pid = (name: ProcessName): number => {
    const file = join(folder, 'cluster', 'processes.json');
    const found = (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>)[name];
    if (found === undefined) throw new Error(`${name} was not started.`);
    return found;
  };
  const restarts = (name: ProcessName): number =>
    lines.filter((line) => line.endsWith(`${name} is ready again.`)).length;
  return {
    url,
    stack,
    proxies,
    pid,
    restarts,
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
    untilRestarted: async (name, before) => {
      const end = Date.now() + READY_TIMEOUT_MS;
      while (restarts(name) <= before) {
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

async function untilPrinted(
  child: ChildProcess,
  lines: readonly string[],
  wanted: (line: string) => boolean,
): Promise<void> {
  const end = Date.now() + READY_TIMEOUT_MS;
  while (!lines.some(wanted)) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`The cluster did not start:\n${lines.slice(-30).join('\n')}`);
    await sleep(50);
  }
}
