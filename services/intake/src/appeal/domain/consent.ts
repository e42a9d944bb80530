import { mayWithdrawConsent } from '@otklik/case/appeal-conditions';
import { isConsentGiven } from '@otklik/case/appeal-data';
import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import { compact } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';
import { demandNotEnded, demandNotErased, no } from './appeal.demands.js';

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

type PublicationConsent = Extract<AppealCommand, { type: 'AllowPublication' | 'DisallowPublication' }>;

/** 152-FZ art. 10.1(1), (8): by itself, for this one answer; silence is none. Who withdrew all consent gives no part of it. */
export function allowPublication({ question }: PublicationConsent, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (isPublicationAllowed(state.published, question)) return [];
  if (state.status !== 'ANSWERED') no('NOT_ANSWERED_YET');
  if (state.published.consentWithdrawnAt !== undefined) no('APPEAL_STATE_FORBIDS');
  return [{ type: 'PublicationAllowed', question }];
}

/** 152-FZ art. 10.1(12): at any time, whatever became of the case. */
export function disallowPublication({ question }: PublicationConsent, { published }: Known): readonly AppealEvent[] {
  return isPublicationAllowed(published, question) ? [{ type: 'PublicationDisallowed', question }] : [];
}
