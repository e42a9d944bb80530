import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions, Metric } from './bench-frame.js';
import { wholeCluster, type WholeCluster } from './whole-cluster.js';

const SETTLE_MS = 20_000;

/** A figure of the whole cluster at rest: started, nothing asked of it for a while. */
export async function atRest(
  { say }: BenchOptions,
  measure: (cluster: WholeCluster) => Promise<Metric>,
): Promise<readonly Metric[]> {
  say('servers, services and gateway are started');
  const cluster = await wholeCluster(say);
  try {
    await sleep(SETTLE_MS);
    return [await measure(cluster)];
  } finally {
    await cluster.stop();
  }
}
