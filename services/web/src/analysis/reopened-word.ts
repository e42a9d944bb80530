import { t } from '../words/words.js';

/** Of `0` to `3`, the last for more as well; an address may hold anything. */
export function reopenedWord(times: string): string {
  switch (times) {
    case '0':
      return t('analysis.reopened0');
    case '3':
      return t('analysis.reopened3');
    default:
      return t('analysis.reopenedTimes', { times });
  }
}
