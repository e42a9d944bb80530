import { t } from '../../words/words.js';

/** Which of the chosen an act leaves as they are, by their numbers. */
export function LeftOut({ numbers }: { readonly numbers: readonly string[] }) {
  if (numbers.length === 0) return null;
  return <p className="muted">{t('dialogs.leftOut', { count: numbers.length, numbers: numbers.join(', ') })}</p>;
}
