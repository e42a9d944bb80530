import type { AppealState } from '@otklik/contracts/enumerations';
import type { AppealPart } from './appeal-part.js';
import type { QuestionPart } from './question-part.js';

export function appealState(appeal: AppealPart, questions: readonly QuestionPart[]): AppealState {
  if (appeal.withdrawn) return 'WITHDRAWN';
  if (appeal.reopening) return 'REOPEN_REQUESTED';
  const live = questions.filter(({ state }) => state !== 'CLOSED');
  if (live.length > 0 && live.every(({ state }) => state === 'ANSWERED')) return 'ANSWERED';
  if (appeal.registered) return 'REGISTERED';
  return appeal.decision ?? 'RECEIVED';
}
