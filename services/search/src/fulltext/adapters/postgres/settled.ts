import { setTimeout as pause } from 'node:timers/promises';
import type { IndexSource } from './index-source.js';
import { Indexer, type IndexTarget } from './indexer.js';

const SETTLE_MS = 3_000;
const POLL_INTERVAL_MS = 50;

/**
 * Gives the running indexer time to take in the changes until now: `patienceMs` while it makes no progress. Where none
 * runs, takes them in.
 */
export async function settled<Build>(
  source: IndexSource,
  target: IndexTarget<Build>,
  patienceMs = SETTLE_MS,
): Promise<void> {
  const { changes } = source;
  const { indexVersions } = target;
  const begun = performance.now();
  const newest = await changes.newest();
  const { build, base } = await indexVersions.live();
  while (build !== undefined) {
    const position = await indexVersions.position(build, base);
    if (position && position.change >= newest) return;
    if (performance.now() - begun > (position ? patienceMs : SETTLE_MS)) break;
    await pause(POLL_INTERVAL_MS);
  }
  await new Indexer(source, target).catchUp();
}
