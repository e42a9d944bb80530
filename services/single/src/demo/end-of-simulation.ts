import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export const QUARTER_END = 'demo-quarter-end';

/**
 * Until when (ms since 1970) a demonstration recorded events by its simulated clock, by the files that it leaves in the data
 * folder, which the database does not hold; undefined where none was made.
 */
export async function endOfSimulation(dataDir: string): Promise<number | undefined> {
  if (!existsSync(join(dataDir, QUARTER_END))) return undefined;
  const made = join(dataDir, 'demo-quarter-made');
  return existsSync(made) ? (await stat(made)).mtimeMs : Date.now();
}
