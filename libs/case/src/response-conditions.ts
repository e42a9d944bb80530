import type { ResponseFacts } from './action-facts.js';

/** Who acts: an official, or he in the stead of an absent one. */
export interface Acts {
  readonly official: string;
  readonly onBehalfOf?: string;
}

/** A response with the assignment of its question. */
export interface Answering extends ResponseFacts {
  readonly department?: string | undefined;
  readonly executor?: string | undefined;
  /** The question's answer is proved to be sent. */
  readonly answered?: boolean | undefined;
}

/** The official himself, or the absent one in whose stead he acts. */
export function isOf({ official, onBehalfOf }: Acts, other: string | undefined): boolean {
  return other !== undefined && (other === official || other === onBehalfOf);
}

/** It may still change: neither signed nor closed. */
export function isUnsigned({ stage }: Pick<Answering, 'stage'>): boolean {
  return stage !== 'SIGNED' && stage !== 'CLOSED';
}

/** The absent one could not judge his own draft either. */
export function isOwnDraft({ drafter }: Pick<Answering, 'drafter'>, acts: Acts): boolean {
  return isOf(acts, drafter);
}

/** Of the department that has the question now. */
export function isDraftedHere({ draftedIn, department }: Pick<Answering, 'draftedIn' | 'department'>): boolean {
  return department !== undefined && draftedIn === department;
}

/** An official may approve or sign only what another official drafted, and in the department that has the question now. */
export function isAnothersDraft(response: Answering, acts: Acts): boolean {
  return !isOwnDraft(response, acts) && isDraftedHere(response);
}

/** An official who approved an answer may not sign it as a substitute: two signatures need two people. */
export function isSecondSignature(
  { approver, approvedFor }: Pick<Answering, 'approver' | 'approvedFor'>,
  { official, onBehalfOf }: Acts,
): boolean {
  return approver === official && (approvedFor !== undefined || onBehalfOf !== undefined);
}

export function mayDraft(response: Answering, acts: Acts): boolean {
  return isUnsigned(response) && isOf(acts, response.executor);
}

export function mayApprove(response: Answering, acts: Acts): boolean {
  return response.stage === 'DRAFTED' && isAnothersDraft(response, acts);
}

export function maySendBack({ stage }: Answering): boolean {
  return stage === 'DRAFTED' || stage === 'APPROVED';
}

export function maySign(response: Answering, acts: Acts): boolean {
  return response.stage === 'APPROVED' && isAnothersDraft(response, acts) && !isSecondSignature(response, acts);
}

/** Until its answer is proved to be sent. */
export function mayRevoke({ stage, signatory, answered }: Answering, acts: Acts): boolean {
  return stage === 'SIGNED' && isOf(acts, signatory) && !answered;
}
