import type { ApplicantSearchReason } from '../generated/enumerations.js';

/** What was typed to find a person, and why. */
export interface LookedFor {
  readonly text: string;
  readonly reason: ApplicantSearchReason | '';
  readonly details: string;
}

/*
 * Kept while the page is open, so that several searches have one reason. Never in the address or a store of the browser: the text names a
 * person.
 */
let held: LookedFor = { text: '', reason: '', details: '' };

export function lookedFor(): LookedFor {
  return held;
}

export function lookFor(changes: Partial<LookedFor>): void {
  held = { ...held, ...changes };
}

/** Whose roles the search for a person is. */
export const SEARCHERS = ['MODERATOR', 'REGISTRAR', 'COORDINATOR', 'EXECUTOR', 'CONTROLLER', 'HEAD'] as const;

export const SEARCH_REASONS = [
  'PERSON_CALLS',
  'PERSON_CAME',
  'REGISTERING',
  'CHECKING_REPEAT',
  'PREPARING_ANSWER',
  'INSPECTION',
] as const satisfies readonly ApplicantSearchReason[];
