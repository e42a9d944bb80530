import type { AppealFacts } from '@otklik/contracts/allowed-actions';
import type { AppealState } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { isMessage } from '@otklik/contracts/regime';
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
  const { status, regime } = appealFacts(received, appeal);
  if (status === 'RECEIVED') return isMessage(regime) ? 'MODERATOR' : 'REGISTRAR';
  return status === 'TAKEN_UP' ? 'REGISTRAR' : undefined;
}

/** By which it is decided what officials may do with it. */
export function appealFacts(received: AppealReceivedData, appeal: AppealPart): AppealFacts {
  const { registered, withdrawn, erased, decision, regime = received.regime } = appeal;
  const facts = { regime, named: received.name !== undefined };
  if (withdrawn || erased) return { ...facts, status: 'ENDED' };
  return { ...facts, status: registered ? 'REGISTERED' : (decision ?? 'RECEIVED') };
}
