import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from '@otklik/read-models';
import type { IndexSource } from './index-source.js';
import { Indexer, type IndexTarget } from './indexer.js';
import { countRegister, walkRegister } from './register-walk.js';

/** Processes look so often which build answers; the old one stays until all have. */
const SWAP_KNOWN_MS = 2_000;

export interface Rebuilding {
  readonly onProgress?: Progress;
  /** Ends it: what was filled is dropped. */
  readonly signal?: AbortSignal;
}

/** Fills a new build of the index beside the one that answers, catches up with what changed meanwhile, and swaps. */
export async function rebuildIndex<Build>(
  source: IndexSource,
  target: IndexTarget<Build>,
  { onProgress, signal }: Rebuilding,
  indexer = new Indexer(source, target),
): Promise<void> {
  const { changes, database, directory, reader } = source;
  const { indexVersions, indexOf } = target;
  const { build: old, base } = await indexVersions.live();
  const build = await indexVersions.begin(base);
  const index = indexOf(build, false);
  let writing = Promise.resolve();
  try {
    let change = await changes.newest();
    let done = 0;
    const total = await countRegister(database, directory);
    // While a page is written the next one is read and analysed.
    for await (const rows of walkRegister(database, reader, directory)) {
      signal?.throwIfAborted();
      const before = writing;
      writing = indexer.write(index, rows);
      // Noticed by the next turn, which must not come too late for it.
      writing.catch(() => undefined);
      await before;
      await indexVersions.beat(build);
      onProgress?.((done += rows.length), Math.max(done, total));
    }
    await writing;
    for (let page = await changes.page(change); page.length > 0; page = await changes.page(change)) {
      await indexer.take(index, page);
      await indexVersions.beat(build);
      change = page.at(-1)?.change ?? change;
    }
    await indexVersions.swap({ build, base, change });
  } catch (error) {
    // What comes after the drop would stay for ever.
    await writing.catch(() => undefined);
    await indexVersions.abandon(build);
    throw error;
  }
  if (old === undefined) return;
  await pause(SWAP_KNOWN_MS);
  await indexVersions.drop(old);
}
