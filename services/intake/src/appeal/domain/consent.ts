import { mayWithdrawConsent } from '@otklik/case/appeal-conditions';
import type { AppealCommand } from './appeal.commands.js';
import { factsOf } from './appeal.facts.js';
import type { AppealEvent, AppealReceived, AppealState, Submission } from './appeal.js';
import { demandNotErased, no } from './appeal.demands.js';
import { isHoldEvent, withHold, type HoldEvent } from './retention.js';

type Known = Exclude<AppealState, { status: 'NONE' }>;
type ConsentEvent = Extract<AppealEvent, { type: 'ConsentWithdrawn' }>;

/** To the processing, to publication, or to both. */
export function consentIn({ consent, mayBePublished }: AppealReceived): Pick<Submission, 'consent'> {
  return consent !== undefined || mayBePublished === true ? { consent: 'GIVEN' } : {};
}

/** Whatever became of the case. What the law demands goes on without a consent (152-FZ art. 6(1)2, 9(2)). */
export function withdrawConsent(
  { reason, from }: Extract<AppealCommand, { type: 'WithdrawConsent' }>,
  state: Known,
): readonly AppealEvent[] {
  demandNotErased(state);
  const { consent, person, regime } = state;
  if (consent === undefined) return no('NO_CONSENT');
  if (!mayWithdrawConsent(factsOf(state))) return [];
  const told = { ...(reason === undefined ? {} : { reason }), ...(from === undefined ? {} : { from }) };
  return [{ type: 'ConsentWithdrawn', person, regime, ...told }];
}

/** What bears on the data that is kept, and not on the case. */
export function isAboutData(event: AppealEvent): event is HoldEvent | ConsentEvent {
  return isHoldEvent(event) || event.type === 'ConsentWithdrawn';
}

export function afterDataEvent(state: Known, event: HoldEvent | ConsentEvent): Known {
  return isHoldEvent(event) ? withHold(state, event) : { ...state, consent: 'WITHDRAWN' };
}
