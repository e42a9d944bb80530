import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import type { ModerationRow } from './moderation.js';

/** What the moderator calls a message: by the name that its author shows in the network, else by its receipt. */
export function nameOf(row: Pick<ModerationRow, 'receipt' | 'number' | 'source'>): string {
  return row.source?.author ?? shortNumber(row);
}

interface Case {
  readonly number?: string | null;
  readonly receipt: string;
  readonly source?: { readonly author?: string | null } | null;
}

/** What the moderator calls a case: by its number; until it has one, as the message that was taken up. */
export function caseName(row: Case): string {
  const name = row.number ? undefined : row.source?.author;
  return name ? t('moderation.caseOf', { name }) : shortNumber(row);
}
