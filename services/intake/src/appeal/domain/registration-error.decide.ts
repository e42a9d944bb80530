import { mayCorrectRegistration } from '@otklik/case/appeal-conditions';
import type { AppealCommand } from './appeal.commands.js';
import { demandNotEnded, no } from './appeal.demands.js';
import { factsOf, type AppealEvent, type AppealState, type Known } from './appeal.js';
import { isMessage } from '@otklik/case/regime';

type CorrectRegistration = Extract<AppealCommand, { type: 'CorrectRegistration' }>;

/**
 * Before the first answer: what was answered was considered. A letter must be considered (59-FZ art. 9(1)), so one is
 * struck only where it is registered under another number, or by two officials on the day of its registration. One that
 * replaces others is struck for a further number alone, so that each of them is still considered somewhere.
 */
export function correct(command: CorrectRegistration, state: Known): readonly AppealEvent[] {
  if (state.status === 'STRUCK') return [];
  demandNotEnded(state);
  if (!mayCorrectRegistration(factsOf(state))) return no('APPEAL_STATE_FORBIDS');
  demandStrikable(command, state);
  const { ground, reason } = command;
  const corrected = { type: 'RegistrationCorrected', ground, reason } as const;
  if (ground === 'DUPLICATE') return [{ ...corrected, ...originalOf(command, state) }];
  return isMessage(state.regime) ? [corrected] : byTwo(command, state);
}

function demandStrikable(
  { ground, onlyOn, standsForOthers }: CorrectRegistration,
  { regime, published: { registered } }: Known,
): void {
  if (onlyOn !== undefined && onlyOn !== registered?.registeredOn) no('REGISTERED_ON_ANOTHER_DAY');
  if (ground === 'SPAM' && !isMessage(regime)) no('APPEAL_IS_NO_SPAM');
  if (ground !== 'DUPLICATE' && standsForOthers) no('OTHERS_STAND_UNDER_IT');
}

/** Its sender is given the number under which the matter is considered, so there must be one, of the same letter. */
function originalOf(
  { id, of }: CorrectRegistration,
  { regime }: Known,
): { readonly of: string; readonly number: string } {
  if (!of) return no('ORIGINAL_NEEDED');
  if (of.id === id) no('DUPLICATE_OF_ITSELF');
  if (isLost(of.status) || of.status === 'DUPLICATE' || of.number === undefined) return no('APPEAL_STATE_FORBIDS');
  if (!isMessage(regime) && !of.isSameLetter) no('ORIGINAL_IS_ANOTHER');
  return { of: of.id, number: of.number };
}

function byTwo(
  { reason, by, today }: CorrectRegistration,
  { published: { registered, strike } }: Known,
): readonly AppealEvent[] {
  if (today !== registered?.registeredOn) no('STRIKE_DAY_OVER');
  if (strike?.proposedOn !== today) return [{ type: 'StrikeProposed', reason, proposedBy: by, proposedOn: today }];
  if (strike.proposedBy === by) return [];
  return [{ type: 'RegistrationCorrected', ground: 'MISTAKE', reason, proposedBy: strike.proposedBy }];
}

/** The appeal has ended without an answer that could be given to others too, as far as its status shows. */
export function isLost(status: AppealState['status']): boolean {
  return (
    status === 'SPAM' ||
    status === 'ANSWERED_AT_ONCE' ||
    status === 'WITHDRAWN' ||
    status === 'STRUCK' ||
    status === 'ERASED'
  );
}
