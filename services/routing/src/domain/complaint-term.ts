import { deadlineOf, type DeadlineRule, type WorkingCalendar } from '@otklik/kernel';
import type { QuestionEvent } from './question-state.js';
import type { OpenState } from './question-standing.js';

/** How the district counts the term to return a complaint that may be forwarded to nobody. */
export interface ReturnTerm {
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
}

/**
 * 59-FZ art. 8(7): set where it is noted of whom the question complains, and nowhere else; from the same registration as the term
 * to forward it, so a message, which has none, gets none.
 */
export function termToReturn(
  { toReturn }: { readonly toReturn?: ReturnTerm },
  { deadlines }: Pick<OpenState, 'deadlines'>,
): readonly QuestionEvent[] {
  const toForward = deadlines.find(({ rule }) => rule === 'FWD');
  if (!toReturn || !toForward) return [];
  const { countedFrom: on, zone } = toForward;
  const { rule, calendar } = toReturn;
  if (deadlines.some((set) => set.rule === rule.id && set.countedFrom === on)) return [];
  return [{ type: 'DeadlineSet', ...deadlineOf({ on, zone }, rule, calendar), by: 'RULE' }];
}
