import type { AppealState, Regime } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
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

export type Awaits = 'MODERATOR' | 'REGISTRAR';

/** A message waits for the moderator; what was taken up, and an appeal under the law, waits for the registrar. */
export function awaits(received: AppealReceivedData, appeal: AppealPart): Awaits | undefined {
  const { registered, withdrawn, erased, decision, regime = received.regime } = appeal;
  if (registered || withdrawn || erased) return undefined;
  if (decision === undefined) return isMessage(regime) ? 'MODERATOR' : 'REGISTRAR';
  return decision === 'TAKEN_UP' ? 'REGISTRAR' : undefined;
}

function isMessage(regime: Regime): boolean {
  return regime === 'SOCIAL_MESSAGE' || regime === 'POS_MESSAGE';
}
