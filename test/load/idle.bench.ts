import { setTimeout as sleep } from 'node:timers/promises';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { cpuSecondsOf } from './processes.js';
import { runningCluster } from './running-product.js';

export const name = 'idle';

const SETTLE_MS = 20_000;
/** The gateway, the services, and what supervises them. */
const MIN_PROCESSES = 7;
const SECONDS = 30;

/** CPU that all Node processes of the cluster use while no request comes. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  await using cluster = await runningCluster(options.print);
  await sleep(sized(options, { smoke: 500, usual: SETTLE_MS, full: SETTLE_MS }));
  const pids = cluster.pids();
  if (pids.length < MIN_PROCESSES) throw new Error(`${pids.length} processes are no cluster`);
  const seconds = sized(options, { smoke: 1, usual: SECONDS, full: SECONDS });
  const before = cpuSecondsOf(pids);
  await sleep(seconds * 1_000);
  const value = ((cpuSecondsOf(pids) - before) / seconds) * 100;
  const title = `CPU of ${pids.length} processes at rest`;
  return [{ name: title, unit: '% of a core', value, floor: 6, goal: 3, lessIsBetter: true }];
}
