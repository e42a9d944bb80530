import { shortNumber } from '../../parts/short-number.js';
import type { ModerationRow } from './moderation.js';

/** What the moderator calls a message: by the name that its author shows in the network, else by its receipt. */
export function nameOf(row: Pick<ModerationRow, 'receipt' | 'number' | 'source'>): string {
  return row.source?.author ?? shortNumber(row);
}
