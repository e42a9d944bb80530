import { pause } from '@otklik/messaging';
import type { ReadModels } from '@otklik/read-models';
import type { IndexSource } from './fulltext/adapters/postgres/index-source.js';
import { isAway, type IndexTarget } from './fulltext/adapters/postgres/indexer.js';
import { settled } from './fulltext/adapters/postgres/settled.js';

/**
 * What may still hold the words of an erased person in clear. `UNNAMED_SERVER`: the services have a search server, of
 * which this process knows nothing.
 */
export type Unclean = 'REGISTER' | 'INDEX' | 'SERVER_INDEX' | 'UNNAMED_SERVER';

export interface Copies {
  readonly models: Pick<ReadModels, 'dropAbandoned'>;
  readonly source: IndexSource;
  readonly own: IndexTarget<number>;
  readonly server: IndexTarget<string> | undefined;
}

/** A build whose process was ended is held for a minute at most: within three minutes another process has taken it or it is dropped. */
export const PATIENCE_MS = 180_000;
const POLL_INTERVAL_MS = 500;

/**
 * Waits until no copy is left beside those that answer, and until these have taken in what the register holds now. What
 * is begun later is made of what is clean. Answers what does not get there.
 */
export async function cleanCopies(
  { models, source, own, server }: Copies,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<Unclean | undefined> {
  const end = performance.now() + patienceMs;
  async function reached(clean: () => Promise<boolean>): Promise<boolean> {
    for (;;) {
      if (signal.aborted) return false;
      if (await clean().catch(whileAway)) return true;
      if (performance.now() > end) return false;
      await pause(POLL_INTERVAL_MS, signal);
    }
  }
  const left = () => Math.max(0, end - performance.now());
  if (!(await reached(() => models.dropAbandoned()))) return 'REGISTER';
  if (!(await reached(() => cleanIndex(source, own, left(), signal)))) return 'INDEX';
  if (server && !(await reached(() => cleanIndex(source, server, left(), signal)))) return 'SERVER_INDEX';
  return undefined;
}

async function cleanIndex<Build>(
  source: IndexSource,
  target: IndexTarget<Build>,
  patienceMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(await target.indexVersions.dropAbandoned(signal))) return false;
  if ((await target.indexVersions.live()).build !== undefined) await settled(source, target, patienceMs);
  return true;
}

function whileAway(error: unknown): boolean {
  if (!isAway(error)) throw error;
  return false;
}
