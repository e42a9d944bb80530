import type { DataOf } from '@otklik/contracts/declare-event';
import type { DeadlineSet } from '@otklik/contracts/routing.events';
import { deadline, type DeadlineRule, type LocalDate, type WorkingCalendar } from '@otklik/kernel';

/** A legal deadline with the rule, versions and source it was computed from. */
export type AnswerDeadline = DataOf<typeof DeadlineSet>;

/**
 * The last day for the answer by the district's rule of the regime (59-FZ art. 12(1): from the registration). Undefined
 * when the district has no rule for the regime.
 */
export function answerDeadline(
  regime: string,
  terms: Readonly<Record<string, DeadlineRule>>,
  registered: { readonly on: LocalDate; readonly zone: string },
  calendar: WorkingCalendar,
): AnswerDeadline | undefined {
  const rule = Object.hasOwn(terms, regime) ? terms[regime] : undefined;
  if (!rule) return undefined;
  const { dueOn, provisional } = deadline(registered.on, rule, calendar);
  return {
    dueOn,
    zone: registered.zone,
    countedFrom: registered.on,
    by: 'RULE',
    rule: rule.id,
    ruleVersion: rule.version,
    calendarVersion: calendar.version,
    provisional,
    source: rule.source,
  };
}
