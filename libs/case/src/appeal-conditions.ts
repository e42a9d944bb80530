import type { AppealFacts } from './action-facts.js';
import { isMessage } from './regime.js';

/*
 * Conditions of the acts on an appeal. The owner's decider refuses by these conditions, and the actions offered to an
 * official follow from them; the departments in which he acts are checked separately.
 */

type Appeal = AppealFacts;

/** 59-FZ art. 8(2), 9(1): a message is moderated; an appeal is registered and considered whatever it says. */
export function isUndecided({ status, regime }: Pick<Appeal, 'status' | 'regime'>): boolean {
  return status === 'RECEIVED' && isMessage(regime);
}

/** Being moderated, or considered for the first time or again. */
export function isBeforeAnswer({ status, isConsidered }: Pick<Appeal, 'status' | 'isConsidered'>): boolean {
  return status === 'RECEIVED' || status === 'TAKEN_UP' || (status === 'REGISTERED' && isConsidered);
}

/** 59-FZ art. 8(2): an appeal as it came, a message once it was taken up. */
export function mayRegister(appeal: Pick<Appeal, 'status' | 'regime'>): boolean {
  return appeal.status === 'TAKEN_UP' || (appeal.status === 'RECEIVED' && !isMessage(appeal.regime));
}

/** 59-FZ art. 7(1): an appeal names its author. */
export function mayTurnIntoAppeal(appeal: Appeal): boolean {
  return appeal.named && isMessage(appeal.regime) && isBeforeAnswer(appeal);
}

export function mayEscalate(appeal: Pick<Appeal, 'status' | 'isConsidered' | 'isUrgent'>): boolean {
  return isBeforeAnswer(appeal) && !appeal.isUrgent;
}

/** Before the first answer: what was answered was considered (59-FZ art. 9(1)). */
export function mayCorrectRegistration({ status, answered }: Pick<Appeal, 'status' | 'answered'>): boolean {
  return status === 'REGISTERED' && !answered;
}

/** While it is considered: what was answered was answered as it stood. */
export function mayCorrectDetails({ status, isConsidered }: Pick<Appeal, 'status' | 'isConsidered'>): boolean {
  return status === 'REGISTERED' && isConsidered;
}

/** From its registration's queue until it was answered: an end is counted by what was known of it then. */
export function mayRecordSource(appeal: Pick<Appeal, 'status' | 'regime' | 'isConsidered'>): boolean {
  return mayRegister(appeal) || mayCorrectDetails(appeal);
}

/** As from whom it came: once it was answered, its answer was given to what was known. */
export const mayRecordRepeat = mayRecordSource;

/** The applicant waits for the decision about another consideration. */
export function mayDecideReopening({ status, isAsked }: Pick<Appeal, 'status' | 'isAsked'>): boolean {
  return status === 'REGISTERED' && isAsked;
}

/** Something was written after the current answer. */
export function isDisputed({ status, isDisputed: is }: Pick<Appeal, 'status' | 'isDisputed'>): boolean {
  return status === 'REGISTERED' && is;
}

/** A request of the applicant is decided first: it has its own words. */
export function mayReopenOnSupplement(appeal: Appeal): boolean {
  return isDisputed(appeal) && !appeal.isAsked;
}

/** It was answered, and nothing else is being decided: officials find by themselves that the answer was not the last word. */
export function mayReopen({ status, answered, isConsidered, isAsked }: Appeal): boolean {
  return status === 'REGISTERED' && answered && !isConsidered && !isAsked;
}

/**
 * 59-FZ art. 9(1), 10(1)4: an answer on the merits to an appeal is a signed answer in writing. No law prescribes the
 * form for a message.
 */
export function mayReplyToSupplement(appeal: Appeal): boolean {
  return isDisputed(appeal) && isMessage(appeal.regime);
}

export function mayAcknowledgeSupplement({ status, isSupplemented }: Pick<Appeal, 'status' | 'isSupplemented'>) {
  return status === 'REGISTERED' && isSupplemented;
}

export function maySetHold({ hold }: Pick<Appeal, 'hold'>): boolean {
  return hold === 'NONE';
}

export function mayLiftHold({ hold }: Pick<Appeal, 'hold'>): boolean {
  return hold === 'SET';
}

/** 152-FZ art. 9(2): whatever became of the case. Of an erased applicant nothing is left to consent to. */
export function mayWithdrawConsent({ hold, isConsented }: Pick<Appeal, 'hold' | 'isConsented'>): boolean {
  return isConsented && hold !== 'ERASED';
}

/** A decision of the moderator, until the registration; of what waits for him that it was urgent. */
export function mayTakeBackDecision({ status, isUrgent }: Pick<Appeal, 'status' | 'isUrgent'>): boolean {
  if (status === 'RECEIVED') return isUrgent;
  return status === 'TAKEN_UP' || status === 'SPAM' || status === 'DUPLICATE';
}
