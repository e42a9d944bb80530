import type { BenchOptions, Metric } from './bench-frame.js';
import { atRest } from './rest.js';
import { residentOf } from './whole-cluster.js';

export const name = 'memory';

/** Memory of all Node processes of the cluster when nobody asks anything of them. */
export function run(options: BenchOptions): Promise<readonly Metric[]> {
  return atRest(options, async (cluster) => {
    const pids = cluster.pids();
    const value = residentOf(pids);
    return {
      name: `resident memory of ${pids.length} processes at rest`,
      unit: 'MB',
      value,
      floor: 900,
      goal: 600,
      lessIsBetter: true,
    };
  });
}
