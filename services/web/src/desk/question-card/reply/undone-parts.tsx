import type { Card } from '../../../acts/card.js';
import { t } from '../../../words/words.js';
import { nameOf } from '../terms/co-executors.js';

/** Beside the button that sends to approval: whose parts are missing. It warns; the executor decides. */
export function UndoneParts({ texts }: { readonly texts: Card['questions'][number] | undefined }) {
  const undone = texts?.parts.filter(({ doneAt }) => !doneAt) ?? [];
  if (undone.length === 0) return null;
  return (
    <p className="d-warn attn" role="status">
      {t('card.partsMissing', { names: undone.map(nameOf).join(', ') })}
    </p>
  );
}
