import type { WorkingCalendar } from './calendar.js';
import { deadlineOf, type CountedDeadline, type DeadlineRule, type TermStart } from './term.js';

/** Facts of a case from which a term of the law may count: `start` of a rule of `deploy/law`, `StartFact` of libs/contracts. */
export const startFacts = [
  'RECEIVED',
  'MESSAGE_WRITTEN',
  'REGISTERED',
  'TERM_END',
  'REQUEST_RECEIVED',
  'INTERIM_ANSWER',
] as const;
export type StartFact = (typeof startFacts)[number];

/** A rule that says from which fact its term counts. */
export interface StartedRule extends DeadlineRule {
  readonly start: StartFact;
}

/** When the facts happened that are known where a term is counted. */
export type StartMoments = Readonly<Partial<Record<StartFact, TermStart>>>;

/** The moment from which the rule counts. Throws `TypeError` where its fact has not happened: the rule is named in the wrong place. */
export function startOfRule({ id, start }: Pick<StartedRule, 'id' | 'start'>, moments: StartMoments): TermStart {
  const moment = moments[start];
  if (!moment) throw new TypeError(`The term of ${id} counts from ${start}, which is not known here`);
  return moment;
}

/** The term of a rule, counted from the fact that it names. */
export function startedDeadline(
  rule: StartedRule,
  moments: StartMoments,
  calendar: WorkingCalendar,
): CountedDeadline & { readonly start: StartFact } {
  return { ...deadlineOf(startOfRule(rule, moments), rule, calendar), start: rule.start };
}
