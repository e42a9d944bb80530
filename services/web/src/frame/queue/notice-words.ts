import type { CallListQuery } from '../../generated/graphql.js';
import { t } from '../../words/words.js';

type Worded = Pick<CallListQuery['oralNotices']['nodes'][number], 'kind' | 'number' | 'mainNumber' | 'mainOutcome'>;

/** What is said, or entered, of a notice that tells no answer. */
export function wordsOf({ kind, number, mainNumber, mainOutcome }: Worded): string {
  if (kind === 'DUPLICATE' && mainNumber !== null) {
    const main = { number: mainNumber };
    return mainOutcome
      ? t('calls.mainSettled', { ...main, outcome: t(`calls.told${mainOutcome}`) })
      : t('calls.mainConsidered', main);
  }
  return t(`calls.noAnswer${kind}`, { number: number ?? '' });
}
