import { setsOf } from './backup-folder.js';
import { reachOf } from './wal-of-set.js';

/** What lies in the folder of backups. */
export interface StateOfBackups {
  readonly folder: string;
  readonly sets: number;
  /** From which moment on the newest whole set can be restored, ISO 8601 UTC; absent where there is none. */
  readonly newest?: string;
  /** What was acknowledged before this moment is in it. */
  readonly reach?: string;
}

/** Undefined where no folder is configured. */
export async function stateOfBackups(folder: string | undefined): Promise<StateOfBackups | undefined> {
  if (folder === undefined) return undefined;
  const sets = await setsOf(folder);
  const newest = sets.at(-1);
  if (!newest) return { folder, sets: 0 };
  const { consistentAt } = newest.manifest;
  const reach = (await reachOf(newest.path))?.at ?? consistentAt;
  return { folder, sets: sets.length, newest: consistentAt, reach };
}
