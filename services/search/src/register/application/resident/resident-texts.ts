import { namesRef } from '../card/answer-files-view.js';
import type { SealedRef } from '../card/clear-texts.js';
import { givenAnswers } from '@otklik/case/given-answers';
import { replyTexts } from '../card/source-view.js';
import { givenTexts } from '../card/given-view.js';
import type { RegisterRow } from '../list/register-row.js';

/** What the sender gave and wrote, and names of the files of the answers: sealed, and opened for the sender alone. */
export function residentTexts({ fold, erased }: RegisterRow): readonly SealedRef[] {
  if (erased) return [];
  const { rating, reopening } = fold.appeal;
  return [
    ...givenAnswers(fold).map(namesRef),
    ...givenTexts(fold.appeal),
    ...replyTexts(fold.appeal.supplements),
    { sealed: rating?.comment, field: 'comment' },
    { sealed: reopening?.reason, field: 'reason' },
  ];
}
