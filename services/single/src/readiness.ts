import { statfs } from 'node:fs/promises';
import type { Composition } from './composition.js';

const LEAST_FREE = 50 * 1024 * 1024;
const PATIENCE_MS = 2_000;

/** What keeps this process from taking work, in the operator's words; empty when nothing does. */
export function readiness({ services, dataDir }: Composition): () => Promise<readonly string[]> {
  const pools = [...services.values()].map(({ parts, definition }) => ({ name: definition.name, pool: parts.worker }));
  return async () => {
    const [database, disk] = await Promise.all([reachable(pools[0]?.pool), free(dataDir)]);
    return [...(database ? [] : ['database']), ...(disk ? [] : ['disk: less than 50 MB are free'])];
  };
}

async function reachable(pool: { query(sql: string): Promise<unknown> } | undefined): Promise<boolean> {
  if (!pool) return true;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((answer) => (timer = setTimeout(answer, PATIENCE_MS, false)));
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function free(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > LEAST_FREE;
}
