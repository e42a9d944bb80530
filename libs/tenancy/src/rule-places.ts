import type { StartFact } from '@otklik/kernel';
import type { LawRule } from './law-file.js';

/**
 * Where code begins a term of a rule: a district names it for its answers or for what comes in, or code names it within a case.
 * Each place knows some facts from which a term may count, and refuses others.
 */
export type RulePlace = 'ANSWER' | 'RECEPTION' | 'CASE';

/** Rules that code names, and the fact that it counts them from. */
export const caseStarts = {
  FWD: 'REGISTERED',
  'FWD-MIG': 'REGISTERED',
  COMPLAINT: 'REGISTERED',
  COURT: 'REGISTERED',
  UNREADABLE: 'REGISTERED',
  UNCLEAR: 'REGISTERED',
  PUBLISHED: 'REGISTERED',
  EXT: 'TERM_END',
  REQ: 'REQUEST_RECEIVED',
  'SOC-FINAL': 'INTERIM_ANSWER',
} as const satisfies Readonly<Record<string, StartFact>>;
export type CaseRule = keyof typeof caseStarts;

const answerStarts: readonly StartFact[] = ['REGISTERED', 'RECEIVED', 'MESSAGE_WRITTEN'];

/** Undefined: nothing begins a term of this rule. */
export function placeOf({ id, duty, start }: Pick<LawRule, 'id' | 'duty' | 'start'>): RulePlace | undefined {
  if (start === undefined) return undefined;
  if (Object.hasOwn(caseStarts, id)) return caseStarts[id as CaseRule] === start ? 'CASE' : undefined;
  if (duty === 'ANSWER' || duty === 'INTERIM_ANSWER') return answerStarts.includes(start) ? 'ANSWER' : undefined;
  return (duty === 'REGISTER' || duty === 'MODERATE') && start === 'RECEIVED' ? 'RECEPTION' : undefined;
}
