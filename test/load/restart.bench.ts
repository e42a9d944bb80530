import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../deploy/stack/ports.js';
import { argumentsOf, printed, spawnProgram } from '../world/product-process.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { temporaryFolder } from './bench-server.js';
import { cpuSecondsOf, processes } from './processes.js';
import { submission } from './submissions.js';

export const name = 'restart';

const KILLS = { smoke: 1, usual: 5, full: 20 } as const;
/** What was begun has ended before the next kill. */
const REST_MS = { smoke: 500, usual: 5_000, full: 20_000 } as const;
const RETRY_INTERVAL_MS = 10;
const REQUEST_TIMEOUT_MS = 30_000;

interface Restart {
  readonly acknowledgedMs: number;
  readonly readyMs: number;
  /** Of the process, until the acknowledgement. */
  readonly cpuMs: number;
}

/**
 * The whole process is killed, with its embedded PostgreSQL left behind, and started again at once: time from the kill to the
 * first acknowledged submission, and until the process says that it is ready. Yardstick: a Node.js process that only begins to listen.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  using data = temporaryFolder('restart');
  const port = String(await freePort());
  const own = { OTKLIK_DATA: data.path, OTKLIK_DEMO: 'off', DATABASE_URL: '', PORT: port, NODE_OPTIONS: '' };
  const env = { ...process.env, ...own };
  const start = (): ChildProcess => spawnProgram(argumentsOf('start'), env);
  let product = start();
  try {
    await printed(product, /Otklik is ready/);
    const restarts: Restart[] = [];
    const bare: number[] = [];
    for (let kill = 1; kill <= sized(options, KILLS); kill += 1) {
      await sleep(sized(options, REST_MS));
      bare.push(await bareStart());
      const begun = performance.now();
      await killed(product);
      product = start();
      const ready = printed(product, /Otklik is ready/).then(() => performance.now() - begun);
      const [acknowledgedMs, cpuMs] = await acknowledged(product, `http://127.0.0.1:${port}/graphql`, begun);
      restarts.push({ acknowledgedMs, readyMs: await ready, cpuMs });
      options.print(
        `kill ${kill}: acknowledged after ${Math.round(acknowledgedMs)} ms, ${Math.round(cpuMs)} ms of CPU`,
      );
    }
    return metrics(restarts, bare);
  } finally {
    process.kill(-product.pid!, 'SIGTERM');
    if (product.exitCode === null) await once(product, 'exit');
  }
}

function metrics(restarts: readonly Restart[], bare: readonly number[]): readonly Metric[] {
  const ms = (what: keyof Restart, share: number) =>
    quantile(
      restarts.map((one) => one[what]),
      share,
    );
  const time = { unit: 'ms', lessIsBetter: true, yardstick: quantile(bare, 0.5) } as const;
  const acknowledgement = 'killed → first acknowledgement';
  return [
    { name: `${acknowledgement}, p50`, value: ms('acknowledgedMs', 0.5), ...time },
    { name: `${acknowledgement}, p95`, value: ms('acknowledgedMs', 0.95), floor: 5_000, goal: 3_000, ...time },
    { name: 'killed → ready, p50', value: ms('readyMs', 0.5), ...time },
    { name: 'CPU until the first acknowledgement, p50', value: ms('cpuMs', 0.5), unit: 'ms', lessIsBetter: true },
  ];
}

/** The whole group, as a lost machine would; the server has a session of its own. */
async function killed(product: ChildProcess): Promise<void> {
  const gone = once(product, 'exit');
  process.kill(-product.pid!, 'SIGKILL');
  await gone;
}

/** Sends submissions, one after the other, until one is acknowledged. */
async function acknowledged(product: ChildProcess, url: string, begun: number): Promise<[ms: number, cpuMs: number]> {
  for (;;) {
    if (product.exitCode !== null) throw new Error(`The product ended with ${product.exitCode}.`);
    if (await isAcknowledged(url)) return [performance.now() - begun, cpuSecondsOf(groupOf(product)) * 1_000];
    await sleep(RETRY_INTERVAL_MS);
  }
}

async function isAcknowledged(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: submission(),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return (await answer.text()).includes('"number"');
  } catch {
    return false;
  }
}

/** The process, and the one with the project's own Node.js that it may have started. */
function groupOf({ pid }: ChildProcess): readonly number[] {
  return processes().flatMap((one) => (one.pid === pid || one.parent === pid ? [one.pid] : []));
}

async function bareStart(): Promise<number> {
  const begun = performance.now();
  const code = `require('node:http').createServer().listen(0, () => process.exit())`;
  await once(spawn(process.execPath, ['-e', code]), 'exit');
  return performance.now() - begun;
}
