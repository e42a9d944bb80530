import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions, Metric } from './bench-frame.js';
import { residentMegabytesOf } from './processes.js';
import { runningCluster } from './running-product.js';

export const name = 'memory';

const SETTLE_MS = 20_000;

/** Memory of all Node processes of the cluster while no request comes. */
export async function run({ print }: BenchOptions): Promise<readonly Metric[]> {
  await using cluster = await runningCluster(print);
  await sleep(SETTLE_MS);
  const pids = cluster.pids();
  const value = residentMegabytesOf(pids);
  const title = `resident memory of ${pids.length} processes at rest`;
  return [{ name: title, unit: 'MB', value, floor: 900, goal: 600, lessIsBetter: true }];
}
