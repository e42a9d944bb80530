import type { QuestionResult } from '@otklik/contracts/enumerations';
import type { Case } from './case.js';
import { givenAnswers } from './given-answers.js';
import type { QuestionPart } from './question.js';

/** With what the question ended; undefined while it is open, and where it ended without a result of its own. */
export function questionResult(id: string, part: QuestionPart, fold: Case): QuestionResult | undefined {
  switch (part.state) {
    case 'ANSWERED':
      return givenAnswers(fold).findLast(({ question }) => question === id)?.outcome;
    case 'FORWARDED':
      return 'FORWARDED';
    case 'LEFT_UNANSWERED':
      return part.unanswered?.ground === 'REPEAT' ? 'CORRESPONDENCE_ENDED' : 'LEFT_UNANSWERED';
    case 'CLOSED':
      return part.closedFor === 'WITHDRAWN' ? 'WITHDRAWN' : undefined;
    default:
      return undefined;
  }
}
