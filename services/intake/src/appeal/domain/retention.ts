import { mayLiftHold, maySetHold } from '@otklik/case/appeal-conditions';
import { addDays, addMonths, type LocalDate } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';
import { demandNotErased, isOpen, no } from './appeal.demands.js';

type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** The ground in the log and in the ledger of erasures. */
export const RETENTION_ENDED = 'RETENTION_ENDED';

/** What an administration decided or left undone may be brought before a court for so long (CAS art. 219(1)). */
export const COURT_TERM_MONTHS = 3;

export interface RetentionTerm {
  readonly months: number;
  /** The answer may be complained of for so long. */
  readonly reopenWithinDays: number;
}

/** The last day on which the case is kept: no term of a complaint runs after it. */
export function retainedUntil(endedOn: LocalDate, { months, reopenWithinDays }: RetentionTerm): LocalDate {
  const [stored, complained] = [
    addMonths(endedOn, Math.max(months, COURT_TERM_MONTHS)),
    addDays(endedOn, reopenWithinDays),
  ];
  return stored > complained ? stored : complained;
}

/** The key of the applicant is destroyed: facts without texts and without a person are left. */
export function endRetention(command: Of<'EndRetention'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED') return [];
  if (isOpen(state)) return no('APPEAL_STILL_OPEN');
  // The resident was promised more than the answer: until that is done, its case is needed.
  if (command.isPromised) return no('APPEAL_STILL_OPEN');
  if (state.published.legalHold) return no('APPEAL_ON_HOLD');
  if (command.today <= retainedUntil(command.endedOn, command.term)) return no('APPEAL_STATE_FORBIDS');
  return [{ type: 'PersonErased', person: state.person, ground: RETENTION_ENDED }];
}

export function setHold({ reason }: Of<'SetLegalHold'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  return maySetHold(factsOf(state)) ? [{ type: 'LegalHoldSet', reason }] : [];
}

export function liftHold({ reason }: Of<'LiftLegalHold'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  return mayLiftHold(factsOf(state)) ? [{ type: 'LegalHoldLifted', reason }] : [];
}
