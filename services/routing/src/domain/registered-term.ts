import { startedDeadline, type StartedRule, type WorkingCalendar } from '@otklik/kernel';
import { deadlinesOf, type Known, type QuestionEvent } from './question-state.js';

/** How the district counts a term of the law that begins with a decision, and counts from the registration all the same. */
export interface RegisteredTerm {
  readonly rule: StartedRule;
  readonly calendar: WorkingCalendar;
}

/**
 * 59-FZ art. 8(3.1), 8(7): set where it is said that the question tells of breaches of the migration law, or noted of whom it
 * complains, and nowhere else; from the same registration as the term to forward it, so a message, which has none, gets none.
 */
export function registeredTerm(term: RegisteredTerm | undefined, state: Known): readonly QuestionEvent[] {
  const deadlines = deadlinesOf(state);
  const toForward = deadlines.find(({ rule }) => rule === 'FWD');
  if (!term || !toForward) return [];
  const { countedFrom: on, zone } = toForward;
  const { rule, calendar } = term;
  if (deadlines.some((set) => set.rule === rule.id && set.countedFrom === on)) return [];
  return [{ type: 'DeadlineSet', ...startedDeadline(rule, { REGISTERED: { on, zone } }, calendar), by: 'RULE' }];
}
