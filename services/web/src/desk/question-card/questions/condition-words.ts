import { t } from '../../../words/words.js';
import type { Card, Question } from '../../../acts/card.js';

type Ground = Card['questions'][number]['ground'];
type Ending = 'ENDING_CORRESPONDENCE' | 'CORRESPONDENCE_ENDED';

/** The state of a question in words. `texts`: what the card says of it. */
export function conditionWords({ state }: Question, texts: { readonly ground: Ground } | undefined): string {
  return t(`card.question${correspondenceEnd(state, texts?.ground) ?? state}`);
}

/** To what was answered before the law knows no refusal to answer: the correspondence is ended (article 11(5)). */
export function correspondenceEnd(state: Question['state'], ground: Ground | undefined): Ending | undefined {
  if (ground !== 'REPEAT') return undefined;
  if (state === 'LEAVING') return 'ENDING_CORRESPONDENCE';
  return state === 'LEFT_UNANSWERED' ? 'CORRESPONDENCE_ENDED' : undefined;
}
