import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions, Metric } from './bench-frame.js';
import { cpuSecondsOf } from './processes.js';
import { runningCluster } from './running-product.js';

export const name = 'idle';

const SETTLE_MS = 20_000;
const SECONDS = 30;

/** CPU that all Node processes of the cluster use while no request comes. */
export async function run({ print }: BenchOptions): Promise<readonly Metric[]> {
  await using cluster = await runningCluster(print);
  await sleep(SETTLE_MS);
  const pids = cluster.pids();
  const before = cpuSecondsOf(pids);
  await sleep(SECONDS * 1_000);
  const value = ((cpuSecondsOf(pids) - before) / SECONDS) * 100;
  const title = `CPU of ${pids.length} processes at rest`;
  return [{ name: title, unit: '% of a core', value, floor: 6, goal: 3, lessIsBetter: true }];
}
