import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../deploy/stack/ports.js';
import { processNames, type ProcessName } from '../chaos/cluster.js';
import { operate, type Operated } from '../world/product-process.js';
import type { World } from '../world/world.js';
import { stableAddress, type StableAddress } from './stable-address.js';

type Environment = NodeJS.ProcessEnv;

interface Running {
  readonly child: ChildProcess;
  readonly checkout: string;
}

const READY_TIMEOUT_MS = 180_000;
/** Between the moment in which an address leads elsewhere and SIGTERM, as `preStop` of deploy/kubernetes. */
const PRE_STOP_MS = 1_000;

/**
 * A process for each name, of this or that version, replaced as Kubernetes does it with `maxUnavailable: 0`: the new one is
 * ready before the old one gets its signal.
 */
export class Deployment {
  private readonly running = new Map<ProcessName, Running>();

  private constructor(
    private readonly environments: ReadonlyMap<ProcessName, Environment>,
    private readonly addresses: ReadonlyMap<ProcessName, StableAddress>,
    /** Of all processes, to see why one did not start. */
    readonly logFile: string,
  ) {}

  /** Takes the place of the running cluster of the world, which has ended then: its variables, at its address. */
  static async inPlaceOf(world: World): Promise<Deployment> {
    const pids = JSON.parse(readFileSync(join(world.dataDir, 'processes.json'), 'utf8')) as Record<ProcessName, number>;
    const environments = new Map(processNames.map((name) => [name, environmentOf(pids[name])]));
    await world.end();
    const addresses = new Map<ProcessName, StableAddress>();
    for (const name of processNames)
      addresses.set(name, await stableAddress(name === 'gateway' ? Number(new URL(world.url).port) : 0));
    return new Deployment(environments, addresses, join(world.dataDir, 'deployment.log'));
  }

  versionOf(name: ProcessName): string | undefined {
    return this.running.get(name)?.checkout;
  }

  /** Starts the process of that version beside the present one, which ends when the new one is ready. */
  async replace(name: ProcessName, checkout: string, more: Environment = {}): Promise<void> {
    const before = this.running.get(name);
    const port = await freePort();
    const child = this.spawn(name, checkout, { ...more, PORT: String(port) });
    this.running.set(name, { child, checkout });
    await ready(name, child, port, this.logFile);
    this.addresses.get(name)!.leadTo(port);
    if (!before) return;
    await sleep(PRE_STOP_MS);
    const code = await ended(before.child, 'SIGTERM');
    if (code !== 0) throw new Error(`${name} of ${before.checkout} ended with ${code}`);
  }

  /** A program of that version with the variables of the process: the migration, the operator's tool. */
  run(name: ProcessName, checkout: string, program: readonly [string, ...string[]]): ChildProcess {
    return this.launch(program, checkout, this.environmentFor(name));
  }

  /** `npm run otklik -- …` of that version, beside the running processes. */
  operate(checkout: string, args: readonly string[], more: Environment = {}): Promise<Operated> {
    // The tool has the private half in its data folder.
    const { OTKLIK_TOKEN_KEY: _, ...environment } = this.environmentFor('intake');
    return operate(args, { ...environment, ...more }, checkout);
  }

  variable(name: string): string {
    return this.environments.get('intake')![name]!;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ child }) => ended(child, 'SIGKILL')));
    for (const address of this.addresses.values()) await address.close();
  }

  private spawn(name: ProcessName, checkout: string, more: Environment): ChildProcess {
    return this.launch([join('services', name, 'bundle/main.js')], checkout, { ...this.environmentFor(name), ...more });
  }

  private launch(program: readonly string[], checkout: string, env: Environment): ChildProcess {
    const log = openSync(this.logFile, 'a', 0o600);
    try {
      return spawn(process.execPath, program, { cwd: checkout, env, stdio: ['ignore', log, log] });
    } finally {
      closeSync(log);
    }
  }

  private environmentFor(name: ProcessName): Environment {
    const urls = [...this.addresses].map(([one, { port }]) => [
      `OTKLIK_${one.toUpperCase()}_URL`,
      `http://127.0.0.1:${port}`,
    ]);
    return { ...this.environments.get(name), ...(Object.fromEntries(urls) as Environment) };
  }
}

function environmentOf(pid: number): Environment {
  const pairs = readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .filter((pair) => pair !== '' && !pair.startsWith('NODE_CHANNEL_'));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

async function ready(name: string, child: ChildProcess, port: number, logFile: string): Promise<void> {
  const until = Date.now() + READY_TIMEOUT_MS;
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`${name} is not ready (${child.exitCode}):\n${readFileSync(logFile, 'utf8').slice(-3_000)}`);
    await sleep(100);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  child.kill(signal);
  return gone;
}
