import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';

type Item = Pick<Card['history'][number], 'type' | 'title' | 'notice' | 'body'>;

/** The fact's title; of a notice also what it tells, and of a letter to a body to whom it went. */
export function historyWords({ type, title, notice, body }: Item): string {
  if (!notice) return title;
  const what = lowered(t(`card.noticeKind${notice}`));
  return body ? `${letterTitle(type) ?? title}: ${what}, ${body}` : `${title}: ${what}`;
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** A body gets letters, and no notices. */
function letterTitle(type: Item['type']): string | undefined {
  switch (type) {
    case 'NOTICE_OPENED':
    case 'NOTICE_DISPATCHED':
    case 'NOTICE_FAILED':
    case 'NOTICE_CANCELLED':
      return t(`card.letter${type}`);
    default:
      return undefined;
  }
}
