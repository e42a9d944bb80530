import { mayWithdrawConsent } from '@otklik/case/appeal-conditions';
import { isConsentGiven } from '@otklik/case/appeal-data';
import { compact } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';
import { demandNotErased, no } from './appeal.demands.js';

/** Whatever became of the case. What the law demands goes on without a consent (152-FZ art. 6(1)2, 9(2)). */
export function withdrawConsent(
  { reason, from }: Extract<AppealCommand, { type: 'WithdrawConsent' }>,
  state: Known,
): readonly AppealEvent[] {
  demandNotErased(state);
  const { published, person, regime } = state;
  if (!isConsentGiven(published)) return no('NO_CONSENT');
  if (!mayWithdrawConsent(factsOf(state))) return [];
  const told = compact({ reason, from });
  return [{ type: 'ConsentWithdrawn', person, regime, ...told }];
}
