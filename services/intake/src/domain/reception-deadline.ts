import type { Regime } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { deadlineOf, type DeadlineRule, type LocalDate, type TermStart, type WorkingCalendar } from '@otklik/kernel';

/** The policy and calendar by which a district counts. */
interface Counting {
  readonly policy: {
    readonly receptionTerms?: Readonly<Record<string, DeadlineRule>>;
    readonly answerTerms: Readonly<Record<string, DeadlineRule>>;
  };
  readonly calendar: WorkingCalendar;
}

/**
 * The term that runs from the arrival: to register an appeal (59-FZ art. 8(2)), or by the district's own order to decide
 * about a message. Undefined where the policy has none for the regime.
 */
export function receptionDeadline(
  { policy: { receptionTerms = {} }, calendar }: Counting,
  regime: Regime,
  arrival: TermStart,
): AppealReceivedData['deadline'] {
  const rule = Object.hasOwn(receptionTerms, regime) ? receptionTerms[regime] : undefined;
  return rule && { ...deadlineOf(arrival, rule, calendar), by: 'RULE' };
}

/** The last days that the sender is told at once. */
export interface PromisedDays {
  readonly registerBy: LocalDate | undefined;
  /** Of the answer, if the registration comes on its own last day. */
  readonly answerBy: LocalDate | undefined;
}

export function promisedDays(counting: Counting, regime: Regime, arrival: TermStart): PromisedDays {
  const registerBy = receptionDeadline(counting, regime, arrival)?.dueOn;
  const { answerTerms } = counting.policy;
  const rule = Object.hasOwn(answerTerms, regime) ? answerTerms[regime] : undefined;
  if (registerBy === undefined || !rule) return { registerBy, answerBy: undefined };
  return { registerBy, answerBy: deadlineOf({ on: registerBy, zone: arrival.zone }, rule, counting.calendar).dueOn };
}
