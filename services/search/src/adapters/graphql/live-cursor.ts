import { makeCursor } from '@otklik/host';

/** What cursors of a district's live list are made for: they are of no use elsewhere. */
export function liveListName(district: number): string {
  return `appealChanges/${district}`;
}

/** Goes on with what changed after `change`. */
export function liveCursor(key: Buffer, district: number, change: number): string {
  return makeCursor(key, liveListName(district), change);
}
