import { postalTrack } from '@otklik/kernel/postal-track';
import type { PaperRow } from './post.js';

/** The address of sheets for letters; the tracks that were typed are on the list of registered mail. */
export function sheetPath(
  district: string,
  sheet: 'envelopes/DL' | 'envelopes/C5' | 'registry',
  rows: readonly Pick<PaperRow, 'id'>[],
  tracks: ReadonlyMap<string, string> = new Map(),
): string {
  const of = rows.flatMap(({ id }) => {
    const { track } = postalTrack(tracks.get(id) ?? '');
    return [`notice=${id}`, ...(track ? [`track=${id}:${encodeURIComponent(track)}`] : [])];
  });
  return `/papers/${district}/${sheet}?${of.join('&')}`;
}
