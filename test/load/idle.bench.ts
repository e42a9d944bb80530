import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions, Metric } from './bench-frame.js';
import { atRest } from './rest.js';
import { cpuOf } from './whole-cluster.js';

export const name = 'idle';

const SECONDS = 30;

/** CPU that all Node processes of the cluster use when nobody asks anything of them. */
export function run(options: BenchOptions): Promise<readonly Metric[]> {
  return atRest(options, async (cluster) => {
    const pids = cluster.pids();
    const before = cpuOf(pids);
    await sleep(SECONDS * 1_000);
    const value = ((cpuOf(pids) - before) / SECONDS) * 100;
    return {
      name: `CPU of ${pids.length} processes at rest`,
      unit: '% of a core',
      value,
      floor: 6,
      goal: 3,
      lessIsBetter: true,
    };
  });
}
