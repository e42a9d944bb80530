import type { Duty } from './term.js';

/**
 * Rules of 59-FZ whose term runs from the registration beside that of the answer, and binds by what is decided about the question:
 * art. 8(3), and the grounds of art. 11 of the same names. That of art. 8(7) is set once it is noted of whom a question complains.
 */
export const decidedRules = ['FWD', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED'] as const;

/** Where a question stands: `QuestionState` of libs/contracts, or a state of routing's own. */
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
 * Whether a term obliges to anything as the question stands. To forward is due while nobody here considers the question: with the
 * coordinator, or while the applicant is being told of the forwarding; a department that works on it took it as the district's own.
 * To return it or to tell why there is no answer is due once that was decided. An answer is due always.
 */
export function binds({ rule, duty }: { readonly rule: string; readonly duty: Duty }, { state, ground }: Standing) {
  if (duty === 'FORWARD') return state === 'OPEN' || state === 'RETURNED' || state === 'FORWARDING';
  if (duty === 'RETURN' || duty === 'TELL') return state === 'LEAVING' && ground === rule;
  return true;
}
