import { dayMonth } from './dates.js';
import { t } from '../words/words.js';

interface OwnPartProps {
  readonly part: { readonly until: string | null; readonly doneAt: string | null } | null | undefined;
}

/** In a row: that a part of the answer is the reader's, until when, or that he has done it. */
export function OwnPart({ part }: OwnPartProps) {
  if (!part) return null;
  const { until, doneAt } = part;
  if (doneAt) return <span className="muted">{t('parts.ownPartDone')}</span>;
  return (
    <span className="attn">{until ? t('parts.ownPartUntil', { date: dayMonth(until) }) : t('parts.ownPart')}</span>
  );
}
