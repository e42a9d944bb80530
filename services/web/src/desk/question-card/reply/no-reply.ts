import { t } from '../../../words/words.js';
import { correspondenceEnd } from '../questions/condition-words.js';
import type { Card, Question } from '../../../acts/card.js';

/** Why no answer is made to it any more; undefined while one is made, or was given. */
export function noReplyWords(card: Card, question: Question): string | undefined {
  if (card.correction) return t('card.endedSTRUCK');
  const whole = mergedInto(card, question);
  if (whole) return t('card.endedMERGED', { ordinal: whole.ordinal ?? 1 });
  if (isOral(card, question)) return t('card.endedORAL');
  if (question.state !== 'CLOSED') return endWords(card, question);
  return t(card.row.state === 'WITHDRAWN' ? 'card.endedWITHDRAWN' : 'card.endedCLOSED');
}

function mergedInto({ questions, row }: Card, { id }: Question): Question | undefined {
  const into = questions.find((one) => one.id === id)?.mergedInto;
  return row.questions.find((one) => one.id === into);
}

/** Answered at a reception alone: no letter was signed. */
function isOral({ answers }: Card, { id, state }: Question): boolean {
  return state === 'ANSWERED' && answers.findLast(({ question }) => question === id)?.isOral === true;
}

function endWords({ questions }: Card, { id, state }: Question): string | undefined {
  switch (state) {
    case 'FORWARDING':
    case 'FORWARDED':
      return t(`card.ended${state}`);
    case 'LEAVING':
    case 'LEFT_UNANSWERED': {
      const ground = questions.find((one) => one.id === id)?.ground;
      return t(`card.ended${correspondenceEnd(state, ground) ?? state}`);
    }
    default:
      return undefined;
  }
}
