import type { Duty } from './term.js';

/**
 * Rules of 59-FZ whose term runs from the registration beside that of the answer, and binds by what is decided about the question:
 * art. 8(3), and the grounds of art. 11 of the same names. That of art. 8(7) is set once it is noted of whom a question complains.
 */
export const decidedRules = ['FWD', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED'] as const;

/** Status of a question: `QuestionState` of libs/contracts, or a state of routing's own. */
export interface Standing {
  readonly state: string;
  /** Of a question that is left without an answer: `UnansweredGround`. */
  readonly ground?: string;
}

/** Of these duties a term binds by what is decided. */
const decidedDuties: readonly Duty[] = ['FORWARD', 'RETURN', 'TELL'];

export function isOfDecision({ duty }: { readonly duty: Duty }): boolean {
  return decidedDuties.includes(duty);
}

/**
 * Whether a term still obliges in this status of the question. Forwarding is due while the question is not considered
 * here: it is with the coordinator, or the applicant is being notified of the forwarding; a department that works on it
 * accepted it as the district's own. A return, or a notice that there is no answer, is due once it was decided. An
 * answer is always due.
 */
export function binds({ rule, duty }: { readonly rule: string; readonly duty: Duty }, { state, ground }: Standing) {
  if (duty === 'FORWARD') return state === 'OPEN' || state === 'RETURNED' || state === 'FORWARDING';
  if (duty === 'RETURN' || duty === 'TELL') return state === 'LEAVING' && ground === rule;
  return true;
}
