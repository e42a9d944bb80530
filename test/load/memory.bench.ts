import { setTimeout as sleep } from 'node:timers/promises';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { residentMegabytesOf } from './processes.js';
import { runningCluster } from './running-product.js';

export const name = 'memory';

const SETTLE_MS = 20_000;
/** The gateway, the services, and what supervises them. */
const MIN_PROCESSES = 7;

/** Memory of all Node processes of the cluster while no request comes. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  await using cluster = await runningCluster(options.print);
  await sleep(sized(options, { smoke: 500, usual: SETTLE_MS, full: SETTLE_MS }));
  const pids = cluster.pids();
  if (pids.length < MIN_PROCESSES) throw new Error(`${pids.length} processes are no cluster`);
  const value = residentMegabytesOf(pids);
  const title = `resident memory of ${pids.length} processes at rest`;
  return [{ name: title, unit: 'MB', value, floor: 900, goal: 600, lessIsBetter: true }];
}
