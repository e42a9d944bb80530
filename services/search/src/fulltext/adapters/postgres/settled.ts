import { setTimeout as pause } from 'node:timers/promises';
import type { IndexVersions, Live, Position } from '../../application/index-versions.js';
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
  for (;;) {
    const live = await indexVersions.live();
    if (live.build === undefined) break;
    const position = await positionOf(indexVersions, live);
    if (position && position.change >= newest) return;
    const isBeingFilled = live.isOutdated && !(await indexVersions.dropAbandoned());
    if (!isBeingFilled && performance.now() - begun > (position ? patienceMs : SETTLE_MS)) break;
    await pause(POLL_INTERVAL_MS);
  }
  await new Indexer(source, target).catchUp();
}

/** Of the build that answers; undefined where it does not count, or must look at every row. */
async function positionOf<Build>(
  indexVersions: IndexVersions<Build>,
  { build, isOutdated, base }: Live<Build>,
): Promise<Position<Build> | undefined> {
  return build === undefined || isOutdated ? undefined : indexVersions.position(build, base);
}
