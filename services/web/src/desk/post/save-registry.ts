import { saveFile } from '../../frame/csv.js';
import { t } from '../../words/words.js';
import { inBatches } from './letter-groups.js';
import { sheetPath } from './sheet-path.js';
import type { PaperRow } from './post.js';

/** Of a list of form 103. */
export const MAX_LISTED = 50;

/**
 * The list of registered mail with its track numbers, as a file: made before the posting is recorded, as the server lists what waits.
 * `day`: YYYY-MM-DD. Without connection there is none, and the record waits for it alone.
 */
export async function saveRegistry(
  district: string,
  day: string,
  rows: readonly PaperRow[],
  tracks: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [at, batch] of inBatches(rows, MAX_LISTED).entries()) {
    const answer = await fetch(sheetPath(district, 'registry', batch, tracks)).catch(() => undefined);
    if (!answer?.ok) return;
    const name = `${t('post.registryFile')} ${day}${at === 0 ? '' : ` (${at + 1})`}`;
    saveFile(`${name}.pdf`, new Uint8Array(await answer.arrayBuffer()));
  }
}
