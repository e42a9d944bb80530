import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from '@otklik/read-models';
import type { Pool } from 'pg';
import type { Indexer, IndexerParts } from './indexer.js';
import { countRegister, walkRegister } from './register-walk.js';

const PAGE = 500;
/** Processes look so often which build answers; the old one stays until all have. */
const SWAP_KNOWN_MS = 2_000;

/** Fills a new build of the index beside the one that answers, catches up with what changed meanwhile, and swaps. */
export async function rebuildIndex(
  parts: IndexerParts,
  indexer: Indexer,
  worker: Pool,
  onProgress?: Progress,
): Promise<void> {
  const { builds, changes, database, directory, reader, indexOf } = parts;
  const { build: old, base } = await builds.live();
  const build = await builds.begin(base);
  const index = indexOf(build);
  try {
    let change = await changes.newest();
    let done = 0;
    const total = await countRegister(database, directory);
    for await (const rows of walkRegister(database, reader, directory)) {
      await indexer.write(index, rows);
      await builds.beat(build);
      onProgress?.((done += rows.length), Math.max(done, total));
    }
    for (let page = await changesAfter(worker, change); page.length > 0; page = await changesAfter(worker, change)) {
      await indexer.take(index, page);
      await builds.beat(build);
      change = page.at(-1)?.change ?? change;
    }
    await builds.swap({ build, base, change });
  } catch (error) {
    await builds.abandon(build);
    throw error;
  }
  await pause(SWAP_KNOWN_MS);
  await builds.drop(old);
}

async function changesAfter(
  worker: Pool,
  change: number,
): Promise<readonly { readonly district: number; readonly appeal: string; readonly change: number }[]> {
  const { rows } = await worker.query<{ district: number; appeal: string; change: string }>(
    `select district, appeal, change from search.register_change where change > $1 order by change limit ${PAGE}`,
    [change],
  );
  return rows.map((row) => ({ ...row, change: Number(row.change) }));
}
