import { refuse } from '@otklik/kernel';
import type { AppealRefusal } from './appeal.commands.js';
import { factsOf, type Known } from './appeal.js';
import { isBeforeAnswer, isUndecided, mayDecideReopening } from '@otklik/case/appeal-conditions';

/** A message is moderated; an appeal must be registered and considered whatever it says (59-FZ art. 8(2), 9(1)). */
export function demandUndecidedMessage(state: Known): void {
  demandNotEnded(state);
  if (isRegistered(state)) no('APPEAL_ALREADY_REGISTERED');
  if (!isUndecided(factsOf(state))) no('APPEAL_STATE_FORBIDS');
}

export function isRegistered({ status }: Known): boolean {
  return status === 'REGISTERED' || status === 'ANSWERED';
}

export function isUnderWay(state: Known): boolean {
  return isBeforeAnswer(factsOf(state));
}

/** Open: considered, to be considered, or complained of. */
export function isOpen(state: Known): boolean {
  return isUnderWay(state) || mayDecideReopening(factsOf(state));
}

export function demandNotErased({ status }: Known): void {
  if (status === 'ERASED') no('APPEAL_STATE_FORBIDS');
}

export function demandNotEnded(state: Known): void {
  if (state.status === 'WITHDRAWN') no('APPEAL_WITHDRAWN');
  if (state.status === 'ERASED' || state.status === 'STRUCK' || state.status === 'OLD_JOURNAL')
    no('APPEAL_STATE_FORBIDS');
}

export function no(code: AppealRefusal, details: Readonly<Record<string, string | number>> = {}): never {
  return refuse(code, details);
}
