import { makeCursor } from '@otklik/host';
import type { FollowedTo } from '../../application/district-changes.js';

/** What cursors of a district's live list are made for: they are of no use elsewhere. */
export function liveListName(district: number): string {
  return `appealChanges/${district}`;
}

/** Goes on with what changed after the change and the day. */
export function liveCursor(key: Buffer, district: number, followedTo: FollowedTo): string {
  return makeCursor(key, liveListName(district), followedTo);
}
