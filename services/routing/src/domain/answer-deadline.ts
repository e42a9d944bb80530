import type { DataOf } from '@otklik/contracts/declare-event';
import type { DeadlineSet } from '@otklik/contracts/routing.events';
import { deadlineOf, type DeadlineRule, type TermStart, type WorkingCalendar } from '@otklik/kernel';

/** A legal deadline with the rule, versions and source it was computed from. */
export type AnswerDeadline = DataOf<typeof DeadlineSet>;

/**
 * The end of the term for the answer by the district's rule of the regime (59-FZ art. 12(1): from the registration).
 * Undefined when the district has no rule for the regime.
 */
export function answerDeadline(
  regime: string,
  terms: Readonly<Record<string, DeadlineRule>>,
  registered: TermStart,
  calendar: WorkingCalendar,
): AnswerDeadline | undefined {
  const rule = Object.hasOwn(terms, regime) ? terms[regime] : undefined;
  return rule && { ...deadlineOf(registered, rule, calendar), by: 'RULE' };
}
