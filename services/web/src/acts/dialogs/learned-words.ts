import { t } from '../../words/words.js';

/** Words of the text that spoke for a proposal; empty without any. */
export function whyOf(words: readonly string[]): string {
  if (words.length === 0) return '';
  return t('dialogs.learnedWords', { count: words.length, words: words.map((word) => `«${word}»`).join(', ') });
}
