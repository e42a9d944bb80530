import type { NoticeFacts } from './action-facts.js';

/* Conditions of the acts on a notice, for its owner's decider and for the actions offered to an official. */

type Notice = NoticeFacts;

/** 59-FZ art. 13(3): given orally, until that was done. */
export function mayCall(notice: Pick<Notice, 'way' | 'state' | 'isToSign'>): boolean {
  return isOral(notice) && notice.state === 'PENDING' && !notice.isToSign;
}

export function isOral({ way }: Pick<Notice, 'way'>): boolean {
  return way === 'ORAL';
}

/**
 * Also of a letter that left before the applicant withdrew the appeal: its proof comes late. What waits for its signature has not
 * left.
 */
export function mayRecordPosting(notice: Pick<Notice, 'way' | 'state' | 'lacksSignature' | 'isToSign'>): boolean {
  if (!isPostal(notice)) return false;
  return notice.state === 'CANCELLED' || (notice.state === 'PENDING' && mayLeave(notice));
}

/** It has each signature that it waits for. */
export function mayLeave({ lacksSignature, isToSign }: Pick<Notice, 'lacksSignature' | 'isToSign'>): boolean {
  return !lacksSignature && !isToSign;
}

const ofSheets: readonly (Notice['way'] | undefined)[] = ['EMAIL', 'PAPER', 'PAGE'];

/** A letter that goes so is a sheet; on the page alone it is one that the applicant saves there. */
export function isOnSheet(way: Notice['way'] | undefined): boolean {
  return ofSheets.includes(way);
}

/** Over the sheet of a letter that has not left. */
export function mayAttachSignature({ way, state, isNumbered }: Pick<Notice, 'way' | 'state' | 'isNumbered'>): boolean {
  return isOnSheet(way) && state === 'PENDING' && isNumbered;
}

/** An official enters it in the feedback platform; what left before a withdrawal is recorded late, as of a letter. */
export function mayRecordInPos(notice: Pick<Notice, 'way' | 'state' | 'lacksSignature' | 'isToSign'>): boolean {
  if (notice.way !== 'POS') return false;
  return notice.state === 'CANCELLED' || (notice.state === 'PENDING' && mayLeave(notice));
}

export function isPostal({ way }: Pick<Notice, 'way'>): boolean {
  return way === 'PAPER';
}

/** What left by post and did not come back: that it was delivered does not forbid that its envelope comes back. */
export function mayRecordOutcome({ posting }: Pick<Notice, 'posting'>): boolean {
  return posting !== undefined && posting.means !== 'HANDED_OVER' && !cameBack(posting);
}

export function cameBack({ after }: NonNullable<Notice['posting']>): boolean {
  return after !== undefined && after.outcome !== 'DELIVERED';
}

/** It is unknown whether the network shows it. */
export function maySettleUnknown({ attention }: Pick<Notice, 'attention'>): boolean {
  return attention === 'UNKNOWN';
}

/** Its words are not for all: an official mends them. */
export function mayRelease({ attention }: Pick<Notice, 'attention'>): boolean {
  return attention === 'HELD';
}

/** A person has to place it. */
export function mayRecordPlaced({ attention }: Pick<Notice, 'attention'>): boolean {
  return attention === 'BY_HAND';
}
